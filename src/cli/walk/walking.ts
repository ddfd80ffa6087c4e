import { fieldWords } from '../../i18n/field-words.js';
import { schemaOf, validData } from '../../engine/event-data.js';
import { EngineRefusal } from '../../engine/refusals.js';
import { expiredNames, type CaseState, type DeadlineRow } from '../../engine/core/case-state.js';
import { isClockEvent } from '../../engine/core/clock-events.js';
import { decide, expire, openCase } from '../../engine/core/decide.js';
import type { Definition } from '../../engine/core/definition.js';
import { expireEnded, expiryEvent } from '../../engine/core/expiries.js';
import { entitled, entitledTo, possibleEvents, type Possible } from '../../engine/core/next.js';
import type { Occurrence } from '../../engine/core/occurrence.js';
import { isRefused, type Decision } from '../../engine/core/outcome.js';
import type { Language } from '../../i18n/language.js';
import type { Actor, CompetenceChange, Dispatch, JsonObject, OpeningExample, Participant, Reason } from '../../kit/index.js';
import type { DemonstrationWorld } from './demonstration-world.js';

/** What a walk is made in: a definition and the country around it. */
export interface Country extends DemonstrationWorld {
  readonly definition: Definition;
  readonly language: Language;
}

/** Where a walk stands: a day, the case, and what brought it here. Immutable, so that undoing is going back to an earlier one. */
export interface Stand {
  readonly on: string;
  readonly state: CaseState;
  /** What happened last: by whom, which deadlines expired, what was told outside. */
  readonly last: Happening;
}

export interface Happening {
  /** Null when only the clock moved. */
  readonly event: string | null;
  readonly by: Actor | null;
  readonly data: JsonObject;
  readonly expired: readonly { readonly deadline: string; readonly on: string; readonly effect: string }[];
  readonly told: readonly Dispatch[];
  readonly competences: readonly CompetenceChange[];
}

/** An event as somebody does it. */
export interface Deed {
  readonly event: string;
  readonly by: Actor | null;
  readonly data: JsonObject;
}

export interface NotTaken {
  readonly refused: readonly Reason[];
  /** Fields at fault, when the data are not what the event says. */
  readonly fields: readonly { readonly path: string; readonly message: string }[];
}

const nothing: Happening = { event: null, by: null, data: {}, expired: [], told: [], competences: [] };

/** Opens the example's case on a day. */
export function begin(country: Country, { data }: Pick<OpeningExample, 'data'>, participants: readonly Participant[], on: string): Stand | NotTaken {
  const { definition, world } = country;
  const why = definition.opening.refuse?.(data, participants) ?? [];
  if (why.length > 0) return { refused: why.map(({ code }) => ({ code })), fields: [] };
  const [role, offices] = Object.entries(definition.opening.by).find(([one]) => participants.some((body) => body.role === one)) ?? ['', []];
  const by = actorOf(role, offices[0] ?? '', participants.find((body) => body.role === role)?.institution ?? '');
  const law = country.lawOn(on);
  const event: Occurrence = { ...momentOf(on), type: 'case.opened', data, source: 'own', law, seq: 1, order: 'in-order', expired: [], participants, actor: by };
  const { state, dispatches } = openCase(definition, { context: definition.opening.context(data, participants, law), participants }, event, world);
  return { on, state, last: { ...nothing, event: 'case.opened', by, data, told: dispatches } };
}

/** What may happen, those that are taken first. */
export function choicesOf({ definition, world, lawOn }: Country, { on, state }: Stand): readonly Possible[] {
  const possible = possibleEvents(definition, state, { ...momentOf(on), law: lawOn(on) }, world);
  return [...possible.filter(({ why }) => why.length === 0), ...possible.filter(({ why }) => why.length > 0)];
}

/** Who may do a choice, as offices of those who take part. */
export function actorsOf({ hasOffice }: Country, { state }: Stand, choice: Pick<Possible, 'by' | 'institutions'>): readonly Actor[] {
  return entitled(state, choice).flatMap(({ role, institution }) => (choice.by[role] ?? []).filter((office) => hasOffice(institution, office)).map((office) => actorOf(role, office, institution)));
}

/** Who may send an event by its type now; those of the opening where it is an act on a deadline. */
export function actorsFor(country: Country, stand: Stand, type: string): readonly Actor[] {
  const { definition, lawOn } = country;
  const found = entitledTo(definition, stand.state, type, { ...momentOf(stand.on), law: lawOn(stand.on) });
  return actorsOf(country, found ? { ...stand, state: { ...stand.state, participants: found.participants } } : stand, { by: found?.by ?? definition.opening.by });
}

/** Takes the case one event further. */
export function does(country: Country, stand: Stand, { event: type, by, data: given }: Deed): Stand | NotTaken {
  const { definition, world, lawOn } = country;
  const { on, state } = stand;
  const moment = momentOf(on);
  const fields = fieldFaults(country, stand, type, given);
  if (fields.length > 0) return { refused: [], fields };
  const data = validData(definition, { type, data: given, source: 'own' }, { ...moment, today: on });
  if (data instanceof EngineRefusal && data.reasons.length > 0) return { refused: data.reasons, fields: [] };
  const event: Occurrence = {
    ...moment, type, data: data instanceof EngineRefusal ? given : data, source: 'own', law: lawOn(on), seq: state.seq + 1, order: 'in-order', expired: expiredNames(state.deadlines), participants: state.participants, ...(by && { actor: by }),
  };
  const decision = decide(definition, state, event, world);
  if (isRefused(decision)) return { refused: decision.refused, fields: [] };
  const { state: after, dispatches, competences } = decision;
  return { on, state: after, last: { ...nothing, event: type, by, data: event.data, told: dispatches, competences } };
}

/** Moves the clock to a later day; what ended before it has expired, in order. */
export function waitsUntil({ definition, world }: Country, { state }: Stand, on: string): Stand {
  const expiries = expireEnded(definition, state, momentOf(on), world);
  const { state: after } = expiries.at(-1)?.decision ?? { state };
  return { on, state: after, last: {
    ...nothing, told: expiries.flatMap(({ decision }) => decision.dispatches), competences: expiries.flatMap(({ decision }) => decision.competences),
    expired: expiries.map(({ event }) => ({ deadline: String(event.data['deadline']), on: event.on, effect: String(event.data['effect']) })),
  } };
}

/** What the end of a running deadline would do, were nothing else to happen before; null for one that does not run. */
export function silenceOf({ definition, world }: Country, { state }: Stand, row: DeadlineRow): { readonly on: string; readonly decision: Decision } | null {
  if (row.status !== 'running' || row.endsAt === null) return null;
  const event = expiryEvent(state, row, world);
  return { on: event.on, decision: expire(definition, state, row, event, world) };
}

/** A day's acts are done at noon, or nearly: what hour it is decides nothing here. */
export function momentOf(on: string): { readonly on: string; readonly at: string } {
  return { on, at: `${on}T15:00:00.000Z` };
}


/** Of an event the case does not know now the fields do not matter: it is refused for that. */
function fieldFaults(country: Country, stand: Stand, type: string, data: JsonObject): NotTaken['fields'] {
  if (!isClockEvent(type) && !choicesOf(country, stand).some(({ event }) => event === type)) return [];
  const parsed = schemaOf(country.definition, type)?.safeParse(data, { error: fieldWords[country.language] });
  return parsed?.error?.issues.map(({ path, message }) => ({ path: path.join('.'), message })) ?? [];
}

function actorOf(role: string, office: string, institution: string): Actor {
  return { role, office, institution, official: `${office}.${institution}` };
}
