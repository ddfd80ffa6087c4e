import { whereIs, type Checked } from '../checked.js';
import { finding, type Finding } from '../finding.js';
import { isOpenTo, rolesIn, type Edge, type Situation } from '../situation.js';

/** From every situation, with whoever takes part, the case can still end; told once, where that is first lost. */
export function deadEnds(checked: Checked): readonly Finding[] {
  const { explored, definition } = checked;
  if (explored.complete === 'no') return [];
  return distinctRoles(checked).flatMap(({ number, roles }) => lostBy(checked, number, ({ move }) => isOpenTo(definition, move, roles))).slice(0, 1);
}

/** One cast for each set of roles: cases with the same roles can make the same moves. */
function distinctRoles({ explored }: Checked): readonly { readonly number: number; readonly roles: ReadonlySet<string> }[] {
  const all = explored.casts.map((cast, number) => ({ number, roles: rolesIn(cast) }));
  return [...new Map(all.toReversed().map((one) => [[...one.roles].toSorted().join(), one])).values()].toReversed();
}

function lostBy(checked: Checked, number: number, can: (edge: Edge) => boolean): readonly Finding[] {
  const { explored, way } = checked;
  const mine = explored.situations.filter(({ casts }) => (casts >> BigInt(number)) & 1n);
  const ends = endingFrom(mine, can);
  const lost = mine.find((situation) => !ends.has(situation));
  if (lost) return [finding('cannot-end', 'cannot-end', { state: whereIs(lost) }, way(lost, number))];
  const alone = endingFrom(mine, (edge) => can(edge) && !isOfClockwork(checked, edge));
  const waiting = mine.find((situation) => !alone.has(situation) && situation.edges.some((edge) => isOfClockwork(checked, edge)));
  return waiting ? [finding('cannot-end-alone', 'cannot-end-alone', { state: whereIs(waiting) }, way(waiting, number))] : [];
}

/** An event that nobody may send: the clockwork brings it when a linked case ends. */
function isOfClockwork({ definition }: Checked, { move: { kind, name } }: Edge): boolean {
  return kind === 'event' && Object.keys(definition.events[name].by).length === 0;
}

/** Walks back from the ends along the moves that count. */
function endingFrom(situations: readonly Situation[], counts: (edge: Edge) => boolean): ReadonlySet<Situation> {
  const before = new Map<Situation, Situation[]>();
  for (const from of situations) {
    for (const edge of from.edges) {
      const known = before.get(edge.to);
      if (!counts(edge)) continue;
      if (known) known.push(from);
      else before.set(edge.to, [from]);
    }
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
