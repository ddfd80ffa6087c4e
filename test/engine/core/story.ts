import { placeOf } from '../../../src/calendar/place.js';
import type { Definition } from '../../../src/engine/core/definition.js';
import type { CaseState, DeadlineRow } from '../../../src/engine/core/case-state.js';
import { expiredNames, isOpen } from '../../../src/engine/core/case-state.js';
import { clockEvents, isClockEvent } from '../../../src/engine/core/clock-events.js';
import { decide, openCase } from '../../../src/engine/core/decide.js';
import { splitType } from '../../../src/engine/core/definition.js';
import { expireEnded } from '../../../src/engine/core/expiries.js';
import type { Occurrence } from '../../../src/engine/core/occurrence.js';
import { leafPaths } from '../../../src/engine/core/kernel.js';
import { entitledTo, possibleEvents, type Possible } from '../../../src/engine/core/next.js';
import { isRefused, type Decision, type Refusal, type World } from '../../../src/engine/core/outcome.js';
import { tasksOf } from '../../../src/engine/core/tasks.js';
import type { Dispatch, EventSource, Instrument, JsonObject, Law, Participant, Reason } from '../../../src/kit/index.js';

/** Dated values as of 2026 in the stories: made up to be round. */
export const lawOf2026: Law = law({
  utm: 65_000, 'concejo.agreement-threshold-utm': 500, 'fndr.exenta-threshold-utm': 5_000, 'concejo.seats': 6, 'core.seats': 16, 'mayor.term-end': '2028-12-06',
});

export function law(values: Readonly<Record<string, number | string>>): Law {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, from: null, certainty: 'assumption' as const, basis: 'story' }]));
}

/** Every body of a story sits in its own commune; regional ones in the capital of Ñuble. */
export const world: World = {
  placeOf: (institution) => placeOf(/^muni-(\d{5})$/.exec(institution)?.[1] ?? '16101'),
  zone: 'America/Santiago',
};

export interface StoryOpening {
  readonly definition: Definition;
  readonly participants: readonly Participant[];
  readonly data: JsonObject;
  readonly on: string;
  readonly law?: Law;
}

/** How an act differs from the plain one: done today, here, by the first office that may. */
export interface Manner {
  readonly office?: string;
  readonly role?: string;
  /** Of several in a role, which. */
  readonly institution?: string;
  readonly official?: string;
  readonly source?: EventSource;
  readonly on?: string;
  readonly instrument?: Instrument;
  readonly order?: Occurrence['order'];
}

/** One case told day by day through the pure core, as the door would drive it: what ended expires first, data are validated. */
export class Story {
  state: CaseState;
  readonly definition: Definition;
  readonly told: Dispatch[] = [];
  readonly lines: Occurrence[] = [];
  private today: string;
  private values: Law;

  constructor({ definition, participants, data, on, law: values = lawOf2026 }: StoryOpening) {
    this.definition = definition;
    this.today = on;
    this.values = values;
    const event = this.occurrence('case.opened', definition.opening.schema.parse(data), {}, { seq: 1, participants });
    this.lines.push(event);
    this.state = openCase(definition, { context: definition.opening.context(data, participants, values), participants }, event, world).state;
  }

  /** The day moves on; what ended before it has expired. */
  on(day: string): this {
    this.today = day;
    for (const { event, decision } of expireEnded(this.definition, this.state, { on: day, at: `${day}T15:00:00.000Z` }, world)) {
      this.lines.push(event);
      this.take(decision);
    }
    return this;
  }

  /** Changes dated values from now on. */
  under(values: Readonly<Record<string, number | string>>): this {
    this.values = { ...this.values, ...law(values) };
    return this;
  }

  does(type: string, data: JsonObject = {}, manner: Manner = {}): this {
    const decision = this.attempt(type, data, manner);
    if (isRefused(decision)) throw new Error(`${type} refused: ${JSON.stringify(decision.refused)} in ${this.where.join(', ')}`);
    return this.take(decision);
  }

  /** Codes of why an act would be refused; empty when it would be taken. */
  why(type: string, data: JsonObject = {}, manner: Manner = {}): readonly string[] {
    const decision = this.attempt(type, data, manner);
    return isRefused(decision) ? decision.refused.map((reason: Reason) => reason.code) : [];
  }

  attempt(type: string, data: JsonObject = {}, manner: Manner = {}): Decision | Refusal {
    const event = this.occurrence(type, this.filled(type, data, manner.institution), manner, { seq: this.state.seq + 1, participants: this.state.participants });
    const decision = decide(this.definition, this.state, event, world);
    if (!isRefused(decision)) this.lines.push(event);
    return decision;
  }

  get where(): readonly string[] {
    return leafPaths(this.state.envelope.value);
  }

  get context(): JsonObject {
    return this.state.envelope.context;
  }

  get tasks(): readonly string[] {
    return tasksOf(this.definition, this.state, this.today, this.values).map((task) => task.name);
  }

  get open(): readonly DeadlineRow[] {
    return this.state.deadlines.filter(isOpen);
  }

  get possible(): readonly Possible[] {
    return possibleEvents(this.definition, this.state, { on: this.today, at: `${this.today}T15:00:00.000Z`, law: this.values }, world);
  }

  get allowed(): readonly string[] {
    return this.possible.filter((one) => one.why.length === 0).map((one) => one.event);
  }

  /** The latest run of a deadline. */
  deadline(name: string, subject?: string): DeadlineRow {
    const row = this.state.deadlines.findLast((one) => one.name === name && (subject === undefined || one.subject === subject));
    if (!row) throw new Error(`no deadline ${name} ${subject ?? ''}`);
    return row;
  }

  step(id: string): JsonObject {
    const row = this.state.steps.findLast((one) => one.id === id);
    if (!row) throw new Error(`no step ${id}`);
    return row.state;
  }

  private take(decision: Decision): this {
    this.state = decision.state;
    this.told.push(...decision.dispatches);
    return this;
  }

  /** Stated data over the example the case offers, validated as at the door. */
  private filled(type: string, data: JsonObject, institution?: string): JsonObject {
    if (isClockEvent(type)) return clockEvents[type].parse(data);
    const open = this.possible.find((one) => one.event === type && (institution === undefined || (one.institutions?.includes(institution) ?? true)));
    const { stepId, act } = splitType(type);
    const schema = this.definition.events[type]?.schema ?? this.definition.steps[stepId]?.logic.acts[act];
    return open && schema ? schema.parse({ ...open.example, ...data }) : data;
  }

  private occurrence(type: string, data: JsonObject, manner: Manner, more: { readonly seq: number; readonly participants: readonly Participant[] }): Occurrence {
    const on = manner.on ?? this.today;
    const actor = this.state ? this.actor(type, manner) : undefined;
    return {
      type, data, on, at: `${on}T15:00:00.000Z`, source: manner.source ?? 'own', order: manner.order ?? 'in-order', law: this.values,
      expired: this.state ? expiredNames(this.state.deadlines) : [], ...more, ...(actor && { actor }), ...(manner.instrument && { instrument: manner.instrument }),
    };
  }

  private actor(type: string, manner: Manner): NonNullable<Occurrence['actor']> {
    const { by, participants } = entitledTo(this.definition, this.state, type, { on: this.today, at: `${this.today}T15:00:00.000Z`, law: this.values }) ?? { by: {}, participants: this.state.participants };
    const roleOf = participants.find(({ institution }) => institution === manner.institution)?.role ?? manner.role;
    const [role, offices] = Object.entries(by).find(([one, all]) => roleOf === one || (!roleOf && (!manner.office || all.includes(manner.office)))) ?? [roleOf ?? '', []];
    const office = manner.office ?? offices[0] ?? '';
    const institution = manner.institution ?? participants.find((one) => one.role === role)?.institution ?? '';
    return { role, office, institution, official: manner.official ?? `${office}.${institution}` };
  }
}
