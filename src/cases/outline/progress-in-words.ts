import type { Move } from '../../engine/way-taken.js';
import type { Language } from '../../i18n/language.js';
import { flagsInWords, isDayUncertain } from '../flags.js';
import type { OutlineItem } from './outline.js';
import { movesThrough, progressOf, type CaseOnTheWay } from './progress.js';
import { say } from './words.js';

/** Where a case stands with a state, sentence by sentence; days that no source gives are told as such (docs/adr/0015). */
export function progressInWords({ state: path, kind }: Pick<OutlineItem, 'state' | 'kind'>, onTheWay: CaseOnTheWay, language: Language): readonly string[] {
  const { status, times } = progressOf(path, onTheWay);
  if (status === 'notYet' || status === 'notTaken') return [say(language, status === 'notYet' ? 'progress.not-yet' : 'progress.not-taken')];
  const { came, left } = movesThrough(path, onTheWay.moves);
  const [since, until] = [came.at(-1), left.at(-1)];
  const again = times > 1 ? [say(language, 'progress.times', { n: times })] : [];
  if (status === 'now') return [nowInWords(kind, since, language), ...doubts(since, language), ...again];
  return [say(language, 'progress.done', { since: dayInWords(since, language), until: dayInWords(until, language) }), ...doubts(since, language), ...again];
}

function nowInWords(kind: OutlineItem['kind'], since: Move | undefined, language: Language): string {
  if (kind !== 'end') return say(language, 'progress.now', { since: dayInWords(since, language) });
  return say(language, since && isDayUncertain(since.flags) ? 'progress.ended.uncertain' : 'progress.ended', { since: since?.on ?? '' });
}

function dayInWords(move: Move | undefined, language: Language): string {
  return say(language, move && isDayUncertain(move.flags) ? 'day.uncertain' : 'day', { day: move?.on ?? '' });
}

/** What its sources leave open of the act that brought the case here, as one sentence. */
function doubts(move: Move | undefined, language: Language): readonly string[] {
  const said = flagsInWords((move?.flags ?? []).filter((flag) => told.has(flag)), language).join('; ');
  return said === '' ? [] : [`${said.charAt(0).toUpperCase()}${said.slice(1)}.`];
}

const told: ReadonlySet<string> = new Set(['precision:month', 'precision:reported', 'precision:not-known', 'dateImplied', 'stepImplied']);
