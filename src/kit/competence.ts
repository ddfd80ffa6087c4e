import type { Certainty } from './case-event.js';

/**
 * What a legal act makes of one competence in one territory, from a day on: who holds the title, and who is in charge. The
 * title is said exactly as the act says it; agreements may not alter it (LOC 18.695 arts 8, 10).
 */
export interface CompetenceChange {
  /** Code of the competence in the ledger. */
  readonly competence: string;
  /** A region, province or commune: where it changes hands. */
  readonly territory: string;
  /** The institution that has the legal title. */
  readonly holder: string;
  /** Null: what is known of the act does not say. */
  readonly mode: 'exclusive' | 'shared' | null;
  readonly duration: 'definitive' | 'temporary';
  /** The one institution that leads. */
  readonly inCharge: string;
  readonly sharedWith?: readonly string[];
  /** First day. */
  readonly from: string;
  /** Last day of a temporary one; null where it is definitive, or where the last day is not known. */
  readonly until: string | null;
  /** Who had it before, and has it again when a temporary transfer ends. */
  readonly origin: string;
  readonly act: { readonly kind: string; readonly number?: string; readonly date: string; readonly issuedBy?: string };
  readonly basis: string;
  readonly certainty: Certainty;
}
