import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { activeStates, metaOf, nodeId } from '../../../src/engine/core/chart.js';
import { expiredNames, isOpen, type CaseState } from '../../../src/engine/core/case-state.js';
import { decide } from '../../../src/engine/core/decide.js';
import { splitType, type Definition } from '../../../src/engine/core/definition.js';
import { expireEnded } from '../../../src/engine/core/expiries.js';
import { leafPaths } from '../../../src/engine/core/kernel.js';
import type { Occurrence } from '../../../src/engine/core/occurrence.js';
import { entitled, possibleEvents, type Possible } from '../../../src/engine/core/next.js';
import { isRefused } from '../../../src/engine/core/outcome.js';
import { tasksOf } from '../../../src/engine/core/tasks.js';
import { sayReason, type Law } from '../../../src/kit/index.js';
import { catalogue } from '../../../workflows/catalogue.js';
import { explore } from '../../../src/engine/core/verification/explore.js';
import { openingsOf } from '../../../src/engine/core/verification/openings.js';
import { trialLaws } from '../../../src/engine/core/verification/trial-laws.js';
import { world } from './story.js';

/** Walks are the same on every machine; a failure names its seed's path. */
const runs = { numRuns: 20, seed: 20260302 } as const;

interface Move {
  readonly pick: number;
  readonly days: number;
  readonly law: number;
}
const moves = fc.array(fc.record({ pick: fc.nat(1000), days: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 45 })), law: fc.nat(2) }), { minLength: 8, maxLength: 24, size: 'max' });

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
const at = (on: string): string => `${on}T15:00:00.000Z`;

const plain = (state: CaseState): unknown => JSON.parse(JSON.stringify(state));

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

interface Offer {
  readonly event: Occurrence;
  readonly leadsTo: readonly string[];
}

function offersOf(state: CaseState, possible: Possible, on: string, law: Law): readonly Offer[] {
  return entitled(state, possible).flatMap(({ role, institution }) => (possible.by[role] ?? []).map((office): Offer => {
    const actor = { role, office, institution, official: `${office}.${institution}` };
    const event: Occurrence = { type: possible.event, data: possible.example, source: 'own', on, at: at(on), law, expired: expiredNames(state.deadlines), participants: state.participants, actor, seq: state.seq + 1, order: 'in-order' };
    return { event, leadsTo: possible.leadsTo };
  }));
}

function checkState(definition: Definition, state: CaseState, on: string, law: Law): void {
  const open = state.deadlines.filter(isOpen);
  const active = activeStates(definition, state.envelope.value);
  const ids = new Set(active.map((one) => nodeId(definition, one)));
  for (const row of open) {
    const alive = 'state' in row.owner ? ids.has(row.owner.state) : state.steps.some((step) => step.status === 'open' && 'step' in row.owner && step.id === row.owner.step);
    expect({ deadline: row.name, owner: row.owner, alive }).toEqual({ deadline: row.name, owner: row.owner, alive: true });
    expect(row.status === 'pending').toBe(row.due === null);
  }
  expect(new Set(open.map((row) => `${row.name}/${row.subject}`)).size).toBe(open.length);
  expect(new Set(state.deadlines.map((row) => `${row.name}/${row.subject}/${row.startedSeq}`)).size).toBe(state.deadlines.length);
  for (const step of state.steps.filter(({ status }) => status === 'open')) expect(active.map(({ config }) => config.invoke?.id)).toContain(step.id);
  const tasks = tasksOf(definition, state, on, law);
  expect(tasksOf(definition, state, on, law)).toEqual(tasks);
  expect(new Set(tasks.map(({ key }) => key)).size).toBe(tasks.length);
  for (const { name } of tasks) expect(Object.keys(definition.words.es.tasks)).toContain(name);
  if (state.status === 'closed') expect({ open, tasks, steps: state.steps.filter(({ status }) => status === 'open') }).toEqual({ open: [], tasks: [], steps: [] });
  else expect(tasks.length + open.length + active.flatMap((one) => metaOf(one).waits ?? []).length).toBeGreaterThan(0);
}

/** What is offered is taken, by each office it is offered to; what is not offered says why, in words without holes. */
function checkOffers(definition: Definition, state: CaseState, on: string, law: Law): readonly Offer[] {
  const offers = possibleEvents(definition, state, { on, at: at(on), law }, world);
  for (const { event, why } of offers) {
    for (const reason of why) {
      for (const language of ['es', 'en'] as const) expect({ event, said: sayReason(reason, definition.words[language], language) }).toEqual({ event, said: expect.stringMatching(/^[^{}]+[.]$/) });
    }
  }
  return offers.filter(({ why }) => why.length === 0).flatMap((possible) => {
    const { stepId, act } = splitType(possible.event);
    const schema = definition.events[possible.event]?.schema ?? definition.steps[stepId].logic.acts[act];
    expect(schema.parse(possible.example)).toEqual(possible.example);
    return offersOf(state, possible, on, law);
  });
}

/** As offered: it is taken, and leads to where it said, once what had ended by then has expired. */
function takeOffer(definition: Definition, state: CaseState, { event, leadsTo }: Offer): CaseState {
  const next = take(definition, state, event);
  const settled = expireEnded(definition, next, event, world).at(-1)?.decision.state ?? next;
  expect({ event: event.type, leadsTo: leafPaths(settled.envelope.value) }).toEqual({ event: event.type, leadsTo });
  return next;
}

function take(definition: Definition, state: CaseState, event: Occurrence): CaseState {
  const decision = decide(definition, state, event, world);
  if (isRefused(decision)) throw new Error(`offered ${event.type} as ${event.actor?.office}, refused: ${JSON.stringify(decision.refused)}`);
  expect(decision.state.seq).toBe(state.seq + 1);
  return frozen(decision.state);
}

/** What was stored and read again decides the same. */
function takeAgain(definition: Definition, state: CaseState, event: Occurrence): CaseState {
  const [stored, sent] = JSON.parse(JSON.stringify([state, event])) as [CaseState, Occurrence];
  return take(definition, stored, sent);
}

/** From one situation on: days pass, what ended expires, and one of the offers is taken, one that ends the case seldom. */
function walk(definition: Definition, start: CaseState, steps: readonly Move[]): CaseState {
  let on = start.lastOn;
  let state = frozen(start);
  for (const { pick, days, law: which } of steps) {
    on = dayAfter(on, days);
    for (const { decision } of expireEnded(definition, state, { on, at: at(on) }, world)) state = frozen(decision.state);
    const law = trialLaws[which];
    checkState(definition, state, on, law);
    const reached = checkOffers(definition, state, on, law).map((offer) => ({ event: offer.event, next: takeOffer(definition, state, offer) }));
    const lasting = reached.filter(({ next }) => next.status === 'open');
    const choice = pick % 20 === 0 || lasting.length === 0 ? reached : lasting;
    const chosen = choice[pick % Math.max(1, choice.length)];
    if (!chosen) break;
    expect(plain(takeAgain(definition, state, chosen.event))).toEqual(plain(chosen.next));
    state = chosen.next;
  }
  checkState(definition, state, on, trialLaws[0]);
  return state;
}

describe.each(catalogue.map((definition) => [`${definition.name}@${definition.version}`, definition] as const))('%s, walked at random', (_key, definition) => {
  const { situations } = explore(definition, { openings: openingsOf(definition, trialLaws), laws: trialLaws, world });
  const anywhere = fc.nat(situations.length - 1).map((index) => situations[index].state);

  it('keeps its promises after every event and every day', () => {
    expect(fc.assert(fc.property(anywhere, moves, (start, steps) => void walk(definition, start, steps)), runs)).toBeUndefined();
  });

  it('gives the same case for the same walk', () => {
    expect(fc.assert(fc.property(anywhere, moves, (start, steps) => isDeepStrictEqual(walk(definition, start, steps), walk(definition, start, steps))), { ...runs, numRuns: 3 })).toBeUndefined();
  });
});
