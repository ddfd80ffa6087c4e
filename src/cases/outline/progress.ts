import type { CaseState } from '../../engine/case-reader.js';
import type { Move } from '../../engine/way-taken.js';
import type { Progress } from './outline.js';

/** A case as an outline sees it: what it is now, and the way it came. */
export interface CaseOnTheWay {
  readonly state: CaseState;
  readonly moves: readonly Move[];
}

/** Where a case stands with a state. */
export function progressOf(path: string, { state, moves }: CaseOnTheWay): Progress {
  const { came, left } = movesThrough(path, moves);
  const [since, until] = [came.at(-1)?.on ?? null, left.at(-1)?.on ?? null];
  if (came.length > left.length) return { status: 'now', since, until: null, times: came.length };
  if (came.length > 0) return { status: 'done', since, until, times: came.length };
  return { status: state.status === 'closed' ? 'notTaken' : 'notYet', since: null, until: null, times: 0 };
}

/** The moves by which a case came into a state, and those by which it left. */
export function movesThrough(path: string, moves: readonly Move[]): { readonly came: readonly Move[]; readonly left: readonly Move[] } {
  return { came: moves.filter(({ entered }) => entered.includes(path)), left: moves.filter((move) => move.left.includes(path)) };
}
