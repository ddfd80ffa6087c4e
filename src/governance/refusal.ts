import { say, type Language, type WordKey } from './words.js';

/** An office of an institution, and the officials empowered in it that day. */
export interface OfficeHeld {
  readonly office: string;
  readonly institution: string;
  readonly officials: readonly string[];
}

/** The contract's code: what a program may branch on. */
export type RefusalCode =
  | 'not-empowered' | 'ambiguous-office' | 'unknown-institution' | 'unknown-official' | 'unknown-territory'
  | 'delegation-refused' | 'appointment-refused' | 'holiday-refused' | 'dated-value-refused' | 'session-refused' | 'invalid-unit';

/**
 * Governance says no, and why: an answer, not a defect. `reason` is the key of the sentence (`refusal.<reason>`),
 * `offices` are those that could do it (`not-empowered`) or among which to choose (`ambiguous-office`).
 */
export class GovernanceRefusal extends Error {
  override readonly name = 'GovernanceRefusal';

  constructor(
    readonly code: RefusalCode,
    readonly reason: RefusalReason,
    readonly params: Readonly<Record<string, string>> = {},
    readonly offices: readonly OfficeHeld[] = [],
  ) {
    super(sentence('en', reason, params, offices));
  }

  say(language: Language): string {
    return sentence(language, this.reason, this.params, this.offices);
  }
}

export type RefusalReason = WordKey extends infer Key ? (Key extends `refusal.${infer Reason}` ? Reason : never) : never;

function sentence(language: Language, reason: RefusalReason, params: Readonly<Record<string, string>>, offices: readonly OfficeHeld[]): string {
  const named = offices.map(({ office, institution }) => `${office}.${institution}`).join(', ') || say(language, 'nobody');
  return say(language, `refusal.${reason}`, { ...params, offices: named });
}
