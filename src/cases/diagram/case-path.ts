import type { Definition } from '../../engine/case-reader.js';
import type { Move } from '../../engine/way-taken.js';
import type { Language } from '../../i18n/language.js';
import { arrowId, isArrow, type Chart } from './chart.js';
import { wayId } from './label-of.js';
import { rowKey, type CasePath } from './marks.js';
import { say } from './words.js';

/** A case as the drawing marks it. */
export interface CaseOnPaper {
  readonly number: string;
  readonly status: 'open' | 'closed';
  /** The innermost states it is in. */
  readonly leaves: readonly string[];
  readonly moves: readonly Move[];
}

/** The way a case came, as marks on the drawing of its procedure. */
export function casePathOf(definition: Definition, chart: Chart, language: Language, { number, status, leaves, moves }: CaseOnPaper): CasePath {
  const { title, states } = definition.words[language];
  const named = (path: string): string => states[path] ?? path;
  const innermost = moves.map(({ entered }) => entered.filter((path) => !entered.some((other) => other.startsWith(`${path}.`))));
  const arrows = moves.flatMap((move) => move.ways.filter((way) => isArrow(way, chart)).map((way): [string, number] => [arrowId(way), move.number]));
  const rows = moves.flatMap((move) => move.ways.filter((way) => !isArrow(way, chart)).map((way): [string, number] => [rowKey(way.from, wayId(way)), move.number]));
  return {
    title: say(language, 'title.case', { title, number }),
    description: say(language, 'desc.case', { number, now: leaves.map(named).join(', '), path: innermost.flat().map(named).join(' → ') }),
    visited: grouped(moves.flatMap(({ entered, number: move }) => entered.map((path): [string, number] => [path, move]))),
    taken: grouped([['begin ', 1], ...arrows]), rows: grouped(rows), present: leaves, status,
  };
}

function grouped(pairs: readonly (readonly [string, number])[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, readonly number[]>();
  for (const [key, move] of pairs) groups.set(key, [...(groups.get(key) ?? []), move]);
  return groups;
}
