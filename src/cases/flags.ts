import type { Language } from '../i18n/language.js';
import { sayReasonOfRow } from './import/words.js';
import { isCaseWord, say } from './words.js';

/** The line's day is the latest by which it had happened, not the day on which it did (docs/adr/0015). */
export function isDayUncertain(flags: readonly string[]): boolean {
  return flags.includes('dayUncertain');
}

/** No source tells the line: others that they do tell need it. */
export function isImplied(flags: readonly string[]): boolean {
  return flags.includes('stepImplied');
}

/**
 * What the flags of a line or of a case say, each once and in their order: of its day, its step, its sources, and what was
 * odd about its row in a register. That a day is exact goes without saying; a flag without words is given as it is.
 */
export function flagsInWords(flags: readonly string[], language: Language): readonly string[] {
  return [...new Set(flags.filter((flag) => flag !== 'precision:day').map((flag) => flagInWords(flag, language)))];
}

function flagInWords(flag: string, language: Language): string {
  const whole = `flag.${flag}`;
  if (isCaseWord(whole)) return say(language, whole);
  const [code = '', ...rest] = flag.split(':');
  const detail = rest.join(':');
  if (code === 'source') return say(language, 'flag.source', { source: detail });
  return `${sayReasonOfRow(language, code)}${detail === '' ? '' : ` (${detail})`}`;
}
