import type { JsonObject } from '../case-event.js';
import type { Offices } from '../event.js';

/** What one party puts in, in one year. CLP; null where a register of the past does not say. */
export interface Share {
  /** Code of the party's institution. */
  readonly party: string;
  readonly year: number | null;
  readonly amount: number | null;
}

/** A project that the parties fund together. */
export interface FundedProject {
  /** Its code, or its name where no code is known: how acts name it. */
  readonly key: string;
  /** CLP agreed for it; null when it is not known. */
  readonly amount: number | null;
  /** Whether it may be executed: recommended (or not in need of it), still to be recommended, or not known. */
  readonly recommended: 'yes' | 'no' | 'unknown';
}

/** One who puts money in. */
export interface Contributor {
  readonly role: string;
  readonly institution: string;
  readonly offices: readonly string[];
}

export interface ContributionsInput {
  readonly parties: readonly Contributor[];
  /** Keeps the committee's minutes, reports, and settles. */
  readonly steward: Offices;
  /** Says that a project was recommended after the agreement was made. Left out, no project waits for that. */
  readonly appraiser?: Offices;
  readonly shares: readonly Share[];
  readonly projects: readonly FundedProject[];
  /**
   * What is owed before it is settled: while the agreement binds, `every-share` of every year (CPR art. 115: its fulfilment
   * is obligatory); once it has ended, those of the `years-begun`, as when left out.
   */
  readonly owed?: 'every-share' | 'years-begun';
  /** Whether the agreement has the clause that lets money move between its projects. */
  readonly reallocation: 'agreed' | 'not-agreed';
  /** Name of the committee's recurring clock: it starts anew with each minutes. */
  readonly minutesDeadline: string;
  /** The quarterly report: its deadline, and the days between which the law that asks for it is in force. */
  readonly reports?: { readonly deadline: string; readonly from: string; readonly until: string };
}

/** A quarter of a year, `YYYY-Qn`. */
export type Quarter = string;

export interface ContributionsState extends JsonObject {
  /** What each party put in its budget, by year; a later word on the same year replaces the earlier. */
  readonly budgets: readonly { readonly party: string; readonly year: number; readonly amount: number | null; readonly on: string }[];
  /** Shares that were not put in a budget, with why. */
  readonly unbudgeted: readonly { readonly party: string; readonly year: number; readonly reason: string }[];
  readonly executed: readonly { readonly party: string; readonly year: number | null; readonly project: string | null; readonly amount: number | null }[];
  readonly returned: readonly { readonly party: string; readonly amount: number | null }[];
  readonly moved: readonly { readonly from: string; readonly to: string; readonly amount: number; readonly on: string }[];
  /** Projects recommended since the agreement was made. */
  readonly recommended: readonly string[];
  readonly reports: readonly { readonly quarter: Quarter; readonly physical: number | null; readonly financial: number | null; readonly on: string }[];
  readonly minutes: readonly { readonly on: string; readonly document: { readonly sha256: string; readonly name: string } | null }[];
  /** How many times the committee's clock has ended since its last minutes: the alarm. */
  readonly silence: number;
  readonly minutesDeadline: string;
  /** The quarter whose report is being waited for, and when its law lapses; null when none is owed any more. */
  readonly awaited: { readonly quarter: Quarter; readonly deadline: string; readonly until: string } | null;
  /** Quarters whose report was not given in time. */
  readonly missed: readonly Quarter[];
}
