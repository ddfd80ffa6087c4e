import type { CaseEvent, JsonObject, Law, OpenAct, Reason, TransitionConfig } from '../../kit/index.js';
import { houseGuards, reason } from '../../kit/index.js';
import { expiredNames, type CaseState } from './case-state.js';
import { activeStates, eventTypes, guardLeaves, metaOf, transitionsFor, type GuardLeaf } from './chart.js';
import { isActOf, isEventOf, type Definition } from './definition.js';

export interface StepAct extends OpenAct {
  readonly stepId: string;
  readonly type: string;
}

/** The acts that the open steps take now, whatever the state forbids. */
export function openActs(definition: Definition, state: CaseState, today: string, law: Law): readonly StepAct[] {
  return state.steps.filter((step) => step.status === 'open').flatMap((step) => {
    const declared = definition.steps[step.id];
    const input = declared.input(state.envelope.context, quietEvent(state, today, law));
    return declared.logic.open(step.state, { today, input, law })
      .map((open): StepAct => Object.assign({ stepId: step.id, type: `${step.id}.${open.act}` }, open));
  });
}

/** Why the present state forbids an act of an open step; null when it does not. */
export function refusedByState(definition: Definition, state: CaseState, type: string): Reason | null {
  for (const active of activeStates(definition, state.envelope.value)) {
    const code = metaOf(active).refuses?.[type];
    if (code) return { code };
  }
  return null;
}

/** Event types the case knows now: of the machine's active states and of the open steps. Guards are not asked. */
export function acceptedTypes(definition: Definition, state: CaseState, event: CaseEvent): readonly string[] {
  if (state.status === 'closed') return [];
  const acts = openActs(definition, state, event.on, event.law).map((act) => act.type).filter((type) => !refusedByState(definition, state, type));
  return [...eventTypes(definition, state.envelope.value), ...acts];
}

/**
 * The guards that stand in an event's way, by name; or that the state does not know the event at all. Of several branches
 * only those that lack least are told: why the others do not hold is not what stands in the way.
 */
export function whyNot(definition: Definition, state: CaseState, event: CaseEvent): readonly Reason[] {
  const candidates = isEventOf(definition, event.type) ? transitionsFor(definition, state.envelope.value, event.type) : [];
  if (candidates.length === 0) return [reason(notHere(definition, event.type), { event: event.type })];
  const context = state.envelope.context;
  const failing = candidates.map((candidate) => failingGuards(definition, candidate, context, event));
  const fewest = Math.min(...failing.map((guards) => guards.length));
  const names = [...new Set(failing.filter((guards) => guards.length === fewest).flat())];
  return names.map((code) => ({ code }));
}

function notHere(definition: Definition, type: string): 'event-not-in-this-state' | 'event-unknown' {
  const known = isEventOf(definition, type) || isActOf(definition, type);
  return known ? 'event-not-in-this-state' : 'event-unknown';
}

function failingGuards(definition: Definition, transition: TransitionConfig, context: JsonObject, event: CaseEvent): readonly string[] {
  return guardLeaves(transition.guard)
    .filter((leaf) => holds(definition, leaf, context, event) === (leaf.negated === 'yes'))
    .map((leaf) => (leaf.negated === 'yes' ? `not-${leaf.name}` : leaf.name));
}

function holds(definition: Definition, leaf: GuardLeaf, context: JsonObject, event: CaseEvent): boolean {
  const guard = definition.guards[leaf.name];
  if (guard) return guard({ context, event }, leaf.params);
  const house = houseGuards[leaf.name as keyof typeof houseGuards] as ((args: { event: CaseEvent }, params: never) => boolean) | undefined;
  if (!house) throw new Error(`guard ${leaf.name} is not declared by ${definition.name}`);
  return house({ event }, (leaf.params ?? {}) as never);
}

/** An event that says nothing: for step inputs asked for outside of any event. */
function quietEvent(state: CaseState, today: string, law: Law): CaseEvent {
  return { type: 'none', data: {}, source: 'own', on: today, at: `${today}T00:00:00.000Z`, law, expired: expiredNames(state.deadlines), participants: state.participants };
}
