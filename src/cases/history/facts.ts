import areas from './areas.json' with { type: 'json' };
import agreements from './agreements.json' with { type: 'json' };

/** When something happened, as exactly as its source says: on a day, in a month, or by the day on which somebody reported it. */
export interface When {
  /** `YYYY-MM-DD`, or `YYYY-MM` of a month. */
  readonly date: string;
  readonly precision: 'day' | 'month' | 'reported';
}

/** What every case of the history has. */
export interface Documented {
  readonly id: string;
  readonly region: string;
  readonly notes: readonly NoteFacts[];
  /** Addresses, or what is left of them, of what is told of the case. */
  readonly sources: readonly string[];
}

/** Something told of a case that is no act of its procedure. */
export interface NoteFacts extends Sourced {
  readonly fact: string;
}

interface Sourced {
  /** Null: no source says. */
  readonly when: When | null;
  /** Where they are others than the case's. */
  readonly sources?: readonly string[];
}

export interface AgreementFacts extends Documented {
  readonly title: string;
  readonly object: string;
  readonly parties: readonly { readonly role: string; readonly institution: string }[];
  /** First and last year, as printed. */
  readonly from: number | null;
  readonly until: number | null;
  readonly projects: number | null;
  /** Million CLP, as printed. */
  readonly totalMillionClp: number | null;
  readonly contributions: readonly ContributionFacts[];
  readonly acts: readonly AgreementAct[];
}

/** What a party puts in, as printed: an amount, a part of the whole, or neither. */
export interface ContributionFacts {
  readonly party: string;
  readonly millionClp: number | null;
  /** From 0 to 1. */
  readonly share: number | null;
  readonly duties: string | null;
  /** Whether it is of an amendment. */
  readonly agreedIn?: 'amendment';
}

export interface AgreementAct extends Sourced {
  readonly act: 'coreVote' | 'signature' | 'decreeRequest' | 'amendment' | 'amendedVote' | 'balance' | 'settlement';
  /** Of an act that no source tells and that follows from what they tell: how. */
  readonly follows?: string;
  readonly votes?: Readonly<Record<'inFavour' | 'against' | 'abstained', number>>;
  readonly reason?: string;
  readonly party?: string;
  readonly millionClp?: number;
}

export interface AreaFacts extends Documented {
  readonly name: string;
  readonly communes: readonly string[];
  readonly population2017: number;
  readonly path: 'request' | 'ex-officio' | null;
  readonly acts: readonly (Sourced & { readonly act: 'underReview' | 'cleared' })[];
}

/** Sources: README.md beside this file. */
export const agreementFacts = agreements as readonly AgreementFacts[];
export const areaFacts = areas as readonly AreaFacts[];
