import { localDate } from '../../calendar/place.js';
import { countingBody, expiredNames, type CaseState, type DeadlineRow } from './case-state.js';
import { expire } from './decide.js';
import type { Definition } from './definition.js';
import type { Occurrence } from './occurrence.js';
import type { Decision, World } from './outcome.js';

/** Until when: a local day that has begun (deadlines due before it have ended), and the instant. */
export interface Until {
  readonly on: string;
  readonly at: string;
}

/**
 * The running deadline that ended first, if any ended by then. By instant, or by day: what is due on a day has ended when
 * the case reaches a later one, whichever side of a time zone the body that had to act sits on.
 */
export function firstEnded(state: CaseState, until: Until, world: World): DeadlineRow | null {
  const ended = state.deadlines.filter((row) => row.status === 'running' && row.endsAt !== null
    && (row.endsAt <= until.at || expiryDay(row, world) <= until.on));
  if (ended.length === 0) return null;
  return ended.reduce((first, row) => (order(row) < order(first) ? row : first));
}

function order(row: DeadlineRow): string {
  return `${row.endsAt}|${row.name}|${row.subject}`;
}

/** The day an expiry takes effect: that of the first instant after the later reading of the due day. */
export function expiryDay(row: DeadlineRow, world: World): string {
  const body = countingBody(row);
  return localDate(row.endsAt!, body === '' ? world.zone : world.placeOf(body).zone);
}

/** The expiry of one deadline as an event of the clockwork. */
export function expiryEvent(state: CaseState, row: DeadlineRow, world: World): Occurrence {
  return {
    type: 'deadline.expired', source: 'clockwork', on: expiryDay(row, world), at: row.endsAt!, seq: state.seq + 1, order: 'in-order',
    data: { deadline: row.name, ...(row.subject && { subject: row.subject }), startedSeq: row.startedSeq, due: row.due, effect: row.onExpiry },
    law: {}, expired: expiredNames(state.deadlines), participants: state.participants,
  };
}

export interface Expiry {
  readonly event: Occurrence;
  readonly decision: Decision;
}

/** Expires, in order of date, everything that ended by then; each expiry may start what the next one ends. */
export function expireEnded(definition: Definition, state: CaseState, until: Until, world: World): readonly Expiry[] {
  const expiries: Expiry[] = [];
  let current = state;
  for (let row = firstEnded(current, until, world); row; row = firstEnded(current, until, world)) {
    const event = expiryEvent(current, row, world);
    const decision = expire(definition, current, row, event, world);
    expiries.push({ event, decision });
    current = decision.state;
  }
  return expiries;
}
