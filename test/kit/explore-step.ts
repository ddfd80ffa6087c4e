import { isDeepStrictEqual } from 'node:util';
import { isRefusal, sayReason, type CaseEvent, type JsonObject, type Law, type OpenAct, type StepChange, type StepLogic, type StepRefusal, type WorkflowWords } from '../../src/kit/index.js';

/** What to walk: a step's reducer, and the inputs that the case may come to give it (each act may meet any of them). */
export interface Walk<State extends JsonObject, Input> {
  readonly logic: StepLogic<State, Input>;
  readonly inputs: readonly [Input, ...Input[]];
  readonly law?: Law;
  /** Acts tried beside those offered: what an example does not show. They may be refused. */
  readonly also?: (state: State, today: string) => readonly OpenAct[];
  /** What two alike states have in common, where the state counts without end. Days are seen as past, today or to come. */
  readonly abstract?: (state: State, today: string) => unknown;
  /** The most states to see; beyond it the walk fails. */
  readonly limit?: number;
}

export interface Walked<State> {
  /** Representatives of the states seen while the step was open. */
  readonly states: readonly State[];
  readonly outcomes: readonly string[];
  /** Acts that were taken somewhere. */
  readonly acts: readonly string[];
  /** Of the acts offered, the codes with which some example was refused somewhere. */
  readonly refused: Readonly<Record<string, readonly string[]>>;
  /** Ways to states from which the step can never end. */
  readonly stuck: readonly string[];
  /** Ways to open states in which no act is expected and no deadline runs. */
  readonly idle: readonly string[];
  /** What a step may never do: each fault with the way to it. */
  readonly faults: readonly string[];
}

interface Clock {
  readonly deadline: string;
  readonly subject: string;
}

interface Node<State> {
  readonly key: string;
  readonly state: State;
  readonly today: string;
  readonly clocks: readonly Clock[];
  readonly ended: string | null;
  readonly way: readonly string[];
  readonly from: Set<string>;
}

const FIRST_DAY = '2026-03-02';

/**
 * Every state a step can come to: by the examples its `open` offers, sent by each body they are offered to, by the end of
 * every deadline it started, and by days that pass. States are frozen, so a reducer that touches one throws.
 */
export function exploreStep<State extends JsonObject, Input>(walk: Walk<State, Input>): Walked<State> {
  return new Exploration(walk).run();
}

class Exploration<State extends JsonObject, Input> {
  private readonly nodes = new Map<string, Node<State>>();
  private readonly queue: Node<State>[] = [];
  private readonly acts = new Set<string>();
  private readonly refused = new Map<string, Set<string>>();
  private readonly faults = new Set<string>();
  private readonly idle: string[] = [];

  constructor(private readonly walk: Walk<State, Input>) {}

  run(): Walked<State> {
    for (const input of frozen(this.walk.inputs)) {
      const change = this.walk.logic.start(input, eventOf('start', {}, FIRST_DAY, undefined, this.law));
      this.reach(change, { today: FIRST_DAY, clocks: [], way: [] }, null);
    }
    for (let node = this.queue.shift(); node !== undefined; node = this.queue.shift()) this.leave(node);
    const nodes = [...this.nodes.values()];
    const open = nodes.filter(({ ended }) => ended === null);
    return {
      states: open.map(({ state }) => state),
      outcomes: [...new Set(nodes.flatMap(({ ended }) => ended ?? []))].toSorted(),
      acts: [...this.acts].toSorted(),
      refused: Object.fromEntries([...this.refused].map(([act, codes]) => [act, [...codes].toSorted()])),
      stuck: stuckOf(this.nodes), idle: this.idle, faults: [...this.faults],
    };
  }

  private get law(): Law {
    return this.walk.law ?? {};
  }

  /** Every way out of a state. */
  private leave(node: Node<State>): void {
    let busy = node.clocks.length > 0;
    for (const input of this.walk.inputs) {
      const offered = this.walk.logic.open(node.state, { today: node.today, input, law: this.law });
      busy ||= offered.some(({ expected }) => expected);
      for (const open of offered) this.tryOffered(node, open, input);
      for (const open of this.walk.also?.(node.state, node.today) ?? []) {
        for (const { data, actor } of eventsOf(open)) this.send(node, { act: open.act, data, actor, on: node.today }, input);
      }
    }
    if (!busy) this.idle.push(told(node.way));
    this.expireAll(node);
    for (const days of [1, 31]) this.reach({ state: node.state }, { ...node, today: later(node.today, days) }, node.key);
  }

  /** Whoever is expected to act can: each body the act is put to has an example that is taken, today or on a later day. */
  private tryOffered(node: Node<State>, open: OpenAct, input: Input): void {
    const taken = new Set<string>();
    const bodies = new Set<string>();
    for (const { data, actor } of eventsOf(open)) {
      const body = `${actor.role}@${actor.institution}`;
      bodies.add(body);
      const parsed = this.walk.logic.acts[open.act]?.safeParse(data);
      if (!parsed?.success) this.fault(`${open.act}: the example does not fit the schema ${JSON.stringify(data)}`, node);
      const refusal = this.send(node, { act: open.act, data, actor, on: node.today }, input);
      if (!refusal) taken.add(body);
      if (refusal) this.noteRefusal(open.act, refusal, node);
    }
    if (bodies.size === 0) this.fault(`${open.act} is offered to nobody, or without an example`, node);
    if (open.expected && taken.size < bodies.size && !this.doableLater(node, open, input)) this.fault(`${open.act} is expected and cannot be done`, node);
  }

  private doableLater(node: Node<State>, open: OpenAct, input: Input): boolean {
    const on = later(node.today, 1);
    const same = this.walk.logic.open(node.state, { today: on, input, law: this.law })
      .filter(({ act, institutions }) => act === open.act && isDeepStrictEqual(institutions, open.institutions));
    return same.flatMap((one) => eventsOf(one))
      .some(({ data, actor }) => !isRefusal(this.walk.logic.apply({ state: node.state, act: open.act, event: eventOf(open.act, data, on, actor, this.law), input })));
  }

  private send(node: Node<State>, sent: { act: string; data: JsonObject; actor: Actor; on: string }, input: Input): StepRefusal | null {
    const event = eventOf(sent.act, sent.data, sent.on, sent.actor, this.law);
    const change = this.walk.logic.apply({ state: node.state, act: sent.act, event, input });
    if (isRefusal(change)) return change;
    this.acts.add(sent.act);
    this.reach(change, { ...node, way: [...node.way, `${sent.act} by ${sent.actor.institution} ${JSON.stringify(sent.data)}`] }, node.key);
    return null;
  }

  private expireAll(node: Node<State>): void {
    for (const clock of node.clocks) {
      const change = this.walk.logic.expire?.(node.state, { ...clock, on: node.today }) ?? { state: node.state };
      const clocks = node.clocks.filter((one) => one !== clock);
      this.reach(change, { ...node, clocks, way: [...node.way, `${clock.deadline} of ${clock.subject} ends`] }, node.key);
    }
  }

  private reach(change: StepChange<State>, at: Pick<Node<State>, 'today' | 'clocks' | 'way'>, from: string | null): void {
    const ended = change.done?.outcome ?? null;
    if (ended !== null && !this.walk.logic.outcomes.includes(ended)) this.fault(`ends as ${ended}, which is not declared`, at);
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(change)), change)) this.fault('the change is not plain JSON', at);
    const clocks = at.clocks.filter((clock) => !(change.met ?? []).some((met) => met.deadline === clock.deadline && met.subject === clock.subject));
    for (const { deadline, subject } of change.start ?? []) {
      if (clocks.some((clock) => clock.deadline === deadline && clock.subject === subject)) this.fault(`${deadline} of ${subject} runs twice`, at);
      clocks.push({ deadline, subject });
    }
    const state = frozen(change.state);
    const seen = this.walk.abstract?.(state, at.today) ?? state;
    const running = new Set(clocks.map((clock) => JSON.stringify(relative(clock, at.today))));
    const key = JSON.stringify([relative(seen, at.today), ended === null ? [...running].toSorted() : [], ended]);
    const known = this.nodes.get(key);
    if (known) {
      if (from !== null) known.from.add(from);
      return;
    }
    if (this.nodes.size >= (this.walk.limit ?? 5_000)) throw new Error('more states than the limit: say what is alike in `abstract`');
    const node: Node<State> = { key, state, today: at.today, clocks, ended, way: at.way, from: new Set(from === null ? [] : [from]) };
    this.nodes.set(key, node);
    if (ended === null) this.queue.push(node);
  }

  /** A refusal is one that can be said: its sentence has no place left open. */
  private noteRefusal(act: string, { refused }: StepRefusal, node: Node<State>): void {
    const codes = this.refused.get(act) ?? new Set<string>();
    this.refused.set(act, codes);
    if (refused.length === 0) this.fault(`${act} is refused for no reason`, node);
    for (const reason of refused) {
      codes.add(reason.code);
      for (const language of ['es', 'en'] as const) {
        const sentence = sayReason(reason, noWords, language);
        if (sentence === reason.code || /\{\w+\}/.test(sentence)) this.fault(`${act}: ${sentence}`, node);
      }
    }
  }

  private fault(what: string, { way }: Pick<Node<State>, 'way'>): void {
    const same = [...this.faults].some((known) => known.startsWith(what));
    if (!same) this.faults.add(`${what} — after ${told(way)}`);
  }
}

interface Actor {
  readonly role: string;
  readonly office: string;
  readonly institution: string;
  readonly official: string;
}

/** What an offered act lets happen: each example, by each body it is offered to. */
function eventsOf({ by, institutions, examples }: OpenAct): readonly { readonly data: JsonObject; readonly actor: Actor }[] {
  return Object.entries(by).flatMap(([role, [office = 'nobody']]) => (institutions ?? [`${role}-1`]).flatMap((institution) =>
    examples.map((data) => ({ data: frozen(data), actor: { role, office, institution, official: `${office}.${institution}` } }))));
}

export function eventOf(type: string, data: JsonObject, on: string, actor?: Actor, law: Law = {}): CaseEvent {
  return { type, data, source: 'own', on, at: `${on}T15:00:00.000Z`, law, ...(actor && { actor }), expired: [], participants: [] };
}

const noWords: WorkflowWords = { title: '', summary: '', states: {}, events: {}, tasks: {}, deadlines: {}, outcomes: {}, roles: {}, guards: {}, reasons: {}, steps: {}, messages: {} };

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

/** Days and months as seen from today: what a state does depends on no more. */
function relative(value: unknown, today: string): unknown {
  return JSON.parse(JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'string' || !/^\d{4}-\d{2}(-\d{2})?$/.test(inner)) return inner;
    const now = today.slice(0, inner.length);
    return inner < now ? 'past' : inner > now ? 'to come' : 'now';
  })) as unknown;
}

function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function told(way: readonly string[]): string {
  return way.length === 0 ? 'the start' : way.join('; ');
}

/** Walks back from the ends; what is never met can never end. */
function stuckOf<State>(nodes: ReadonlyMap<string, Node<State>>): readonly string[] {
  const ending = new Set<string>();
  const queue = [...nodes.values()].filter(({ ended }) => ended !== null).map(({ key }) => key);
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (ending.has(key)) continue;
    ending.add(key);
    queue.push(...nodes.get(key)!.from);
  }
  return [...nodes.values()].filter(({ key }) => !ending.has(key)).map(({ way }) => told(way));
}
