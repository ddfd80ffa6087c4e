import type { CaseState, DeadlineRow } from '../../../src/engine/core/case-state.js';
import { isOpen } from '../../../src/engine/core/case-state.js';
import { activeStates, eventTypes } from '../../../src/engine/core/chart.js';
import { decide, expire, openCase } from '../../../src/engine/core/decide.js';
import type { Definition } from '../../../src/engine/core/definition.js';
import { expiryEvent } from '../../../src/engine/core/expiries.js';
import { Fold } from '../../../src/engine/core/fold.js';
import type { Occurrence } from '../../../src/engine/core/occurrence.js';
import { isRefused, type Decision } from '../../../src/engine/core/outcome.js';
import type { JsonObject, Law, Participant } from '../../../src/kit/index.js';
import { world } from './story.js';

/** Where exploration begins: one way to open a case. */
export interface Opening {
  readonly participants: readonly Participant[];
  readonly data: JsonObject;
}

export interface Explored {
  readonly situations: number;
  readonly transitions: number;
  /** Paths of the states that were active somewhere. */
  readonly states: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly expired: ReadonlySet<string>;
  readonly outcomes: ReadonlySet<string>;
  /** For each situation from which no final state can be reached: the way to it. */
  readonly stuck: readonly (readonly string[])[];
  /** Representatives of the situations. */
  readonly cases: readonly CaseState[];
}

interface Node {
  readonly state: CaseState;
  readonly way: readonly string[];
  readonly from: Set<string>;
}

const DAY = '2026-03-02';
const at = (on: string): string => `${on}T15:00:00.000Z`;

/**
 * Every situation (state, abstract context, open steps and clocks) reachable by the examples of the events, by every expiry
 * and by a free choice among the outcomes of every step, under each of several sets of dated values.
 */
export function explore(definition: Definition, openings: readonly Opening[], laws: readonly Law[], limit = 20_000): Explored {
  const nodes = new Map<string, Node>();
  const events = new Set<string>();
  const expired = new Set<string>();
  let transitions = 0;
  const queue: string[] = [];
  const reach = (state: CaseState, way: readonly string[], from: string | null): void => {
    const key = situation(definition, state);
    const known = nodes.get(key);
    if (from !== null) transitions += 1;
    if (known) {
      if (from !== null) known.from.add(from);
      return;
    }
    if (nodes.size >= limit) throw new Error(`more than ${limit} situations: cap what abstract() lets through`);
    nodes.set(key, { state, way, from: new Set(from === null ? [] : [from]) });
    queue.push(key);
  };
  for (const opening of openings) for (const law of laws) reach(opened(definition, opening, law), [], null);
  for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
    const { state, way } = nodes.get(key)!;
    if (state.status === 'closed') continue;
    for (const move of moves(definition, state, laws)) {
      if (move.kind === 'event') events.add(move.name);
      if (move.kind === 'expiry') expired.add(move.name);
      reach(move.state, [...way, `${move.kind} ${move.name}`], key);
    }
  }
  const cases = [...nodes.values()].map(({ state }) => state);
  return {
    situations: nodes.size, transitions, events, expired, cases, stuck: stuckIn(nodes),
    states: new Set(cases.flatMap((state) => activeStates(definition, state.envelope.value).map(({ path }) => path))),
    outcomes: new Set(cases.flatMap(({ outcome }) => (outcome === null ? [] : [outcome]))),
  };
}

export function situation(definition: Definition, state: CaseState): string {
  const { value, context } = state.envelope;
  const clocks = state.deadlines.filter((row) => isOpen(row)).map((row) => `${row.name}/${row.subject}`).toSorted();
  const steps = state.steps.filter((step) => step.status === 'open').map((step) => step.id);
  return JSON.stringify([value, sorted(definition.abstract(context)), clocks, steps]);
}

interface Move {
  readonly kind: 'event' | 'outcome' | 'expiry';
  readonly name: string;
  readonly state: CaseState;
}

function moves(definition: Definition, state: CaseState, laws: readonly Law[]): readonly Move[] {
  return [...eventMoves(definition, state, laws), ...outcomeMoves(definition, state, laws), ...expiryMoves(definition, state)];
}

function eventMoves(definition: Definition, state: CaseState, laws: readonly Law[]): readonly Move[] {
  const { context } = state.envelope;
  return laws.flatMap((law) => eventTypes(definition, state.envelope.value).flatMap((type) => {
    const examples = definition.events[type].examples({ context, today: state.lastOn, law, participants: state.participants });
    return examples.flatMap((data): readonly Move[] => {
      const decision = decide(definition, state, occurrence(state, type, data, law), world);
      return isRefused(decision) ? [] : [{ kind: 'event', name: type, state: decision.state }];
    });
  }));
}

function outcomeMoves(definition: Definition, state: CaseState, [law = {}]: readonly Law[]): readonly Move[] {
  return state.steps.filter((step) => step.status === 'open').flatMap((step) => {
    const { outcomes } = definition.steps[step.id].logic;
    return outcomes.map((outcome): Move => {
      const fold = new Fold(definition, state, occurrence(state, `${step.id}.verified`, {}, law), world);
      fold.applyStep(fold.stepRow(step.id)!, { state: step.state, done: { outcome, result: {} } });
      return { kind: 'outcome', name: `${step.id}.${outcome}`, state: fold.finish().state };
    });
  });
}

function expiryMoves(definition: Definition, state: CaseState): readonly Move[] {
  return state.deadlines.filter((row) => isOpen(row)).map((row): Move => {
    // A clock whose trigger is still to come ends some day too.
    const ending: DeadlineRow = { ...row, status: 'running', endsAt: row.endsAt ?? at(state.lastOn) };
    const ready = { ...state, deadlines: state.deadlines.map((one) => (one === row ? ending : one)) };
    return { kind: 'expiry', name: row.name, state: expire(definition, ready, ending, expiryEvent(ready, ending, world), world).state };
  });
}

function opened(definition: Definition, { participants, data }: Opening, law: Law): CaseState {
  const event: Occurrence = { type: 'case.opened', data, source: 'own', on: DAY, at: at(DAY), law, expired: [], participants, seq: 1, order: 'in-order' };
  const decision: Decision = openCase(definition, { context: definition.opening.context(data, participants, law), participants }, event, world);
  return decision.state;
}

function occurrence(state: CaseState, type: string, data: JsonObject, law: Law): Occurrence {
  const on = state.lastOn;
  return { type, data, source: 'own', on, at: at(on), law, expired: [], participants: state.participants, seq: state.seq + 1, order: 'in-order' };
}

/** Walks back from the final states; what is never met can never end. */
function stuckIn(nodes: ReadonlyMap<string, Node>): readonly (readonly string[])[] {
  const ending = new Set<string>();
  const queue = [...nodes].filter(([, { state }]) => state.status === 'closed').map(([key]) => key);
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (ending.has(key)) continue;
    ending.add(key);
    queue.push(...nodes.get(key)!.from);
  }
  return [...nodes].filter(([key]) => !ending.has(key)).map(([, { way }]) => way);
}

function sorted(object: JsonObject): readonly [string, unknown][] {
  return Object.entries(object).toSorted(([one], [other]) => (one < other ? -1 : 1));
}
