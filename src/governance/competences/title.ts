import type { Certainty } from '../../kit/case-event.js';

/** A legal title, exactly as an act says it: who holds a competence in a territory, and who leads, from a day on. */
export interface Title extends TitleEntry {
  /** Later entries have higher ones. */
  readonly id: number;
}

export interface TitleEntry {
  readonly competence: string;
  /** A region, province or commune: the act's own words, every commune of which it covers. */
  readonly territory: string;
  readonly holder: string;
  /** Null: the act, or what we have of it, does not say. */
  readonly mode: Mode | null;
  readonly duration: 'definitive' | 'temporary';
  readonly inCharge: string;
  readonly others: readonly Other[];
  /** First day. */
  readonly from: string;
  /** Last day, where `ends` is `on-day`. */
  readonly until: string | null;
  readonly ends: Ends;
  /** Who had it before, and has it again when a temporary title lapses. */
  readonly origin: string;
  readonly act: CompetenceAct;
  readonly basis: string;
  readonly certainty: Certainty;
  /** What entered it, so that it is entered once. */
  readonly source: string;
  readonly caseId: string | null;
  readonly seq: number | null;
}

export type Mode = 'exclusive' | 'shared';

/** `unknown`: a temporary title whose last day nobody has told us; it is shown as such and never filled in. */
export type Ends = 'never' | 'on-day' | 'unknown';

export interface Other {
  readonly institution: string;
  readonly part: 'shares' | 'consulted' | 'informed';
}

export interface CompetenceAct {
  readonly kind: string;
  readonly number?: string;
  readonly date: string | null;
  readonly issuedBy?: string;
}

/** A function of the law that may change hands. */
export interface Competence {
  readonly code: string;
  readonly name: Readonly<Record<'es' | 'en', string>>;
  readonly field: string;
  readonly law: string;
  readonly article: string;
  /** Version date of the text read; null where no official text was read. */
  readonly asOf: string | null;
  readonly certainty: Certainty;
  /** Who has it by the law itself in the whole country; null: in each commune the municipality that administers it. */
  readonly origin: string | null;
  /** Null: the law read does not say. */
  readonly mode: Mode | null;
  readonly flag: 'from-act' | null;
}

/** An act that is documented without saying where it applies: shown, and never made a point of the ledger. */
export interface CompetenceRecord {
  readonly competence: string;
  readonly number: string;
  readonly date: string | null;
  readonly from: string;
  readonly to: string;
  readonly mode: string;
  readonly note: string | null;
  readonly source: string;
  readonly certainty: Certainty;
}

/** The municipality that administers a commune. */
export interface Administration {
  readonly commune: string;
  readonly municipality: string;
  readonly basis: string;
  readonly certainty: Certainty;
}
