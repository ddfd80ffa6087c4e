import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import type { Language } from '../i18n/language.js';

export type { Language } from '../i18n/language.js';

/** Every key of the words of governance; both languages hold the same ones (a test says so). */
export type WordKey = keyof typeof es;

export function say(language: Language, key: WordKey, params: Readonly<Record<string, string>> = {}): string {
  return dictionaries[language][key].replace(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place);
}

/** The name of an office, or its code where we have no word for it. */
export function nameOfOffice(language: Language, office: string): string {
  const key = `office.${office}`;
  return isWord(key) ? say(language, key) : office;
}

const dictionaries: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { es, en };

function isWord(key: string): key is WordKey {
  return Object.hasOwn(es, key);
}
