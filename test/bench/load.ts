import type { Used } from './cpu.js';

/** One measured stretch: transactions acknowledged, and how long each took, in milliseconds. */
export interface Stretch {
  readonly seconds: number;
  readonly latencies: readonly number[];
  /** Of all transactions of the stretch, also those that ended after it. */
  readonly used: Used;
  readonly transactions: number;
}

/** Takes a case from its opening to its end, calling `timed` around each transaction. */
export type Walk = (timed: <Result>(work: () => Promise<Result>) => Promise<Result>) => Promise<unknown>;

/** So many clients, each with one case after another and one request at a time, for so many seconds. */
export async function load(walk: Walk, clients: number, seconds: number, used: () => Used): Promise<Stretch> {
  let transactions = 0;
  const atFirst = used();
  const latencies: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1_000;
  const timed = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const before = performance.now();
    const result = await work();
    const after = performance.now();
    transactions += 1;
    // What ends after the bell is not counted: else more clients would seem to work longer.
    if (after <= end) latencies.push(after - before);
    return result;
  };
  const client = async (): Promise<void> => {
    while (performance.now() < end) await walk(timed);
  };
  await Promise.all(Array.from({ length: clients }, client));
  const atLast = used();
  return { seconds, latencies, transactions, used: { node: atLast.node - atFirst.node, postgres: atLast.postgres - atFirst.postgres } };
}

export function perSecond({ latencies, seconds }: Stretch): number {
  return latencies.length / seconds;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Interleaved stretches of several walks, so that what slows the machine down slows all of them. */
export async function alternate(walks: readonly Walk[], clients: number, { rounds, seconds, used }: Schedule): Promise<readonly (readonly Stretch[])[]> {
  const stretches: Stretch[][] = walks.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    // Each goes first in turn: the first of a round finds the machine rested.
    for (let turn = 0; turn < walks.length; turn += 1) {
      const which = (turn + round) % walks.length;
      stretches[which].push(await load(walks[which], clients, seconds, used));
    }
  }
  return stretches;
}

export interface Schedule {
  readonly rounds: number;
  readonly seconds: number;
  readonly used: () => Used;
}
