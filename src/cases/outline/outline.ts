import type { DeadlineRow } from '../../engine/case-reader.js';

/** One step of a procedure as one reads it, and, for a case, where the case stands with it. */
export interface OutlineItem {
  /** Its place, e.g. `2.3`. */
  readonly number: string;
  /** Dotted path of the state. */
  readonly state: string;
  readonly title: string;
  readonly kind: 'state' | 'group' | 'parallel' | 'end';
  /** Who has to do what here. */
  readonly tasks: readonly { readonly task: string; readonly title: string; readonly by: string }[];
  readonly ways: readonly OutlineWay[];
  readonly deadlines: readonly OutlineDeadline[];
  /** All of it in words, in order; for a case its progress first. */
  readonly sentences: readonly string[];
  /** Null without a case. */
  readonly progress: Progress | null;
}

/** Something that may happen, and where it leads. */
export interface OutlineWay {
  readonly kind: 'event' | 'outcome' | 'automatic';
  readonly title: string;
  readonly by: string;
  readonly when: string;
  /** Null: the state does not change. */
  readonly leadsTo: Place | null;
}

export interface OutlineDeadline {
  readonly deadline: string;
  readonly title: string;
  /** How long, from when, and what its end does. */
  readonly clock: string;
  readonly effect: string;
  readonly basis: string;
  readonly certainty: string;
  /** Null: its end moves nothing. */
  readonly leadsTo: Place | null;
  /** Its latest run in the case; null without a case, or where it never ran. */
  readonly run: Pick<DeadlineRow, 'status' | 'started' | 'due' | 'endedOn'> | null;
}

export interface Place {
  readonly kind: OutlineItem['kind'];
  readonly number: string;
  readonly state: string;
  readonly title: string;
}

/** `notTaken`: the case is closed and never came here. */
export interface Progress {
  readonly status: 'done' | 'now' | 'notYet' | 'notTaken';
  /** The day it last came here, and the day it left; null where it did not. */
  readonly since: string | null;
  readonly until: string | null;
  readonly times: number;
}
