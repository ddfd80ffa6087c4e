import en from './sentences/en.json' with { type: 'json' };
import es from './sentences/es.json' with { type: 'json' };

export type SentenceKey = keyof typeof es;
export type Language = 'es' | 'en';

const dictionaries: Readonly<Record<Language, Readonly<Record<SentenceKey, string>>>> = { es, en };

/** A sentence of the verification with its places filled; a place without a value stays, so that it is seen. */
export function sentence(language: Language, key: SentenceKey, params: Readonly<Record<string, string | number>> = {}): string {
  return dictionaries[language][key].replaceAll(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(params, name) ? String(params[name]) : place));
}
