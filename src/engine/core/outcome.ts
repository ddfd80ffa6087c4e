import type { CompetenceChange, Dispatch, Reason } from '../../kit/index.js';
import type { Place } from '../../calendar/place.js';
import type { CaseState } from './case-state.js';

/** What the core may know of the world: where the bodies of the case sit. */
export interface World {
  /** The calendar of an institution's seat, with the holidays declared so far. */
  readonly placeOf: (institution: string) => Place;
  /** How an administrator has settled a rule whose law says only "días", for deadlines that start on that day; null: not settled. */
  readonly unitOf?: (rule: string, on: string) => 'business' | 'calendar' | null;
  /** The time zone of the case's territory, in which its days are counted. */
  readonly zone: string;
}

/** What an event makes of a case: the new state, and what is to be told outside. */
export interface Decision {
  readonly state: CaseState;
  readonly dispatches: readonly Dispatch[];
  /** Competences that change hands by it: for the ledger, in the same transaction. */
  readonly competences: readonly CompetenceChange[];
}

/** The case does not take the event: what it would take, and why not this. Nothing has changed. */
export interface Refusal {
  readonly refused: readonly Reason[];
  readonly accepted: readonly string[];
}

export function isRefused(decision: Decision | Refusal): decision is Refusal {
  return 'refused' in decision;
}
