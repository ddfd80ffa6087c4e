import type { Certainty } from './case-event.js';

export type DeadlineUnit = 'business' | 'calendar' | 'hours' | 'months' | 'years' | 'nth-business-day-of-next-month' | 'fixed-date' | 'date-in-the-act';

/** What the law says when a deadline ends unanswered (domain, section 1.0). */
export const expiryEffects = [
  'deemedApproved', 'deemedRejected', 'proposalStands', 'deemedApprovedOnComplaint', 'mayProceed', 'deemedWithdrawn', 'windowCloses',
  'mustAnswerExpressly', 'powerLapses', 'reverts', 'deemedNotified', 'castingVote', 'none', 'waits',
] as const;
export type ExpiryEffect = (typeof expiryEffects)[number];

/** The happening from whose day a deadline is counted; never "the click". */
export type StartTrigger = 'receipt' | 'notification' | 'publication' | 'session' | 'deed' | 'full-processing' | 'payment' | 'presentation' | 'act';

/** A part of the rule that rests on a reading of ours, not on a text (deadlines' `readings`). */
export type Reading = 'unit' | 'rollover' | 'monthEnd' | 'saturday' | 'lateAct' | 'onExpiry' | 'startsFrom' | 'extension';

/**
 * A named legal clock of a state or of a step. The machine knows only its name; the engine makes a row of it and counts
 * by the calendar of the seat of `actor`'s institution.
 */
export interface DeadlineRule {
  /** The rule's name in our list of rules, e.g. `core.decide`. */
  readonly rule: string;
  /** Units to count; for `nth-business-day-of-next-month` the n; absent for `fixed-date` and `date-in-the-act`. */
  readonly amount?: number;
  readonly unit: DeadlineUnit;
  /** Of a `fixed-date`: month and day, `MM-DD`. */
  readonly monthDay?: string;
  readonly startsFrom: StartTrigger;
  /**
   * Which event's data (or whose instrument) names the day it starts from. Without it the day is taken from the event that
   * entered the state: its `instrument.receivedAt` for `receipt`, else the day it occurred (then only an assumption).
   */
  readonly trigger?: { readonly on: readonly string[]; readonly field: string };
  /**
   * `yes`: it starts from a paper that a party files, which on a non-business day counts as filed in the first hour of the
   * next business day (Ley 19.880 art. 25, last paragraph).
   */
  readonly filing?: 'yes';
  /** Of a `date-in-the-act`: the field of the context that holds the date; a changed field moves the deadline. */
  readonly untilField?: string;
  readonly onExpiry: ExpiryEffect;
  /** The role of the participant that must act. */
  readonly actor: string;
  /** Events that meet it; an act of a step meets it when it ends the step. */
  readonly metBy: readonly string[];
  readonly extension: 'half' | 'cap' | 'own' | 'none' | 'unknown';
  /** Of `own`: how many more units its own rule allows; of `cap`: the total it may reach. */
  readonly extensionLimit?: number;
  /** Offices that may extend or suspend it; by default those that open such a case. */
  readonly extendedBy?: Readonly<Record<string, readonly string[]>>;
  readonly rollover: 'next-business-day' | 'none';
  readonly lateAct: 'valid' | 'void' | 'unknown';
  /** First and last day on which its law is in force: a clock that would start on another day does not. */
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly certainty: Certainty;
  /** What in this rule rests on our reading; a date that uses one is shown as an assumption. */
  readonly assumptions: readonly Reading[];
  /** The other unit, where the law says only "días". */
  readonly otherUnit?: 'business' | 'calendar';
  /** Article and law, as cited to an official. */
  readonly basis: string;
  /** Version date of the text read; null where no official text was read. */
  readonly asOf: string | null;
}

/** Declares a deadline; returns it unchanged, so that its literal types stay known. */
export function deadline<const Rule extends DeadlineRule>(rule: Rule): Rule {
  return rule;
}
