import type { JsonObject, Level, Participant } from '../../../kit/index.js';
import { isOpen, type CaseState, type DeadlineRow } from '../case-state.js';
import { allStates, guardLeaves, type ChartState } from '../chart.js';
import type { Definition } from '../definition.js';
import { transitionsOf } from './charted.js';

/** What leads from one situation to the next: an event somebody sends, the end of a deadline, the end of a step. */
export interface Move {
  readonly kind: 'event' | 'expiry' | 'outcome';
  /** An event's type, a deadline's name, or `<step id>.<outcome>`. */
  readonly name: string;
}

export interface Edge {
  readonly move: Move;
  readonly to: Situation;
}

/** One way to staff a case: who takes part, and of which level each institution is. */
export interface Cast {
  readonly participants: readonly Participant[];
  readonly levels: ReadonlyMap<string, Level>;
}

/**
 * All cases that are alike in their state, their open steps and clocks, and in what the definition's `abstract` leaves of
 * the context; `state` is the first of them that was met. A node of the explored graph, complete when exploration ends.
 */
export interface Situation {
  readonly state: CaseState;
  /** How it was first come to, by the fewest moves; null where a case begins. */
  readonly from: { readonly situation: Situation; readonly move: Move } | null;
  readonly edges: Edge[];
  /** Bit n: some case with the n-th cast comes here. */
  casts: bigint;
}

/** Whether a move can happen with these roles in the case: an event needs somebody who may send it, unless the clockwork does. */
export function isOpenTo({ events }: Definition, { kind, name }: Move, roles: ReadonlySet<string>): boolean {
  if (kind !== 'event') return true;
  const by = Object.keys(events[name].by);
  return by.length === 0 || by.some((role) => roles.has(role));
}

export function rolesIn({ participants }: Cast): ReadonlySet<string> {
  return new Set(participants.map(({ role }) => role));
}

/** Two cases with the same key are in the same situation. */
export function situationKey(definition: Definition, asked: ReadonlySet<string>, state: CaseState): string {
  const { value, context, history } = state.envelope;
  const clocks = state.deadlines.filter((row) => isOpen(row)).map((row) => `${row.name}/${row.subject}`).toSorted();
  const steps = state.steps.filter((step) => step.status === 'open').map((step) => step.id);
  return JSON.stringify([value, sorted(definition.abstract(context)), clocks, steps, endedNames(state, asked), history]);
}

/** Names of the deadlines a guard of the chart asks about once they have ended. */
export function askedDeadlines(definition: Definition): ReadonlySet<string> {
  const leaves = allStates(definition.chart).flatMap((state: ChartState) => transitionsOf(state)).flatMap(({ guard }) => guardLeaves(guard));
  return new Set(leaves.filter(({ name }) => name === 'expired').map(({ params }) => String(params?.['deadline'])));
}

/** Expired deadlines that still tell two cases apart: a guard asks for them, or nothing but their end was noted. */
function endedNames(state: CaseState, asked: ReadonlySet<string>): readonly string[] {
  const latest = new Map<string, DeadlineRow>();
  for (const row of state.deadlines) latest.set(row.name, row);
  return [...latest.values()].filter((row) => row.status === 'expired' && asked.has(row.name)).map(({ name }) => name).toSorted();
}

function sorted(object: JsonObject): readonly [string, unknown][] {
  return Object.entries(object).toSorted(([one], [other]) => (one < other ? -1 : 1));
}
