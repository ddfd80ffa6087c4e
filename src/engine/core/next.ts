import { reason, type CaseEvent, type JsonObject, type Law, type Offices, type Reason } from '../../kit/index.js';
import { openActs } from './accepted.js';
import { expiredNames, type CaseState } from './case-state.js';
import { eventTypes } from './chart.js';
import { decide, stepOf } from './decide.js';
import { splitType, type Definition } from './definition.js';
import { isRefused, type World } from './outcome.js';

/** An event that could happen here, with an example of its data that works, or why it does not. */
export interface Possible {
  readonly event: string;
  readonly by: Offices;
  readonly example: JsonObject;
  readonly why: readonly Reason[];
}

/** What the examples and the dry runs are made with: the day, and the dated values of that day. */
export interface Moment {
  readonly on: string;
  readonly at: string;
  readonly law: Law;
}

/**
 * Everything that could happen to a case now. An event is allowed when a dry run of `decide` takes one of its examples:
 * the first that passes is the one shown, so what is offered as allowed is never refused on the same day.
 */
export function possibleEvents(definition: Definition, state: CaseState, moment: Moment, world: World): readonly Possible[] {
  if (state.status === 'closed') return [];
  const { on, law } = moment;
  const context = state.envelope.context;
  const ofMachine = eventTypes(definition, state.envelope.value).map((type) => {
    const event = definition.events[type];
    if (!event) throw new Error(`event ${type} is not declared by ${definition.name}`);
    return { type, by: event.by, examples: event.examples({ context, today: on, law, participants: state.participants }) };
  });
  const ofSteps = openActs(definition, state, on, law);
  return [...ofMachine, ...ofSteps].map(({ type, by, examples }) => rehearse(definition, state, { type, by, examples }, moment, world));
}

interface Candidate {
  readonly type: string;
  readonly by: Offices;
  readonly examples: readonly JsonObject[];
}

function rehearse(definition: Definition, state: CaseState, candidate: Candidate, moment: Moment, world: World): Possible {
  const [first = {}] = candidate.examples;
  let why: readonly Reason[] = [reason('no-example')];
  for (const example of candidate.examples) {
    const decision = decide(definition, state, { ...eventOf(state, candidate, moment), data: example }, world);
    if (!isRefused(decision)) return { event: candidate.type, by: candidate.by, example, why: [] };
    if (example === first) why = decision.refused;
  }
  return { event: candidate.type, by: candidate.by, example: first, why };
}

function eventOf(state: CaseState, candidate: Candidate, moment: Moment): CaseEvent & { seq: number; order: 'in-order' } {
  const [role, offices] = Object.entries(candidate.by)[0] ?? ['', []];
  const institution = state.participants.find((participant) => participant.role === role)?.institution ?? '';
  // Each act of a step may ask for a person of its own: a rehearsal never sends two acts as one.
  const official = `rehearsal:${candidate.type}`;
  return {
    type: candidate.type, data: {}, source: 'own', on: moment.on, at: moment.at, law: moment.law, seq: state.seq + 1, order: 'in-order',
    expired: expiredNames(state.deadlines), participants: state.participants,
    actor: { role, office: offices[0] ?? '', institution, official },
  };
}

/** Offices that may send an event now, by role; undefined when the case does not know it now. */
export function officesFor(definition: Definition, state: CaseState, type: string, moment: Moment): Offices | undefined {
  if (stepOf(definition, state, type)) {
    return openActs(definition, state, moment.on, moment.law).find((act) => act.type === type)?.by;
  }
  return definition.events[type]?.by;
}

/** Names of the dated values an event is judged by. */
export function lawOf(definition: Definition, type: string): readonly string[] {
  return definition.events[type]?.law ?? definition.steps[splitType(type).stepId]?.law ?? [];
}
