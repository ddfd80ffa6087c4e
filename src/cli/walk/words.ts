import type { Language } from '../../i18n/language.js';
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };

/** Every key of the words of walks; both languages hold the same ones (a test says so). */
export type WalkWord = keyof typeof es;

const dictionaries: Readonly<Record<Language, Readonly<Record<WalkWord, string>>>> = { es, en };

export function say(language: Language, key: WalkWord, params: Readonly<Record<string, string | number>> = {}): string {
  return dictionaries[language][key].replaceAll(/\{(\w+)\}/g, (hole, name: string) => (Object.hasOwn(params, name) ? String(params[name]) : hole));
}
