import type { Definition } from '../../engine/case-reader.js';
import type { Instrument, JsonObject, Participant } from '../../kit/index.js';
import type { NoteFacts, When } from './facts.js';

/** A line of a case's past. */
export interface ToldLine {
  readonly type: string;
  readonly on: string;
  readonly data: JsonObject;
  readonly instrument?: Instrument;
  readonly flags: readonly string[];
  /** Whose act it was; null: nobody's, but what a source tells. */
  readonly by: { readonly role: string; readonly office: string; readonly institution: string } | null;
}

/** A case with its past, in the order in which it is told. */
export interface ToldCase {
  readonly workflow: string;
  readonly id: string;
  readonly title: string;
  readonly region: string;
  readonly parties: readonly { readonly role: string; readonly institution: string }[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly opening: ToldLine;
  readonly lines: readonly ToldLine[];
}

/** What is told of one case, as of a day. */
export interface Telling {
  readonly workflow: string;
  readonly id: string;
  readonly region: string;
  readonly tell: (today: string) => ToldCase;
}

/**
 * The latest day by which something had happened: its own where a source gives it, the last of its month, the day of the
 * report; of what no source dates, the day on which it is recorded.
 */
export function latestDay(when: When | null, today: string): string {
  if (when === null) return today;
  return when.precision === 'month' ? lastOfMonth(when.date) : when.date;
}

function lastOfMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** What a reader is told of a line's day and of its source. Only a day that a source gives starts clocks. */
export function flagsOf(when: When | null, sources: readonly string[]): readonly string[] {
  const precision = when?.precision ?? 'not-known';
  return [`precision:${precision}`, ...(precision === 'day' ? [] : ['dayUncertain']), ...sources.map((source) => `source:${source}`)];
}

/** Of every opening: nobody documents the proposal, nor what came after the last fact. */
export function openingFlags(sources: readonly string[]): readonly string[] {
  return [...flagsOf(null, sources), 'laterCourseNotKnown'];
}

export function noteLine({ fact, when, sources }: NoteFacts, ofCase: readonly string[], today: string): ToldLine {
  return { type: 'fact.noted', on: latestDay(when, today), data: { fact }, flags: flagsOf(when, sources ?? ofCase), by: null };
}

/** In order of date; of one day, as they stand. */
export function inOrder(lines: readonly ToldLine[]): readonly ToldLine[] {
  return lines.toSorted((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1));
}

export function earliest(days: readonly string[], today: string): string {
  return days.reduce((first, day) => (day < first ? day : first), today);
}

/** The parties as documented, and those that the law names in every such case. */
export function participantsOf({ roles }: Definition, { parties, region }: Pick<ToldCase, 'parties' | 'region'>): readonly Participant[] {
  const byLaw = Object.entries(roles).flatMap(([role, { byLaw: bodyOf }]) => {
    const institution = bodyOf?.(region) ?? null;
    return institution === null ? [] : [{ role, institution }];
  });
  return [...parties, ...byLaw].map(({ role, institution }) => ({ role, institution, party: roles[role]?.party ?? false }));
}
