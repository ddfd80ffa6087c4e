import type { Certainty } from '../kit/case-event.js';

/** Rows of one name and scope, by their first day; there is at least one. */
export function valueOn(rows: readonly DatedValueRow[], on: string): DatedValue {
  const latest = rows.findLast(({ from }) => from <= on);
  const row = latest ?? rows[0];
  const inForce = latest !== undefined && (latest.to === null || on <= latest.to);
  const { value, from, unit, basis } = row;
  return { value, from, unit, basis, certainty: inForce ? row.certainty : 'assumption' };
}

/** A value as it stood on a day: what a guard may read, and how sure we are of it. */
export interface DatedValue {
  /** A number in `unit`, or a day (`YYYY-MM-DD`) when `unit` is `date`. */
  readonly value: number | string;
  readonly from: string;
  readonly unit: string;
  readonly certainty: Certainty;
  readonly basis: string;
}

/** A value the law or an authority fixes for a time. `to` null: until a later one. */
export interface DatedValueRow {
  readonly name: string;
  /** A territory or institution code; null for the whole country. */
  readonly scope: string | null;
  readonly from: string;
  readonly to: string | null;
  /** A number in `unit`, or a day when `unit` is `date`. */
  readonly value: number | string;
  readonly unit: string;
  readonly basis: string;
  readonly certainty: Certainty;
}
