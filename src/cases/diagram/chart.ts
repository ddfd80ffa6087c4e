import { chartStates, chartWays, type Definition, type StateOfChart, type Way } from '../../engine/chart-reader.js';
import { isWithin, readingOrder } from '../outline/reading-order.js';

/** A chart as it is drawn: its states in reading order, its ways, and the state a case begins in. */
export interface Chart {
  readonly states: readonly StateOfChart[];
  readonly ways: readonly Way[];
  readonly first: string;
}

export function chartOf(definition: Definition): Chart {
  const [states, ways] = [chartStates(definition), chartWays(definition)];
  return { states: readingOrder(states, ways), ways, first: states[0]?.initial ?? '' };
}

/** Whether a way is drawn as a line: it leads on, and to an end only from beside it. */
export function isArrow({ from, to }: Way, { states }: Pick<Chart, 'states'>): boolean {
  if (to === null || isWithin(from, to) || isWithin(to, from)) return false;
  const [source, target] = [states.findIndex(({ path }) => path === from), states.findIndex(({ path }) => path === to)];
  return source < target && (states[target].kind !== 'final' || states[target].parent === states[source].parent);
}

/** The arrow a way is drawn as, alone or with others between the same two states. */
export function arrowId({ from, to }: Pick<Way, 'from' | 'to'>): string {
  return `${from} > ${to}`;
}
