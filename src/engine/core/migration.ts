import { isDeepStrictEqual } from 'node:util';
import { reason, type JsonObject, type MigrationPlan, type Reason } from '../../kit/index.js';
import { isOpen, type CaseState, type DeadlineRow, type StepRow } from './case-state.js';
import { activeStates, nodeId } from './chart.js';
import { recount, startRow } from './deadline-rows.js';
import { ruleOf, type Definition } from './definition.js';
import { leafPaths, pack, revive } from './kernel.js';
import type { Occurrence } from './occurrence.js';
import type { World } from './outcome.js';
import { tasksOf } from './tasks.js';

/** What becomes of a running deadline: its date stays, or it is counted again by the new rule from the same day, or people must say. */
export type DeadlinePolicy = 'keep' | 'recompute' | 'ask';

/** What those who decide a migration say of every case it moves. */
export interface MigrationPolicy {
  /** Of deadlines not named below. */
  readonly otherwise: DeadlinePolicy;
  /** By the deadline's name in the new version. */
  readonly deadlines: Readonly<Record<string, DeadlinePolicy>>;
  /** Where the plan cannot say: the new state (dotted path) for an old one. */
  readonly states: Readonly<Record<string, string>>;
}

export interface DeadlineDifference {
  readonly before: { readonly name: string; readonly due: string | null } | null;
  readonly after: { readonly name: string; readonly due: string | null } | null;
  readonly policy: 'keep' | 'recompute' | 'start' | 'end';
}

/** What a migration makes different for one case: where it stands, who has to do what, and each clock. */
export interface MigrationDifference {
  readonly state: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly tasks: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly deadlines: readonly DeadlineDifference[];
}

export interface Migrated {
  readonly state: CaseState;
  readonly difference: MigrationDifference;
}
/** What must be decided first: a state the plan does not know, a deadline left to ask. */
export interface Undecided {
  readonly questions: readonly Reason[];
}

export function isUndecided(result: Migrated | Undecided): result is Undecided {
  return 'questions' in result;
}

/** A case of one version as it stands in another. Pure: nothing is stored, and the same decision gives the same case. */
export function migrate(versions: { readonly from: Definition; readonly to: Definition; readonly plan: MigrationPlan }, state: CaseState, policy: MigrationPolicy, event: Occurrence, world: World): Migrated | Undecided {
  const { from, to, plan } = versions;
  const leaves = leafPaths(state.envelope.value);
  const value = plan.state(state.envelope.value, state.envelope.context) ?? decidedState(leaves, policy);
  if (value === null) return { questions: [reason('migration-state', { state: leaves.join(', ') })] };
  const context = plan.context(state.envelope.context);
  const placed: CaseState = {
    ...state, seq: event.seq, steps: [], deadlines: [], lastOn: event.on > state.lastOn ? event.on : state.lastOn,
    envelope: { ...state.envelope, version: to.version, definitionHash: to.hash, value, context, history: {} },
  };
  const steps = stepsIn(to, placed, state.steps, plan, event);
  const clocks = clocksIn(to, { ...placed, steps }, state.deadlines, { plan, policy, event, world });
  if ('questions' in clocks) return clocks;
  // What the kernel cannot revive is no state of the new version: a defect of the plan, seen before anything is stored.
  const machine = to.machine();
  const envelope = pack(to, machine, revive(machine, placed.envelope, steps, null));
  const after: CaseState = { ...placed, envelope, steps, deadlines: clocks.rows };
  const difference: MigrationDifference = {
    state: { before: leaves, after: leafPaths(value) },
    tasks: { before: taskNames(from, state, event), after: taskNames(to, after, event) }, deadlines: clocks.differences,
  };
  return { state: after, difference };
}

function decidedState(leaves: readonly string[], { states }: MigrationPolicy): unknown {
  const [only] = leaves.length === 1 ? leaves : [];
  const path = only === undefined ? undefined : states[only];
  return path === undefined ? null : path.split('.').reduceRight<unknown>((inner, name) => (inner === undefined ? name : { [name]: inner }), undefined);
}

/** Open steps go on under their new ids where the new state waits for them; steps it waits for besides begin anew. */
function stepsIn(to: Definition, placed: CaseState, before: readonly StepRow[], plan: MigrationPlan, event: Occurrence): readonly StepRow[] {
  const wanted = activeStates(to, placed.envelope.value).flatMap(({ config }) => (config.invoke ? [config.invoke.id] : []));
  const kept = before.map((step): StepRow => {
    if (step.status !== 'open') return step;
    const id = newName(plan.steps, step.id);
    return id !== null && wanted.includes(id) ? { ...step, id } : { ...step, status: 'cancelled', endedSeq: event.seq };
  });
  const missing = wanted.filter((id) => !kept.some((step) => step.status === 'open' && step.id === id));
  return [...kept, ...missing.map((id) => begun(to, id, placed, event))];
}

function begun(to: Definition, id: string, { envelope }: CaseState, event: Occurrence): StepRow {
  const { logic, input } = to.steps[id];
  const { state } = logic.start(input(envelope.context, event), event);
  return { id, startedSeq: event.seq, kind: logic.kind, status: 'open', output: null, state, startedOn: event.on, endedSeq: null };
}

interface Clocks {
  readonly rows: readonly DeadlineRow[];
  readonly differences: readonly DeadlineDifference[];
}

interface Moving {
  readonly plan: MigrationPlan;
  readonly policy: MigrationPolicy;
  readonly event: Occurrence;
  readonly world: World;
}

/** Every clock that runs is kept, counted again or ended; every clock the new state starts besides begins on the day of the decision. */
function clocksIn(to: Definition, placed: CaseState, before: readonly DeadlineRow[], moving: Moving): Clocks | Undecided {
  const owners = ownersIn(to, placed);
  const open = new Set(placed.steps.flatMap(({ id, status }) => (status === 'open' ? [id] : [])));
  const moved = before.map((row) => (isOpen(row) ? moveClock(to, row, ownerOf(row, owners, open, moving.plan), moving) : { row, difference: null, asks: null }));
  const questions = moved.flatMap(({ asks }) => asks ?? []);
  if (questions.length > 0) return { questions };
  const running = new Set(moved.flatMap(({ row }) => (isOpen(row) ? [row.name] : [])));
  const started = [...owners].filter(([name]) => !running.has(name)).flatMap(([name, owner]) => {
    const { event, world } = moving;
    return startRow(to, { name, owner, subject: '', event, context: placed.envelope.context, participants: placed.participants }, world) ?? [];
  });
  return {
    rows: [...moved.map(({ row }) => row), ...started],
    differences: [...moved.flatMap(({ difference }) => difference ?? []), ...started.map((row): DeadlineDifference => ({ before: null, after: told(row), policy: 'start' }))],
  };
}

/** Which active state owns each clock in the new version, by the clock's name. */
function ownersIn(to: Definition, { envelope }: CaseState): ReadonlyMap<string, { readonly state: string }> {
  return new Map(activeStates(to, envelope.value).flatMap((active) => Object.keys(active.config.after ?? {}).map((name) => [name, { state: nodeId(to, active) }] as const)));
}

interface MovedClock {
  readonly row: DeadlineRow;
  readonly difference: DeadlineDifference | null;
  readonly asks: readonly Reason[] | null;
}

function moveClock(to: Definition, row: DeadlineRow, owner: DeadlineRow['owner'] | undefined, { plan, policy, event, world }: Moving): MovedClock {
  const name = newName(plan.deadlines, row.name);
  if (name === null || owner === undefined) {
    return { row: { ...row, status: 'cancelled', endedSeq: event.seq, endedOn: event.on }, difference: { before: told(row), after: null, policy: 'end' }, asks: null };
  }
  const chosen = policy.deadlines[name] ?? policy.otherwise;
  if (chosen === 'ask') return { row, difference: null, asks: [reason('migration-deadline', { deadline: name })] };
  const kept: DeadlineRow = { ...row, name, owner };
  const rule = ruleOf(to, name);
  const next = chosen === 'keep' ? kept : recount(to, { ...kept, amount: rule.amount ?? null, unit: rule.unit, onExpiry: rule.onExpiry, certainty: rule.certainty }, world);
  return { row: next, difference: { before: told(row), after: told(next), policy: chosen }, asks: null };
}

/** A clock of a step stays the step's while that is open; one of a state goes to the state that has it now. */
function ownerOf(row: DeadlineRow, states: ReadonlyMap<string, { readonly state: string }>, steps: ReadonlySet<string>, plan: MigrationPlan): DeadlineRow['owner'] | undefined {
  if ('step' in row.owner) {
    const step = newName(plan.steps, row.owner.step);
    return step !== null && steps.has(step) ? { step } : undefined;
  }
  const name = newName(plan.deadlines, row.name);
  return name === null ? undefined : states.get(name);
}

function newName(names: Readonly<Record<string, string | null>>, name: string): string | null {
  return Object.hasOwn(names, name) ? names[name] : name;
}

function told({ name, due }: DeadlineRow): { readonly name: string; readonly due: string | null } {
  return { name, due };
}

function taskNames(definition: Definition, state: CaseState, event: Occurrence): readonly string[] {
  return tasksOf(definition, state, event.on, event.law).map(({ name, institution }) => `${name}@${institution}`).toSorted();
}

/** Whether nothing has happened to a case since it was moved: then the move can be taken back whole. */
export function isUntouched(moved: unknown, state: CaseState, seq: number): boolean {
  return state.seq === seq && isDeepStrictEqual(moved, plain(state));
}

/** A state as a journal line can hold it. */
export function plain(state: CaseState): JsonObject {
  return JSON.parse(JSON.stringify(state)) as JsonObject;
}
