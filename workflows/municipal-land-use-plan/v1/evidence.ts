import { weekOf } from './days.js';

/** A notice in a newspaper, on the radio or by the usual means (LGUC arts 28 octies number 4, 43 third paragraph). */
export interface Notice {
  readonly publishedOn: string;
}

/** Two notices or more, in different weeks, all before the day they announce: art. 43 says "previamente", so the day itself is too late. */
export function twoNoticesBefore(notices: readonly string[], day: string): boolean {
  return new Set(notices.filter((on) => on < day).map(weekOf)).size >= 2;
}

export function daysOf(notices: unknown): readonly string[] {
  return Array.isArray(notices) ? (notices as readonly Notice[]).map(({ publishedOn }) => publishedOn) : [];
}

/** Days of the hearings an act certifies, in order. */
export function heldOn(hearings: unknown): readonly string[] {
  return Array.isArray(hearings) ? (hearings as readonly { heldOn: string }[]).map((one) => one.heldOn).toSorted() : [];
}

/** The days an act speaks of: what it says under a name that ends in "On", wherever. Not those of papers it announces by. */
export function daysIn(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, inner]) => (typeof inner === 'string' && name.endsWith('On') ? [inner] : daysIn(inner)));
}
