import { civilOf, epochDayOf, fromEpochDay, toEpochDay, weekdayOf, type EpochDay } from '../../calendar/epoch-day.js';
import { isBusinessDay } from '../../calendar/holidays.js';
import type { Place } from '../../calendar/place.js';
import type { Certainty } from '../../kit/case-event.js';

export type SessionKind = 'ordinary' | 'extraordinary';

/** A session of a collegiate body, on a day. */
export interface Session {
  readonly day: string;
  readonly kind: SessionKind;
  readonly basis: string;
  readonly certainty: Certainty;
}

/** The days a body has fixed for its ordinary sessions, from a day on: which of a weekday in each month. */
export interface SessionPattern {
  readonly from: string;
  /** ISO: Monday is 1. */
  readonly weekday: number;
  readonly weeks: readonly number[];
  readonly basis: string;
  readonly certainty: Certainty;
}

/** A session called, or one of the pattern cancelled. */
export interface DeclaredSession {
  readonly day: string;
  readonly kind: SessionKind;
  readonly status: 'called' | 'cancelled';
  readonly basis: string;
}

/**
 * The sessions of a body between two days, both included, in order. One of the pattern that falls on a non-business day of
 * its seat is not held: ordinary sessions are on business days (LOC 18.695 art. 84). At most one of a kind on a day.
 */
export function sessionsBetween({ patterns, declared }: { readonly patterns: readonly SessionPattern[]; readonly declared: readonly DeclaredSession[] }, from: string, to: string, place: Place): readonly Session[] {
  const cancelled = new Set(declared.filter(({ status }) => status === 'cancelled').map(keyOf));
  const called = declared.filter(({ status, day }) => status === 'called' && day >= from && day <= to)
    .map(({ day, kind, basis }): Session => ({ day, kind, basis, certainty: 'official' }));
  const known = new Set(called.map(keyOf));
  const regular = daysBetween(from, to).flatMap((day): readonly Session[] => {
    const pattern = patterns.findLast((one) => one.from <= day);
    if (!pattern || !isOf(pattern, toEpochDay(day)) || !isBusinessDay(day, place)) return [];
    const session: Session = { day, kind: 'ordinary', basis: pattern.basis, certainty: pattern.certainty };
    return known.has(keyOf(session)) || cancelled.has(keyOf(session)) ? [] : [session];
  });
  return [...called, ...regular].toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

function keyOf({ day, kind }: { readonly day: string; readonly kind: SessionKind }): string {
  return `${day} ${kind}`;
}

function isOf({ weekday, weeks }: SessionPattern, day: EpochDay): boolean {
  // The calendar's week begins on Sunday (0); ISO's ends with it (7).
  return (weekdayOf(day) || 7) === weekday && weeks.includes(Math.ceil(civilOf(day).day / 7));
}

function daysBetween(from: string, to: string): readonly string[] {
  const [first, last] = [toEpochDay(from), toEpochDay(to)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_none, index) => fromEpochDay(first + index));
}

/** The last day of the month a number of months on: how far ahead a next session is looked for. */
export function monthsAhead(day: string, months: number): string {
  const { year, month } = civilOf(toEpochDay(day));
  const total = year * 12 + (month - 1) + months + 1;
  return fromEpochDay(epochDayOf(Math.floor(total / 12), (total % 12) + 1, 1) - 1);
}
