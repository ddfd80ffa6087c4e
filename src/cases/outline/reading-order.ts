import type { StateOfChart, Way } from '../../engine/chart-reader.js';

/**
 * The states in the order in which one reads a procedure: each state followed by those inside it; siblings from the initial
 * one along what is written first, a state after those that lead to it, ends last. Without the whole procedure (path '').
 */
export function readingOrder(states: readonly StateOfChart[], ways: readonly Way[]): readonly StateOfChart[] {
  const inside = (parent: StateOfChart): readonly StateOfChart[] =>
    inOrder(states.filter((state) => state.parent === parent.path), parent.initial, ways).flatMap((state) => [state].concat(inside(state)));
  const [whole] = states;
  return whole ? inside(whole) : [];
}

function inOrder(siblings: readonly StateOfChart[], initial: string | null, ways: readonly Way[]): readonly StateOfChart[] {
  const seen = new Set<StateOfChart>();
  const from = (start: StateOfChart): readonly StateOfChart[] => {
    const finished: StateOfChart[] = [];
    const visit = (state: StateOfChart): void => {
      if (seen.has(state)) return;
      seen.add(state);
      // Backwards, because what is finished last is read first.
      for (const next of ledTo(state, siblings, ways).toReversed()) visit(next);
      finished.push(state);
    };
    visit(start);
    return finished.toReversed();
  };
  let order: readonly StateOfChart[] = siblings.filter(({ path }) => path === initial).flatMap(from);
  for (const start of siblings.filter((state) => !seen.has(state))) order = joined(order, from(start), siblings, ways);
  return [...order.filter(({ kind }) => kind !== 'final'), ...siblings.filter(({ kind }) => kind === 'final')];
}

/** A run entered from outside is read just before the first state it leads to, else after all. */
function joined(order: readonly StateOfChart[], run: readonly StateOfChart[], siblings: readonly StateOfChart[], ways: readonly Way[]): readonly StateOfChart[] {
  const next = new Set(run.flatMap((state) => ledTo(state, siblings, ways)));
  const place = order.findIndex((state) => next.has(state) && state.kind !== 'final');
  return place === -1 ? [...order, ...run] : [...order.slice(0, place), ...run, ...order.slice(place)];
}

/** The siblings to which anything inside a state leads, in the order it is written. */
function ledTo(state: StateOfChart, siblings: readonly StateOfChart[], ways: readonly Way[]): readonly StateOfChart[] {
  const leaving = ways.filter(({ from }) => isWithin(from, state.path));
  const met = leaving.flatMap(({ to }) => siblings.filter((one) => to !== null && one !== state && isWithin(to, one.path)));
  return [...new Set(met)];
}

/** Whether a state is another one or stands somewhere inside it. */
export function isWithin(path: string, outer: string): boolean {
  return path === outer || outer === '' || path.startsWith(`${outer}.`);
}
