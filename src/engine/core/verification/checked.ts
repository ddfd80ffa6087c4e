import type { DeadlineRule, Level } from '../../../kit/index.js';
import { leafPaths } from '../kernel.js';
import { allStates, type ChartState } from '../chart.js';
import type { Definition } from '../definition.js';
import type { Explored } from './explore.js';
import type { Cast, Situation } from './situation.js';
import { turnsBy, type Turn } from './turns.js';
import { waysOf, type Ways } from './ways.js';

/** The offices that institutions of a level have; null where they are bodies outside, whose acts others attest. */
export type OfficesOf = (level: Level) => readonly string[] | null;

/** A definition with everything that was found out about it: what the rules look at. */
export interface Checked {
  readonly definition: Definition;
  readonly explored: Explored;
  readonly states: readonly ChartState[];
  readonly officesOf: OfficesOf;
  /** What there is to do in a situation, and may be done. */
  readonly turns: (situation: Situation) => readonly Turn[];
  readonly way: Ways;
  /** The first situation in which each state is active, by the state's path. */
  readonly first: ReadonlyMap<string, Situation>;
  /** Deadlines that no state has: steps start them. */
  readonly stepDeadlines: readonly (readonly [string, DeadlineRule])[];
}

export function checkedOf(definition: Definition, explored: Explored, officesOf: OfficesOf): Checked {
  const states = allStates(definition.chart);
  const ofStates = new Set(states.flatMap(({ config }) => Object.keys(config.after ?? {})));
  const first = new Map<string, Situation>();
  for (const situation of explored.situations) {
    for (const { path } of explored.charted(situation.state.envelope.value).states) if (!first.has(path)) first.set(path, situation);
  }
  return {
    definition, explored, states, officesOf, first, turns: turnsBy(definition, explored.charted), way: waysOf(definition, explored),
    stepDeadlines: Object.entries(definition.deadlines).filter(([name]) => !ofStates.has(name)),
  };
}

/** The active leaf states of a situation, as a sentence names them. */
export function whereIs({ state }: Situation): string {
  return leafPaths(state.envelope.value).join(', ');
}

/** The situations in which a case still goes on. */
export function openOnes({ explored }: Checked): readonly Situation[] {
  return explored.situations.filter(({ state }) => state.status === 'open');
}

/** The casts that come to a situation, with their numbers. */
export function castsIn({ casts }: Explored, situation: Situation): readonly (readonly [number, Cast])[] {
  return casts.flatMap((cast, number) => ((situation.casts >> BigInt(number)) & 1n ? [[number, cast] as const] : []));
}

/** Keeps the first finding of each kind: the others say the same of situations further away. */
export function firstOfEach<Item>(items: readonly Item[], key: (item: Item) => string): readonly Item[] {
  const seen = new Map<string, Item>();
  for (const item of items) if (!seen.has(key(item))) seen.set(key(item), item);
  return [...seen.values()];
}
