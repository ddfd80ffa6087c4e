/** How a set of durations is spread. */
export interface Distribution {
  readonly n: number;
  readonly p25: number | null;
  readonly median: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  readonly max: number | null;
}

/**
 * Percentiles by nearest rank: the p-th percentile of n values in ascending order is the one at place ⌈p·n⌉, so each is a
 * duration that really occurred. The median of an even number of values is therefore the lower of the two in the middle.
 */
export function distributionOf(values: readonly number[]): Distribution {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (percent: number): number | null => sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? null;
  return { n: sorted.length, p25: at(25), median: at(50), p75: at(75), p90: at(90), max: sorted.at(-1) ?? null };
}
