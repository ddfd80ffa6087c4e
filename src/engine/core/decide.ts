import type { CaseEvent, JsonObject, Participant, Reason } from '../../kit/index.js';
import { isRefusal as isStepRefusal, reason } from '../../kit/index.js';
import type { CaseState, DeadlineRow, Envelope, StepRow } from './case-state.js';
import { isActOf, isEventOf, KERNEL, splitType, type Definition } from './definition.js';
import { afterEvent, begin } from './kernel.js';
import { Fold } from './fold.js';
import type { Occurrence } from './occurrence.js';
import { acceptedTypes, openActs, refusedByState, whyNot } from './accepted.js';
import type { Decision, Refusal, World } from './outcome.js';
import { changeClock, isClockEvent } from './clock-events.js';
import { isEngineOnly, isHouseEvent, recorded, replaceParticipant } from './house-events.js';
import { isRecordOnly } from './record-events.js';

/** A case before its first event. */
export function blankState(definition: Definition, participants: readonly Participant[], on: string): CaseState {
  const envelope: Envelope = { definition: definition.name, version: definition.version, definitionHash: definition.hash, kernel: KERNEL, value: {}, context: {}, history: {} };
  return { seq: 0, status: 'open', outcome: null, envelope, since: on, lastOn: on, lastExpiryOn: null, participants, steps: [], deadlines: [] };
}

/**
 * Opens a case: the machine's first state, with the deadlines and steps it begins with. `context` is what the
 * definition's opening made of the data.
 */
export function openCase(definition: Definition, opening: { readonly context: JsonObject; readonly participants: readonly Participant[] }, event: Occurrence, world: World): Decision {
  const { snapshot, actions } = begin(definition.machine(), opening.context);
  const blank = blankState(definition, opening.participants, event.on);
  const empty: CaseState = { ...blank, envelope: { ...blank.envelope, value: snapshot.value, context: snapshot.context as JsonObject } };
  const fold = new Fold(definition, empty, event, world);
  fold.apply(actions);
  return fold.finish();
}

/**
 * What an event makes of a case: the one function in which a case changes. Pure: the same case, event and world give the
 * same decision. The event's data have been validated by its schema at the door.
 */
export function decide(definition: Definition, state: CaseState, event: Occurrence, world: World): Decision | Refusal {
  // Whoever sends an event of the engine's does not name one the case takes.
  if (isEngineOnly(event.type) && event.source !== 'clockwork') return refusal(definition, state, event, [reason('event-unknown', { event: event.type })]);
  if (isClockEvent(event.type)) return changeClock(definition, state, event, world);
  if (isRecordOnly(event)) return recorded(state, event);
  if (isHouseEvent(event.type)) return outside(definition, state, event, world);
  if (state.status === 'closed') return { refused: [reason('case-closed')], accepted: [] };
  const step = stepOf(definition, state, event.type);
  const outOfTime = orderFault(state, event, step);
  if (outOfTime) return refusal(definition, state, event, [outOfTime]);
  return step ? actOnStep(definition, state, step, event, world) : moveMachine(definition, state, event, world);
}

/** What the engine tells a case of the world: a new participant, or a linked case, which a chart may take or only record. */
function outside(definition: Definition, state: CaseState, event: Occurrence, world: World): Decision {
  if (state.status === 'closed') return recorded(state, event);
  if (event.type === 'participant.replaced') return replaceParticipant(definition, state, event);
  const fold = new Fold(definition, state, event, world);
  return isEventOf(definition, event.type) && fold.take(event) ? fold.finish() : recorded(state, event);
}

/** Ends a deadline unanswered: `event.on` is the day after the later reading of its due day. */
export function expire(definition: Definition, state: CaseState, row: DeadlineRow, event: Occurrence, world: World): Decision {
  const ended: DeadlineRow = { ...row, status: 'expired', endedSeq: event.seq, endedOn: event.on };
  const before: CaseState = { ...state, lastExpiryOn: event.on, deadlines: state.deadlines.map((one) => (one === row ? ended : one)) };
  const fold = new Fold(definition, before, { ...event, expired: [...event.expired, row.name] }, world);
  if ('state' in row.owner) {
    fold.take({ ...fold.event, type: afterEvent(row.name, row.owner.state) });
  } else {
    const step = fold.stepRow(row.owner.step);
    const change = step && definition.steps[step.id].logic.expire?.(step.state, { deadline: row.name, subject: row.subject, on: event.on });
    if (step && change) fold.applyStep(step, change);
  }
  return fold.finish();
}

/** The open step whose act this is. An event of the machine that merely begins with the step's name is none. */
export function stepOf(definition: Definition, state: CaseState, type: string): StepRow | undefined {
  if (!isActOf(definition, type)) return undefined;
  const { stepId } = splitType(type);
  return state.steps.find((step) => step.id === stepId && step.status === 'open');
}

function actOnStep(definition: Definition, state: CaseState, step: StepRow, event: Occurrence, world: World): Decision | Refusal {
  const { act } = splitType(event.type);
  const forbidden = refusedByState(definition, state, event.type);
  if (forbidden) return refusal(definition, state, event, [forbidden]);
  const declared = definition.steps[step.id];
  const input = declared.input(state.envelope.context, event);
  const { institution } = event.actor ?? {};
  const open = openActs(definition, state, event.on, event.law).some((one) =>
    one.stepId === step.id && one.act === act && (one.institutions === undefined || institution === undefined || one.institutions.includes(institution)));
  const change = declared.logic.apply({ state: step.state, act, event, input });
  // The step's own reason says more than that the act is not open.
  if (isStepRefusal(change)) return refusal(definition, state, event, change.refused);
  if (!open) return refusal(definition, state, event, [reason('act-not-open-now')]);
  const fold = new Fold(definition, state, event, world);
  fold.applyStep(step, change);
  return fold.finish();
}

function moveMachine(definition: Definition, state: CaseState, event: Occurrence, world: World): Decision | Refusal {
  const fold = new Fold(definition, state, event, world);
  if (!isEventOf(definition, event.type) || !fold.take(event)) return refusal(definition, state, event, whyNot(definition, state, event));
  return fold.finish();
}

function refusal(definition: Definition, state: CaseState, event: CaseEvent, refused: readonly Reason[]): Refusal {
  return { refused, accepted: acceptedTypes(definition, state, event) };
}

/**
 * An act may be recorded late, but not before the day the present state (or the act's step) began, nor before the last
 * expiry: the past it would change has been acted on. Lines of a register keep their date and are flagged instead.
 */
function orderFault(state: CaseState, event: Occurrence, step: StepRow | undefined): Reason | null {
  if (event.source === 'imported' || event.source === 'clockwork') return null;
  const since = step ? step.startedOn : state.since;
  if (event.on < since) return reason('occurred-before-state', { since, on: event.on });
  if (state.lastExpiryOn && event.on < state.lastExpiryOn) return reason('occurred-before-expiry', { expired: state.lastExpiryOn, on: event.on });
  return null;
}
