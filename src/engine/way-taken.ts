import { chartWays, type Definition, type Way } from './chart-reader.js';
import type { CaseState } from './core/case-state.js';
import type { ChainedLine, JournalLine } from './core/journal-line.js';
import { leafPaths } from './core/kernel.js';
import { isInTheWay, retell, type Correction, type Retold } from './core/replay.js';
import type { World } from './core/outcome.js';

/** One move of a case through its chart; what changed no state is none. */
export interface Move {
  /** Counted from 1, the opening. */
  readonly number: number;
  readonly seq: number;
  readonly on: string;
  /** The event's type; of an expiry `deadline.expired`. */
  readonly event: string;
  /** The branches of the chart it took, in their order; empty for the opening. */
  readonly ways: readonly Way[];
  /** States the case came into, and those it left, as dotted paths, outer ones too. */
  readonly entered: readonly string[];
  readonly left: readonly string[];
  /** Of its line as it now reads: what is said of its day and its source besides. */
  readonly flags: readonly string[];
}

/** A journal, and what is needed to tell it again as it now reads. */
export interface Past {
  readonly definition: Definition;
  readonly lines: readonly ChainedLine[];
  readonly world: World;
  /** Up to when expiries are told. */
  readonly until: { readonly on: string; readonly at: string };
}

/** The way a case took, from its journal with all rectifications: each line that moved it, and by which branch of the chart. */
export function wayTaken({ definition, lines: chained, world, until }: Past): readonly Move[] {
  const lines = chained.map(({ text }) => JSON.parse(text) as JournalLine);
  const corrections = lines.filter(({ type }) => type === 'rectification').map(({ data }) => data['correction'] as Correction);
  const ways = chartWays(definition);
  const moves: Move[] = [];
  let before: CaseState | null = null;
  for (const told of retell(definition, lines, corrections, world, { ...until, seq: lines.length })) {
    if (isInTheWay(told)) break;
    const move = moveOf(ways, before, told, moves.length + 1);
    if (move) moves.push({ ...move, flags: flagsOf(lines, corrections, told.event) });
    before = told.state;
  }
  return moves;
}

/** A line that is given a day has one, unless its rectification says otherwise; an expiry found anew has no flags. */
function flagsOf(lines: readonly JournalLine[], corrections: readonly Correction[], { seq, type }: Retold['event']): readonly string[] {
  const line = lines.find((one) => one.seq === seq);
  if (!line || (type === 'deadline.expired' && line.type !== type)) return [];
  return corrections.filter(({ corrects }) => corrects === seq).reduce((flags, correction) => correction.flags ?? (correction.on === undefined ? flags : flags.filter((flag) => !isOfDay(flag))), line.flags);
}

function isOfDay(flag: string): boolean {
  return flag === 'dayUncertain' || flag.startsWith('precision:');
}

function moveOf(ways: readonly Way[], before: CaseState | null, { event, state }: Retold, number: number): Omit<Move, 'flags'> | null {
  const [was, is] = [before ? activePaths(before) : [], activePaths(state)];
  const taken = before ? branchesTaken(ways, { was, is, trigger: triggersOf(before, state, event) }) : [];
  const [entered, left] = [is.filter((path) => !was.includes(path)), was.filter((path) => !is.includes(path))];
  if (before && entered.length + left.length === 0 && taken.length === 0) return null;
  return { number, seq: event.seq, on: event.on, event: event.type, ways: taken, entered, left };
}

/** The active states and those around them. */
function activePaths({ envelope }: CaseState): readonly string[] {
  return [...new Set(leafPaths(envelope.value).flatMap(outwards))];
}

function outwards(path: string): readonly string[] {
  return path.split('.').map((_, index, parts) => parts.slice(0, index + 1).join('.'));
}

/** What of the chart an event stands for: itself, a deadline, and the end of the steps it ended. */
function triggersOf(before: CaseState, state: CaseState, event: Retold['event']): (way: Way) => boolean {
  const ended = state.steps.filter((step) => step.status === 'ended' && step.endedSeq === event.seq && !before.steps.some((one) => one.id === step.id && one.startedSeq === step.startedSeq && one.status === 'ended'));
  return ({ trigger }) => {
    if (trigger.kind === 'event') return trigger.event === event.type;
    if (trigger.kind === 'deadline') return event.type === 'deadline.expired' && event.data['deadline'] === trigger.deadline;
    return trigger.kind === 'outcome' && ended.some(({ id, output }) => id === trigger.step && trigger.outcomes.includes(output?.outcome ?? ''));
  };
}

interface Change {
  readonly was: readonly string[];
  readonly is: readonly string[];
  readonly trigger: (way: Way) => boolean;
}

/** The branch whose source was active and whose target is now, with the automatic ones that may follow it. */
function branchesTaken(ways: readonly Way[], { was, is, trigger }: Change): readonly Way[] {
  const first = ways.filter((way) => (way.from === '' || was.includes(way.from)) && trigger(way));
  const arrives = ({ to }: Way): boolean => to !== null && is.includes(to) && (!was.includes(to) || first.length === 1);
  const direct = first.find(arrives) ?? first.find(({ to }) => to !== null && is.includes(to));
  if (direct) return [direct];
  const automatic = ways.filter(({ trigger: { kind } }) => kind === 'always' || kind === 'done');
  for (const start of first) {
    const follow = automatic.find((way) => start.to !== null && within(start.to, way.from) && way.to !== null && is.includes(way.to));
    if (follow) return [start, follow];
  }
  return [];
}

function within(path: string, outer: string): boolean {
  return path === outer || outer === '' || path.startsWith(`${outer}.`);
}
