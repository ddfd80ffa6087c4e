import type { Language } from '../../i18n/language.js';
import { say, type FaultCode } from './words.js';

/** The file cannot be imported, and why: found before anything is written. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault';

  constructor(readonly code: FaultCode, readonly params: Readonly<Record<string, string | number>> = {}) {
    super(say('en', `fault.${code}`, params));
  }

  say(language: Language): string {
    return say(language, `fault.${this.code}`, this.params);
  }
}
