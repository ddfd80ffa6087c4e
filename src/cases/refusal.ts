import type { Definition } from '../engine/case-reader.js';
import type { Language } from '../i18n/language.js';
import type { Offices, Participant, Reason } from '../kit/index.js';
import { say, sayWhy, type CaseWord, type WordParams } from './words.js';

/** An office of an institution. */
export interface OfficeOf {
  readonly office: string;
  readonly institution: string;
}

/** Why not, and who can change that. */
export interface Why {
  readonly code: string;
  readonly message: string;
  readonly unblockedBy: readonly OfficeOf[];
}

/** One wrong field; `path` is dotted. */
export interface FieldFault {
  readonly path: string;
  readonly message: string;
}

interface Particulars {
  readonly errors?: (language: Language) => readonly FieldFault[];
  readonly why?: (language: Language) => readonly Why[];
  /** Event types that the case would take instead. */
  readonly accepted?: readonly string[];
}

/** What is asked of a case cannot be: an answer, not a defect. Codes are the contract's; sentences come in the reader's language. */
export class CaseRefusal extends Error {
  override readonly name = 'CaseRefusal';

  constructor(readonly code: 'unknown-case' | 'not-found' | 'stale' | 'invalid' | 'key-reused' | 'event-refused', readonly particulars: Particulars = {}) {
    super(code);
  }
}

/** A field at fault, with the key of its sentence. */
export interface Fault {
  readonly path: string;
  readonly word: CaseWord;
  readonly params?: WordParams;
}

export function invalid(...faults: readonly Fault[]): CaseRefusal {
  return new CaseRefusal('invalid', { errors: (language) => faults.map(({ path, word, params }) => ({ path, message: say(language, word, params) })) });
}

/** What the reasons are told with: the workflow's words, who takes part, and whether somebody holds an office (all, where it does not say). */
export interface Told {
  readonly definition: Definition;
  readonly participants: readonly Participant[];
  readonly isHeld?: (office: OfficeOf) => boolean;
}

/** Reasons as a person reads them; where one does not say who can unblock it, those who have the next move can. */
export function whyOf(reasons: readonly Reason[], told: Told, language: Language, movers: readonly OfficeOf[] = []): readonly Why[] {
  return reasons.map((reason) => ({
    code: reason.code,
    message: sayWhy(reason, told.definition, language),
    unblockedBy: thoseHeld(reason.unblockedBy ? officesIn(reason.unblockedBy, told.participants) : movers, told),
  }));
}

/** A procedure names the offices of every kind of body that may act: of these, those there are here; all, where nobody holds any. */
function thoseHeld(offices: readonly OfficeOf[], { isHeld = () => true }: Told): readonly OfficeOf[] {
  const held = offices.filter((office) => isHeld(office));
  return held.length === 0 ? offices : held;
}

/** Offices by role, as offices of the institutions that take these roles. */
export function officesIn(offices: Offices, participants: readonly Participant[]): readonly OfficeOf[] {
  return participants.flatMap(({ role, institution }) => (Object.hasOwn(offices, role) ? offices[role] : []).map((office) => ({ office, institution })));
}
