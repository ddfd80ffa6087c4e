import type { Language } from '../../i18n/language.js';
import type { Entry } from './ledger.js';
import type { Competence, CompetenceRecord } from './title.js';
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };

/** Every key of the words of the ledger; both languages hold the same ones (a test says so). */
export type CompetenceWord = keyof typeof es;

const dictionaries: Readonly<Record<Language, Readonly<Record<CompetenceWord, string>>>> = { es, en };

function say(language: Language, key: CompetenceWord, params: Readonly<Record<string, string>> = {}): string {
  return dictionaries[language][key].replace(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place);
}

/** The word of a code that stands in a row, or the code where we have none. */
function sayCode(language: Language, kind: 'field' | 'record.to' | 'record.mode' | 'record.note', code: string): string {
  const key = `${kind}.${code}`;
  return Object.hasOwn(es, key) ? say(language, key as CompetenceWord) : code;
}

export function fieldOf(language: Language, { field }: Competence): string {
  return sayCode(language, 'field', field);
}

/** A documented act in words: to whom, how, and what else is known. */
export function sayRecord(language: Language, { to, mode, note }: CompetenceRecord): { readonly to: string; readonly mode: string; readonly note: string | null } {
  return { to: sayCode(language, 'record.to', to), mode: sayCode(language, 'record.mode', mode), note: note && sayCode(language, 'record.note', note) };
}

/** What whoever relies on the answer has to know. */
export function cautionsOf(language: Language, { competence, documented, holding, inCharge }: Omit<Entry, 'first'>): readonly string[] {
  const unknown = holding?.holder.ends === 'unknown' || holding?.inCharge.ends === 'unknown';
  const elsewhere = documented.length > 0 && (holding === null || holding.holder.act === null);
  return [
    ...(holding === null && inCharge > 1 ? [say(language, 'caution.varies', { count: String(inCharge) })] : []),
    ...(unknown ? [say(language, 'caution.until-unknown')] : []),
    ...(elsewhere ? [say(language, 'caution.records', { numbers: documented.map(({ number }) => number).join('; ') })] : []),
    ...(competence.flag === 'from-act' ? [say(language, 'caution.from-act')] : []),
  ];
}
