import type { Actor, JsonObject, Law } from '../../../kit/index.js';
import { expiredNames, isOpen, type CaseState, type DeadlineRow, type StepRow } from '../case-state.js';
import { expire } from '../decide.js';
import type { Definition } from '../definition.js';
import { Fold } from '../fold.js';
import type { Occurrence } from '../occurrence.js';
import type { World } from '../outcome.js';
import { firedBy, type Charted, type Trigger } from './charted.js';
import type { Move } from './situation.js';
import { resultsOf } from './step-results.js';
import { dayAfterEnd } from './uncounted.js';

/** What exploration works with. */
export interface Trial {
  readonly definition: Definition;
  /** The rules of its deadlines as declared; those of `definition` may be uncounted. */
  readonly rules: Definition['deadlines'];
  readonly world: World;
  readonly charted: (value: unknown) => Charted;
  readonly lawsFor: (type: string, participants: CaseState['participants']) => readonly Law[];
  /** Hears of every example that was tried, and of every transition that was taken, by its key. */
  readonly offered: (type: string, example: JsonObject) => void;
  readonly fired: (transition: string) => void;
  /** Keeps what the definition's own functions throw, and goes on with nothing. */
  readonly bearing: (move: Move, doing: () => readonly CaseState[]) => readonly CaseState[];
}

/** A move that was tried, and the cases it leads to: none where the case does not take it. */
export interface Attempt {
  readonly move: Move;
  readonly states: readonly CaseState[];
}

/** Everything that could happen to a case: each event by each of its examples and senders, each outcome, each expiry. */
export function attemptsFrom(trial: Trial, state: CaseState): readonly Attempt[] {
  if (state.status === 'closed') return [];
  const { types } = trial.charted(state.envelope.value);
  const attempt = (move: Move, doing: () => readonly CaseState[]): Attempt => ({ move, states: trial.bearing(move, doing) });
  return [
    ...types.map((name) => attempt({ kind: 'event', name }, () => byEvent(trial, state, name))),
    ...state.steps.filter((step) => step.status === 'open').flatMap((step) => trial.definition.steps[step.id].logic.outcomes
      .map((outcome) => attempt({ kind: 'outcome', name: `${step.id}.${outcome}` }, () => byOutcome(trial, state, step, outcome)))),
    ...state.deadlines.filter((row) => isOpen(row)).map((row) => attempt({ kind: 'expiry', name: row.name }, () => [byExpiry(trial, state, row)])),
  ];
}

function byEvent(trial: Trial, state: CaseState, type: string): readonly CaseState[] {
  const { definition } = trial;
  const { context } = state.envelope;
  const { participants, lastOn: today } = state;
  const senders = sendersOf(definition, state, type);
  const tried = new Set<string>();
  return trial.lawsFor(type, participants).flatMap((law) => definition.events[type].examples({ context, today, law, participants }).flatMap((data) => {
    trial.offered(type, data);
    const said = JSON.stringify(data);
    const reached: CaseState[] = [];
    for (const sender of tried.has(said) ? [] : senders) {
      const { event, read } = listening({ ...occurrence(state, type, law), data }, sender);
      reached.push(...trial.bearing({ kind: 'event', name: type }, () => taken(trial, state, event)));
      // Whatever it did not ask for, it would do the same without.
      if (!read.has('law')) tried.add(said);
      if (!read.has('actor')) break;
    }
    return reached;
  }));
}

function taken(trial: Trial, state: CaseState, event: Occurrence): readonly CaseState[] {
  const fold = new Fold(trial.definition, state, event, trial.world);
  if (!fold.take(event)) return [];
  heard(trial, state, { on: event.type }, event);
  return [fold.finish().state];
}

/** An event that notices whether guards, actions and steps ask by which dated values it is judged, and who sent it. */
function listening(event: Occurrence, { source, actor }: Sender): { readonly event: Occurrence; readonly read: ReadonlySet<'law' | 'actor'> } {
  const read = new Set<'law' | 'actor'>();
  const asked = (name: 'law' | 'actor', value: unknown): PropertyDescriptor => ({ enumerable: true, get: () => (read.add(name), value) });
  return { event: Object.defineProperties({ ...event, source }, { law: asked('law', event.law), actor: asked('actor', actor) }), read };
}

type Sender = Pick<Occurrence, 'source'> & { readonly actor?: Actor };

/** Each participant that may send it, through the first of its offices; the clockwork where nobody may. */
function sendersOf({ events }: Definition, { participants }: CaseState, type: string): readonly Sender[] {
  const { by } = events[type];
  if (Object.keys(by).length === 0) return [{ source: 'clockwork' }];
  return participants.flatMap(({ role, institution }): readonly Sender[] => {
    const office = by[role]?.[0];
    return office === undefined ? [] : [{ source: 'own', actor: { role, office, institution, official: `${office}.${institution}` } }];
  });
}

function byOutcome(trial: Trial, state: CaseState, step: StepRow, outcome: string): readonly CaseState[] {
  const { definition, world } = trial;
  const type = `${step.id}.verified`;
  const results = resultsOf(definition.steps[step.id].logic.kind, outcome, state.lastOn);
  return trial.lawsFor(type, state.participants).flatMap((law) => results.map((result) => {
    const done = { outcome, result };
    const event = occurrence(state, type, law);
    const fold = new Fold(definition, state, event, world);
    fold.applyStep(step, { state: step.state, done });
    heard(trial, state, { done: step.id }, { ...event, output: done });
    return fold.finish().state;
  }));
}

function byExpiry(trial: Trial, state: CaseState, row: DeadlineRow): CaseState {
  const { definition, world, rules } = trial;
  const on = dayAfterEnd(rules[row.name], row, state.envelope.context, state.lastOn);
  // A clock whose trigger is still to come ends some day too.
  const ending: DeadlineRow = { ...row, status: 'running', endsAt: at(on) };
  const ready = { ...state, deadlines: state.deadlines.map((one) => (one === row ? ending : one)) };
  const event: Occurrence = {
    ...occurrence(state, 'deadline.expired', {}), source: 'clockwork', on, at: at(on),
    data: { deadline: row.name, ...(row.subject && { subject: row.subject }), startedSeq: row.startedSeq, due: on, effect: row.onExpiry },
  };
  if ('state' in row.owner) heard(trial, state, { after: row.name, owner: row.owner.state }, { ...event, expired: [...event.expired, row.name] });
  return expire(definition, ready, ending, event, world).state;
}

function heard(trial: Trial, state: CaseState, trigger: Trigger, event: Occurrence): void {
  const { value, context } = state.envelope;
  for (const transition of firedBy(trial.definition, trial.charted(value), trigger, { context, event })) trial.fired(transition);
}

export function occurrence(state: CaseState, type: string, law: Law): Occurrence {
  const on = state.lastOn;
  return {
    type, data: {}, source: 'own', on, at: at(on), law, expired: expiredNames(state.deadlines), participants: state.participants, seq: state.seq + 1, order: 'in-order',
  };
}

export function at(on: string): string {
  return `${on}T15:00:00.000Z`;
}
