import type { Definition } from '../definition.js';
import type { Explored } from './explore.js';
import { isOpenTo, rolesIn, type Cast, type Move, type Situation } from './situation.js';

/** How a situation is come to: with whom the case is opened, and what happens then. */
export interface Way {
  readonly cast: Cast;
  readonly moves: readonly Move[];
}

/** Answers the shortest way to a situation: with any participants, or with those of one cast. */
export type Ways = (to: Situation, cast?: number) => Way;

export function waysOf(definition: Definition, explored: Explored): Ways {
  const ofCasts = new Map<number, Steps>();
  const steps = (cast: number): Steps => {
    const found = ofCasts.get(cast) ?? walked(definition, explored, cast);
    ofCasts.set(cast, found);
    return found;
  };
  return (to, cast) => (cast === undefined ? anyWay(explored, to) : { cast: explored.casts[cast], moves: backFrom(to, (here) => steps(cast).get(here) ?? null).moves });
}

type Steps = ReadonlyMap<Situation, Situation['from']>;

/** The way by which it was first met: exploration goes breadth first. */
function anyWay({ starts, casts }: Explored, to: Situation): Way {
  const { start, moves } = backFrom(to, (here) => here.from);
  const cast = starts.find(({ situation }) => situation === start)?.cast ?? 0;
  return { cast: casts[cast], moves };
}

function backFrom(to: Situation, from: (here: Situation) => Situation['from']): { readonly start: Situation; readonly moves: readonly Move[] } {
  const moves: Move[] = [];
  let here = to;
  for (let step = from(here); step !== null; step = from(here)) {
    moves.unshift(step.move);
    here = step.situation;
  }
  return { start: here, moves };
}

/** Every situation a case of one cast comes to, breadth first. */
function walked(definition: Definition, { starts, casts }: Explored, cast: number): Steps {
  const roles = rolesIn(casts[cast]);
  const steps = new Map<Situation, Situation['from']>(starts.filter((one) => one.cast === cast).map(({ situation }) => [situation, null]));
  const queue = [...steps.keys()];
  for (let next = 0; next < queue.length; next += 1) {
    const situation = queue[next];
    for (const { move, to } of situation.edges) {
      if (steps.has(to) || !isOpenTo(definition, move, roles)) continue;
      steps.set(to, { situation, move });
      queue.push(to);
    }
  }
  return steps;
}
