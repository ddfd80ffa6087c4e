import type { Actor, JsonObject, Law, StepOutput } from '../../../kit/index.js';
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
}

/** A move that may be tried: running it answers the cases it leads to, none where the case does not take it. */
export interface Attempt {
  readonly move: Move;
  readonly run: () => readonly CaseState[];
}

/** Everything that could happen to a case: each event by each of its examples and senders, each outcome, each expiry. */
export function attemptsFrom(trial: Trial, state: CaseState): readonly Attempt[] {
  if (state.status === 'closed') return [];
  const { types } = trial.charted(state.envelope.value);
  return [
    ...types.map((type): Attempt => ({ move: { kind: 'event', name: type }, run: () => byEvent(trial, state, type) })),
    ...state.steps.filter((step) => step.status === 'open').flatMap((step) => outcomesOf(trial, state, step)),
    ...state.deadlines.filter((row) => isOpen(row)).map((row): Attempt => ({ move: { kind: 'expiry', name: row.name }, run: () => [byExpiry(trial, state, row)] })),
  ];
}

function byEvent(trial: Trial, state: CaseState, type: string): readonly CaseState[] {
  const { definition, world } = trial;
  const { context } = state.envelope;
  const { participants, lastOn: today } = state;
  const senders = sendersOf(definition, state, type);
  return trial.lawsFor(type, participants).flatMap((law) => definition.events[type].examples({ context, today, law, participants }).flatMap((data) => {
    trial.offered(type, data);
    return senders.flatMap((sender) => {
      const event = { ...occurrence(state, type, law), ...sender, data };
      const fold = new Fold(definition, state, event, world);
      if (!fold.take(event)) return [];
      heard(trial, state, { on: type }, event);
      return [fold.finish().state];
    });
  }));
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

function outcomesOf(trial: Trial, state: CaseState, step: StepRow): readonly Attempt[] {
  const { logic } = trial.definition.steps[step.id];
  return logic.outcomes.map((outcome): Attempt => ({
    move: { kind: 'outcome', name: `${step.id}.${outcome}` },
    run: () => resultsOf(logic.kind, outcome, state.lastOn).flatMap((result) => byOutcome(trial, state, step, { outcome, result })),
  }));
}

function byOutcome(trial: Trial, state: CaseState, step: StepRow, done: StepOutput): readonly CaseState[] {
  const { definition, world } = trial;
  const type = `${step.id}.verified`;
  return trial.lawsFor(type, state.participants).map((law) => {
    const event = occurrence(state, type, law);
    const fold = new Fold(definition, state, event, world);
    fold.applyStep(step, { state: step.state, done });
    heard(trial, state, { done: step.id }, { ...event, output: done });
    return fold.finish().state;
  });
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
