import type { Definition } from '../../engine/case-reader.js';
import type { Move } from '../../engine/way-taken.js';
import type { Language } from '../../i18n/language.js';
import { isDayUncertain, isImplied } from '../flags.js';
import { stateName } from '../outline/state-name.js';
import { arrowId } from './chart.js';
import { wayKey } from './label-of.js';
import type { CasePath, Doubt } from './marks.js';
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
export function casePathOf(definition: Definition, language: Language, { number, status, leaves, moves }: CaseOnPaper): CasePath {
  const { title } = definition.words[language];
  const named = (path: string): string => stateName(definition, path, language);
  const innermost = moves.map(({ entered }) => entered.filter((path) => !entered.some((other) => other.startsWith(`${path}.`))));
  const ways = moves.flatMap((move) => move.ways.map((way): [string, number] => [wayKey(way), move.number]));
  const arrows = moves.flatMap((move) => move.ways.map(arrowId));
  const doubts = doubtsOf(moves);
  return {
    title: say(language, 'title.case', { title, number }),
    description: [say(language, 'desc.case', { number, now: leaves.map(named).join(', '), path: innermost.flat().map(named).join(' → ') }), ...doubtsInWords(doubts, language)].join(' '),
    visited: grouped(moves.flatMap(({ entered, number: move }) => entered.map((path): [string, number] => [path, move]))),
    arrows: new Set(['begin ', ...arrows]), ways: grouped([['case.opened', 1], ...ways]), present: leaves, status, doubts,
  };
}

function grouped(pairs: readonly (readonly [string, number])[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, readonly number[]>();
  for (const [key, move] of pairs) groups.set(key, [...(groups.get(key) ?? []), move]);
  return groups;
}

function doubtsOf(moves: readonly Move[]): CasePath['doubts'] {
  const doubtful = moves.filter(({ flags }) => isDayUncertain(flags) || isImplied(flags));
  return new Map(doubtful.map(({ number, on, flags }): [number, Doubt] => [number, { latest: isDayUncertain(flags) ? on : null, step: isImplied(flags) ? 'implied' : 'told' }]));
}

/** The same for those who do not see the marks. */
function doubtsInWords(doubts: CasePath['doubts'], language: Language): readonly string[] {
  const days = [...doubts].filter(([, { latest }]) => latest !== null).map(([number, { latest }]) => `${number} (≤ ${latest})`);
  const steps = [...doubts].filter(([, { step }]) => step === 'implied').map(([number]) => number);
  return [...(days.length > 0 ? [say(language, 'desc.uncertain', { moves: days.join(', ') })] : []), ...(steps.length > 0 ? [say(language, 'desc.implied', { moves: steps.join(', ') })] : [])];
}
