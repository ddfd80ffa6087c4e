import { whereIs, type Checked } from '../checked.js';
import { finding, type Finding } from '../finding.js';
import type { Edge, Situation } from '../situation.js';

/** From every situation the case can still end; told once, where it is first lost. */
export function deadEnds(checked: Checked): readonly Finding[] {
  const { explored, way } = checked;
  if (explored.complete === 'no') return [];
  const ends = endingFrom(explored.situations, () => true);
  const lost = explored.situations.find((situation) => !ends.has(situation));
  if (lost) return [finding('cannot-end', 'cannot-end', { state: whereIs(lost) }, way(lost))];
  const alone = endingFrom(explored.situations, ({ move }) => !(move.kind === 'event' && isOfClockwork(checked, move.name)));
  const waiting = explored.situations.find((situation) => !alone.has(situation));
  return waiting ? [finding('cannot-end-alone', 'cannot-end-alone', { state: whereIs(waiting) }, way(waiting))] : [];
}

/** An event that nobody may send: the clockwork brings it when a linked case ends. */
function isOfClockwork({ definition }: Checked, type: string): boolean {
  return Object.keys(definition.events[type]?.by ?? {}).length === 0;
}

/** Walks back from the ends along the moves that count. */
function endingFrom(situations: readonly Situation[], counts: (edge: Edge) => boolean): ReadonlySet<Situation> {
  const before = new Map<Situation, Situation[]>();
  for (const from of situations) {
    for (const edge of from.edges) if (counts(edge)) before.set(edge.to, [...(before.get(edge.to) ?? []), from]);
  }
  const ending = new Set<Situation>();
  const queue = situations.filter(({ state }) => state.status === 'closed');
  for (let here = queue.pop(); here !== undefined; here = queue.pop()) {
    if (ending.has(here)) continue;
    ending.add(here);
    queue.push(...(before.get(here) ?? []));
  }
  return ending;
}
