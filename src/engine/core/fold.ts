import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { isDeepStrictEqual } from 'node:util';
import type { CaseEvent, CompetenceChange, Dispatch, JsonObject, StepChange } from '../../kit/index.js';
import type { CaseState, DeadlineRow, StepRow } from './case-state.js';
import { isOpen } from './case-state.js';
import { ruleOf, type Definition } from './definition.js';
import { moveToDate, startRow, triggerRow, type DeadlineStart } from './deadline-rows.js';
import { advance, doneEvent, pack, revive, type KernelAction } from './kernel.js';
import type { Occurrence } from './occurrence.js';
import type { Decision, World } from './outcome.js';

/**
 * One event being folded into a case: the machine's answers and the steps' answers, in the order they came. Mutable while
 * `decide` runs, never seen outside.
 */
export class Fold {
  readonly machine: AnyStateMachine;
  snapshot: AnyMachineSnapshot;
  private steps: readonly StepRow[];
  private deadlines: readonly DeadlineRow[];
  private readonly dispatches: Dispatch[] = [];
  private readonly competences: CompetenceChange[] = [];
  private readonly endedSteps = new Set<string>();

  constructor(readonly definition: Definition, readonly before: CaseState, readonly event: Occurrence, readonly world: World) {
    this.machine = definition.machine();
    this.snapshot = revive(this.machine, before.envelope, before.steps, before.outcome);
    this.steps = before.steps;
    this.deadlines = before.deadlines;
  }

  /** Gives the machine an event; false when it moves nothing. */
  take(event: CaseEvent | (CaseEvent & { readonly type: string })): boolean {
    const taken = advance(this.machine, this.snapshot, event);
    if (!taken) return false;
    this.snapshot = taken.snapshot;
    this.apply(taken.actions);
    return true;
  }

  /** Order matters: a state entered and left at once says start, then cancel; a re-entered one says cancel, then start. */
  apply(actions: readonly KernelAction[]): void {
    for (const action of actions) {
      if (action.kind === 'startDeadline') this.startDeadline(action.name, { state: action.state }, { subject: '' });
      if (action.kind === 'cancelDeadline') this.endOwned(action.name, action.state);
      if (action.kind === 'startStep') this.startStep(action.id, action.src);
      if (action.kind === 'stopStep') this.stopStep(action.id);
      if (action.kind === 'dispatch') this.dispatches.push(action.params as unknown as Dispatch);
      if (action.kind === 'moveCompetence') this.competences.push(...this.changesIn(action.field, action.days));
    }
  }

  /** Takes what a step answered: its new state, its own deadlines, and its end, which moves the machine at once. */
  applyStep(step: StepRow, change: StepChange<JsonObject>): void {
    const ended = change.done ? { status: 'ended' as const, output: change.done, endedSeq: this.event.seq } : {};
    this.putStep({ ...step, state: change.state, ...ended });
    for (const { deadline, subject } of change.met ?? []) this.endOfStep(step.id, 'met', deadline, subject);
    for (const start of change.start ?? []) this.startDeadline(start.deadline, { step: step.id }, start);
    if (!change.done) return;
    this.endedSteps.add(step.id);
    this.endOfStep(step.id, 'cancelled');
    if (!this.take({ ...this.event, type: doneEvent(step.id), output: change.done })) {
      throw new Error(`${this.definition.name}: outcome ${change.done.outcome} of step ${step.id} moves nothing`);
    }
  }

  /** Closes the fold: what the event met, what it triggered, and the new state. */
  finish(): Decision {
    const { event, before, definition } = this;
    this.deadlines = this.deadlines.map((row) => this.meet(triggerRow(definition, row, event, this.world)));
    const context = this.snapshot.context as JsonObject;
    this.deadlines = this.deadlines.map((row) => (isOpen(row) ? moveToDate(definition, row, context, this.world) : row));
    const done = this.snapshot.status === 'done';
    if (done) this.closeEverything();
    const envelope = pack(definition, this.machine, this.snapshot);
    const lastOn = event.on > before.lastOn ? event.on : before.lastOn;
    const moved = !isDeepStrictEqual(envelope.value, before.envelope.value);
    const state: CaseState = {
      ...before, seq: event.seq, envelope, lastOn, steps: this.steps, deadlines: this.deadlines,
      since: moved ? lastOn : before.since,
      status: done ? 'closed' : 'open',
      outcome: done ? String(envelope.value) : null,
    };
    return { state, dispatches: this.dispatches, competences: this.competences };
  }

  stepRow(id: string): StepRow | undefined {
    return this.steps.find((step) => step.id === id && step.status === 'open');
  }

  private changesIn(field: string, days?: 'to-come'): readonly CompetenceChange[] {
    const found = (this.snapshot.context as JsonObject)[field] as CompetenceChange | readonly CompetenceChange[] | null | undefined;
    const changes = found === null || found === undefined ? [] : [found].flat();
    return days === 'to-come' ? changes.filter(({ from }) => from > this.event.on) : changes;
  }

  private startDeadline(name: string, owner: DeadlineRow['owner'], begin: Pick<DeadlineStart, 'subject' | 'from' | 'institution'>): void {
    if (this.event.order === 'out-of-order') return;
    const { definition, event, world } = this;
    const context = this.snapshot.context as JsonObject;
    const participants = this.before.participants;
    // From a day nobody knows nothing is counted: the clock waits.
    const from = event.dated === 'uncertain' ? null : begin.from;
    const row = startRow(definition, { ...begin, from, name, owner, event, context, participants }, world);
    if (row) this.deadlines = [...this.deadlines, row];
  }

  private endOwned(name: string, state: string): void {
    this.endRows('cancelled', (row) => row.name === name && 'state' in row.owner && row.owner.state === state);
  }

  private endOfStep(step: string, status: 'met' | 'cancelled', name?: string, subject?: string): void {
    this.endRows(status, (row) => 'step' in row.owner && row.owner.step === step && (name === undefined || (row.name === name && row.subject === subject)));
  }

  private endRows(status: 'met' | 'cancelled', belongs: (row: DeadlineRow) => boolean): void {
    const { seq, on } = this.event;
    this.deadlines = this.deadlines.flatMap((row) => {
      if (!isOpen(row) || !belongs(row)) return [row];
      // Started and cancelled within one event: it never ran.
      if (row.startedSeq === seq && status === 'cancelled') return [];
      const met = status === 'met' || ruleOf(this.definition, row.name).metBy.includes(this.event.type);
      return [{ ...row, status: met ? 'met' : 'cancelled', endedSeq: seq, endedOn: on }];
    });
  }

  /** An event of the machine meets its deadlines on arrival; an act of a step only when it ends the step. */
  private meet(row: DeadlineRow): DeadlineRow {
    const { event } = this;
    if (!isOpen(row) || 'step' in row.owner || row.startedSeq === event.seq) return row;
    if (!ruleOf(this.definition, row.name).metBy.includes(event.type)) return row;
    const stepId = event.type.slice(0, event.type.indexOf('.'));
    const ofOpenStep = this.definition.steps[stepId] !== undefined && this.stepRow(stepId) !== undefined && !this.endedSteps.has(stepId);
    return ofOpenStep ? row : { ...row, status: 'met', endedSeq: event.seq, endedOn: event.on };
  }

  private startStep(id: string, src: string): void {
    const declared = this.definition.steps[src];
    if (!declared) throw new Error(`step ${src} is not declared by ${this.definition.name}`);
    const input = declared.input(this.snapshot.context as JsonObject, this.event);
    const change = declared.logic.start(input, this.event);
    const row: StepRow = {
      id, startedSeq: this.event.seq, kind: declared.logic.kind, status: 'open', output: null, state: change.state, startedOn: this.event.on, endedSeq: null,
    };
    this.steps = [...this.steps, row];
    this.applyStep(row, change);
  }

  private stopStep(id: string): void {
    const row = this.stepRow(id);
    if (row) this.putStep({ ...row, status: 'cancelled', endedSeq: this.event.seq });
    this.endOfStep(id, 'cancelled');
  }

  private putStep(changed: StepRow): void {
    this.steps = this.steps.map((step) => (step.id === changed.id && step.startedSeq === changed.startedSeq ? changed : step));
  }

  private closeEverything(): void {
    this.endRows('cancelled', () => true);
    for (const step of this.steps) if (step.status === 'open') this.putStep({ ...step, status: 'cancelled', endedSeq: this.event.seq });
  }
}
