import { reason, type CaseEvent, type JsonObject, type Law, type Offices, type Participant, type Reason } from '../../kit/index.js';
import { openActs } from './accepted.js';
import { expiredNames, type CaseState } from './case-state.js';
import { eventTypes } from './chart.js';
import { decide, stepOf } from './decide.js';
import { expireEnded } from './expiries.js';
import { leafPaths } from './kernel.js';
import { isEngineOnly } from './house-events.js';
import { splitType, type Definition } from './definition.js';
import { isRefused, type World } from './outcome.js';

/** An event that could happen here, with an example of its data that works, or why it does not. */
export interface Possible {
  readonly event: string;
  readonly by: Offices;
  /** Those of the roles in `by` that may do it; all when left out. */
  readonly institutions?: readonly string[];
  readonly example: JsonObject;
  /** Leaf states in which the case would then be, what ended by then expired; empty when it is not taken. */
  readonly leadsTo: readonly string[];
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
 * the first that passes comes first, so what is offered as allowed is never refused on the same day. Where examples have
 * different consequences (a vote that approves, one that rejects) each has its own entry: with what is offered alone every
 * way can be gone.
 */
export function possibleEvents(definition: Definition, state: CaseState, moment: Moment, world: World): readonly Possible[] {
  if (state.status === 'closed') return [];
  const { on, law } = moment;
  const context = state.envelope.context;
  const ofMachine = eventTypes(definition, state.envelope.value).filter((type) => !isEngineOnly(type)).map((type) => {
    const event = definition.events[type];
    if (!event) throw new Error(`event ${type} is not declared by ${definition.name}`);
    return { type, by: event.by, examples: event.examples({ context, today: on, law, participants: state.participants }) };
  });
  const ofSteps = openActs(definition, state, on, law);
  return [...ofMachine, ...ofSteps].flatMap((candidate: Candidate) => rehearse(definition, state, candidate, moment, world));
}

interface Candidate {
  readonly type: string;
  readonly by: Offices;
  readonly institutions?: readonly string[];
  readonly examples: readonly JsonObject[];
}

/**
 * One entry for each consequence that an example has for one of those who may do it, with those for whom it has; where none
 * is taken, one that says why.
 */
function rehearse(definition: Definition, state: CaseState, candidate: Candidate, moment: Moment, world: World): readonly Possible[] {
  const { type: event, by, institutions, examples: [first = {}] } = candidate;
  const all = entitled(state, candidate);
  const ways = new Map<string, { readonly example: JsonObject; readonly leadsTo: readonly string[]; readonly of: Set<string> }>();
  let why: readonly Reason[] = [reason('no-example')];
  for (const body of all.length === 0 ? [nobody] : all) {
    for (const example of candidate.examples) {
      const decision = decide(definition, state, { ...eventOf(state, candidate, body, moment), data: example }, world);
      if (isRefused(decision)) {
        if (example === first && (body === all[0] || body === nobody)) why = decision.refused;
        continue;
      }
      const consequence = consequenceOf(definition, decision.state);
      const way = ways.get(consequence) ?? { example, leadsTo: leafPaths(settled(definition, decision.state, moment, world).envelope.value), of: new Set<string>() };
      ways.set(consequence, way);
      way.of.add(body.institution);
    }
  }
  if (ways.size === 0) return [{ event, by, ...(institutions && { institutions }), example: first, leadsTo: [], why }];
  return [...ways.values()].map(({ example, leadsTo, of }) => {
    const some = institutions !== undefined || all.some(({ institution }) => !of.has(institution));
    const way: Possible = { event, by, example, leadsTo, why: [] };
    return some ? Object.assign(way, { institutions: [...of] }) : way;
  });
}

/** As whoever looks next sees it: a day that an act names may be over when it is said. */
function settled(definition: Definition, state: CaseState, moment: Moment, world: World): CaseState {
  return expireEnded(definition, state, moment, world).at(-1)?.decision.state ?? state;
}

/** Stands in where no participant may do an act, to learn what else is in its way. */
const nobody: Participant = { role: '', institution: '', party: false };

/** What tells one way from another: where it leads, what of the context decides later, and how a step ended by it. */
function consequenceOf(definition: Definition, { seq, envelope: { value, context }, steps }: CaseState): string {
  const ended = steps.flatMap((step) => (step.endedSeq === seq ? [step.id, step.output?.outcome] : []));
  return JSON.stringify([value, definition.abstract(context), ended]);
}

function eventOf(state: CaseState, candidate: Candidate, { role, institution }: Participant, moment: Moment): CaseEvent & { seq: number; order: 'in-order' } {
  // Each act of a step may ask for a person of its own: a rehearsal never sends two acts as one.
  const official = `rehearsal:${candidate.type}`;
  return {
    type: candidate.type, data: {}, source: 'own', on: moment.on, at: moment.at, law: moment.law, seq: state.seq + 1, order: 'in-order',
    expired: expiredNames(state.deadlines), participants: state.participants,
    actor: { role, office: candidate.by[role]?.[0] ?? '', institution, official },
  };
}

/** The participants that may do an act: of the roles it is open to, those it names. */
export function entitled({ participants }: Pick<CaseState, 'participants'>, { by, institutions }: Pick<Candidate, 'by' | 'institutions'>): readonly Participant[] {
  return participants.filter(({ role, institution }) => Object.hasOwn(by, role) && (institutions?.includes(institution) ?? true));
}

/** Who may send an event now: offices by role, and the participants that may. */
export interface Entitled {
  readonly by: Offices;
  readonly participants: readonly Participant[];
}

/** Who may send an event now; undefined when the case does not know it now, or when only the engine sends it. */
export function entitledTo(definition: Definition, state: CaseState, type: string, moment: Moment): Entitled | undefined {
  if (isEngineOnly(type)) return undefined;
  if (!stepOf(definition, state, type)) {
    const by = definition.events[type]?.by;
    return by && { by, participants: state.participants };
  }
  const acts = openActs(definition, state, moment.on, moment.law).filter((act) => act.type === type);
  if (acts.length === 0) return undefined;
  const participants = state.participants.filter((one) => acts.some((act) => entitled(state, act).includes(one)));
  return { by: mergedOffices(acts.map(({ by }) => by)), participants };
}

/** Offices of several acts by role, each once. */
export function mergedOffices(all: readonly Offices[]): Offices {
  const roles = [...new Set(all.flatMap((one) => Object.keys(one)))];
  return Object.fromEntries(roles.map((role) => [role, [...new Set(all.flatMap((one) => one[role] ?? []))]]));
}

/** Names of the dated values an event is judged by. */
export function lawOf(definition: Definition, type: string): readonly string[] {
  return definition.events[type]?.law ?? definition.steps[splitType(type).stepId]?.law ?? [];
}
