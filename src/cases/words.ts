import type { Definition } from '../engine/case-reader.js';
import type { Language } from '../i18n/language.js';
import { sayReason, type Reason } from '../kit/index.js';
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };

/** Every key of the words of cases; both languages hold the same ones (a test says so). */
export type CaseWord = keyof typeof es;
export type WordParams = Readonly<Record<string, string | number>>;

const dictionaries: Readonly<Record<Language, Readonly<Record<CaseWord, string>>>> = { es, en };

export function say(language: Language, key: CaseWord, params: WordParams = {}): string {
  return dictionaries[language][key].replaceAll(/\{(\w+)\}/g, (hole, name: string) => (Object.hasOwn(params, name) ? String(params[name]) : hole));
}

/** Why something is refused, as a sentence: in the words of the workflow, of the kit, or of cases. */
export function sayWhy(reason: Reason, definition: Pick<Definition, 'words'>, language: Language): string {
  const key = `reason.${reason.code}`;
  return isCaseWord(key) ? say(language, key, reason.params) : sayReason(reason, definition.words[language], language);
}

/** Whether there is such a word. */
export function isCaseWord(key: string): key is CaseWord {
  return Object.hasOwn(es, key);
}
