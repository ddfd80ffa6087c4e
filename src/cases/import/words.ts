import type { Language } from '../../i18n/language.js';
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };

/** Every key of the words of imports; both languages hold the same ones (a test says so). */
export type ImportWord = keyof typeof es;
export type FaultCode = ImportWord extends infer Key ? (Key extends `fault.${infer Code}` ? Code : never) : never;
export type ReasonCode = ImportWord extends infer Key ? (Key extends `reason.${infer Code}` ? Code : never) : never;

const dictionaries: Readonly<Record<Language, Readonly<Record<ImportWord, string>>>> = { es, en };

export function say(language: Language, key: ImportWord, params: Readonly<Record<string, string | number>> = {}): string {
  return dictionaries[language][key].replaceAll(/\{(\w+)\}/g, (hole, name: string) => (Object.hasOwn(params, name) ? String(params[name]) : hole));
}

/** What a reason of a row means, by its code (what stands before the colon). */
export function sayReasonOfRow(language: Language, code: string): string {
  const key = `reason.${code}`;
  return isWord(key) ? say(language, key) : code;
}

function isWord(key: string): key is ImportWord {
  return Object.hasOwn(es, key);
}
