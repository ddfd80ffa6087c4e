import type { JsonObject } from '../case-event.js';
import type { Offices } from '../event.js';

/** One month's account of the money received. */
export interface Account {
  readonly month: string;
  readonly status: 'owed' | 'overdue' | 'submitted' | 'observed' | 'approved';
  /** CLP as submitted. */
  readonly amount: number;
  /** CLP accepted: all of `amount`, or part of it. */
  readonly approved: number;
}

/** CLP paid, returned and accounted for. */
export interface Money {
  readonly paid: number;
  readonly returned: number;
  readonly instalments: number;
  readonly accounts: readonly Account[];
}

/** What must be delivered, by whom. */
export interface Deliverable {
  readonly name: string;
  readonly role: string;
}

export interface ObligationsInput {
  /** `instalments`: money is handed over and accounted for. `contractor`: the payer pays the contractor itself. */
  readonly funding: 'instalments' | 'contractor';
  /** Total in CLP; null when it is not known. */
  readonly committed: number | null;
  readonly payer: Offices;
  readonly executor: Offices;
  readonly deliverables: readonly Deliverable[];
  /** Names of the deadlines of a month's account and of its review. */
  readonly accountDeadline: string;
  readonly reviewDeadline: string;
}

export interface ObligationsState extends JsonObject {
  readonly money: Money;
  readonly delivered: readonly { readonly name: string; readonly on: string; readonly accepted: string | null }[];
  readonly minutes: readonly { readonly on: string; readonly document: { readonly sha256: string; readonly name: string } | null }[];
}
