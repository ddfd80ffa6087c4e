import type { Law } from '../../kit/index.js';
import { openActs, refusedByState } from './accepted.js';
import { isOpen, type CaseState, type DeadlineRow } from './case-state.js';
import { activeStates, metaOf, nodeId } from './chart.js';
import { ruleOf, type Definition } from './definition.js';

/** What one institution's office has to do now. Always derived from the case, never written by hand. */
export interface Task {
  /** Stable while the task lasts: made of what it is and of the event since which it stands. */
  readonly key: string;
  readonly name: string;
  readonly role: string;
  readonly institution: string;
  /** The office it is put to first, and all that may do it. */
  readonly office: string;
  readonly offices: readonly string[];
  readonly events: readonly string[];
  readonly due: string | null;
}

interface Candidate {
  readonly name: string;
  readonly role: string;
  readonly offices: readonly string[];
  readonly events: readonly string[];
  readonly institutions?: readonly string[] | undefined;
}

/** The tasks of a case: those its active states declare, and the acts its open steps expect, one per institution. */
export function tasksOf(definition: Definition, state: CaseState, today: string, law: Law = {}): readonly Task[] {
  if (state.status === 'closed') return [];
  const declared = activeStates(definition, state.envelope.value).flatMap((active) => metaOf(active).tasks ?? [])
    .map(({ task, role, offices, events }): Candidate => ({ name: task, role, offices, events }));
  const expected = openActs(definition, state, today, law)
    .filter((act) => act.expected && !refusedByState(definition, state, act.type))
    .flatMap((act) => Object.entries(act.by).map(([role, offices]): Candidate => ({ name: act.type, role, offices, events: [act.type], institutions: act.institutions })));
  return [...declared, ...expected].flatMap((candidate) => ofInstitutions(definition, state, candidate));
}

function ofInstitutions(definition: Definition, state: CaseState, candidate: Candidate): readonly Task[] {
  const office = candidate.offices[0];
  if (office === undefined) return [];
  const rows = state.deadlines.filter((row) => (isOpen(row) || isOverdue(definition, state, row)) && concerns(definition, row, candidate));
  const { name, role, offices, events, institutions } = candidate;
  return state.participants.filter((participant) => participant.role === role && (institutions?.includes(participant.institution) ?? true))
    .map(({ institution }) => {
      // A clock that runs for each body presses the body it runs for.
      const due = earliest(rows.filter(({ subject }) => subject === institution || !state.participants.some((one) => one.institution === subject)));
      return { name, role, offices, events, office, institution, due, key: `${name}@${institution}#${state.since}` };
    });
}

/** Ended unanswered without moving the case: its state still waits for the act, which is late now and not undated. */
function isOverdue(definition: Definition, state: CaseState, row: DeadlineRow): boolean {
  const { owner } = row;
  if (row.status !== 'expired' || !('state' in owner)) return false;
  const latest = state.deadlines.findLast((one) => one.name === row.name);
  return latest === row && activeStates(definition, state.envelope.value).some((active) => nodeId(definition, active) === owner.state);
}

/** A deadline presses a task when one of the task's events meets it, or when the same body owes both in one step. */
function concerns(definition: Definition, row: DeadlineRow, candidate: Candidate): boolean {
  const rule = ruleOf(definition, row.name);
  return rule.metBy.some((type) => candidate.events.includes(type));
}

function earliest(rows: readonly DeadlineRow[]): string | null {
  const days = rows.flatMap((row) => (row.due === null ? [] : [row.due]));
  return days.length === 0 ? null : days.reduce((first, day) => (day < first ? day : first));
}
