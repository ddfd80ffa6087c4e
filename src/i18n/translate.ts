import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import type { Language } from './language.js';

/** Every key of the dictionaries; both languages hold the same ones (a test says so). */
export type TextKey = keyof typeof es;

const DICTIONARIES: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { es, en };

/** The text of a key, with `{name}` replaced by `params.name`; a place without a value keeps its name, so that it is seen. */
export function t(language: Language, key: TextKey, params: Readonly<Record<string, string | number>> = {}): string {
  return DICTIONARIES[language][key].replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : place,
  );
}

export function isTextKey(text: string): text is TextKey {
  return Object.hasOwn(es, text);
}
