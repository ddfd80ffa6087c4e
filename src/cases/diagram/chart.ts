import { chartStates, chartWays, type Definition, type StateOfChart, type Way } from '../../engine/chart-reader.js';
import { isWithin, readingOrder } from '../outline/reading-order.js';

/** A chart as it is drawn: its states in reading order, its ways, which of them are arrows, and the state a case begins in. */
export interface Chart {
  readonly states: readonly StateOfChart[];
  readonly ways: readonly Way[];
  readonly arrows: ReadonlySet<Way>;
  readonly first: string;
}

/** How many neighbours in reading order an arrow may pass over; what leads further is said in words. */
const reach = 3;

export function chartOf(definition: Definition): Chart {
  const [whole, ways] = [chartStates(definition), chartWays(definition)];
  const states = readingOrder(whole, ways);
  return { states, ways, arrows: new Set(arrowsOf(states, ways)), first: whole[0]?.initial ?? '' };
}

/** The arrow a way is drawn as, alone or with others between the same two states. */
export function arrowId({ from, to }: Pick<Way, 'from' | 'to'>): string {
  return `${from} > ${to}`;
}

/**
 * The ways drawn as lines: those that lead on to what is near, the nearest of those that reach a state at all, and to an end
 * when it has one source, beside it. Nobody follows a line across a whole sheet.
 */
function arrowsOf(states: readonly StateOfChart[], ways: readonly Way[]): readonly Way[] {
  const onward = ways.filter((way) => leadsOn(way, states));
  return onward.filter((way) => {
    const rivals = onward.filter(({ to }) => to === way.to);
    const target = states.find(({ path }) => path === way.to);
    if (target?.kind === 'final') return isOnlySource(way, ways) && parentOf(way.from) === target.parent;
    const nearest = Math.min(...rivals.map((one) => distance(one, states)));
    return distance(way, states) <= Math.max(reach, nearest);
  });
}

function leadsOn({ from, to }: Way, states: readonly StateOfChart[]): boolean {
  if (to === null || isWithin(from, to) || isWithin(to, from)) return false;
  return states.findIndex(({ path }) => path === from) < states.findIndex(({ path }) => path === to);
}

function isOnlySource({ from, to }: Way, ways: readonly Way[]): boolean {
  return ways.every((other) => other.to !== to || other.from === from);
}

/** How far apart the two neighbours are in which a way begins and ends. */
function distance({ from, to }: Way, states: readonly StateOfChart[]): number {
  const shared = states.map(({ path }) => path).filter((path) => isWithin(from, path) && isWithin(to!, path)).toSorted((one, other) => other.length - one.length)[0] ?? '';
  const neighbours = states.filter(({ parent }) => parent === shared).map(({ path }) => path);
  const place = (inner: string): number => neighbours.findIndex((path) => isWithin(inner, path));
  return place(to!) - place(from);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), 0));
}
