import { placeOf } from '../../../calendar/place.js';
import type { JsonObject, Law } from '../../../kit/index.js';
import type { CaseState } from '../case-state.js';
import { openCase } from '../decide.js';
import type { Definition } from '../definition.js';
import type { Occurrence } from '../occurrence.js';
import type { World } from '../outcome.js';
import { chartedBy, type Charted } from './charted.js';
import { at, attemptsFrom, type Trial } from './moves.js';
import type { TrialOpening } from './openings.js';
import { askedDeadlines, isOpenTo, rolesIn, situationKey, type Cast, type Move, type Situation } from './situation.js';
import { lawsFor } from './trial-laws.js';

/** Everything that can become of the cases of one definition. */
export interface Explored {
  /** In the order in which they were met: none comes before one with a shorter way. */
  readonly situations: readonly Situation[];
  readonly casts: readonly Cast[];
  /** Where a case begins, by the number of its cast. */
  readonly starts: readonly Start[];
  readonly charted: (value: unknown) => Charted;
  /** Keys of the transitions of the chart that were taken somewhere. */
  readonly fired: ReadonlySet<string>;
  /** By event: each example that was tried, once, and where it was first given. */
  readonly examples: ReadonlyMap<string, readonly Tried[]>;
  /** What the definition's own functions could not bear. */
  readonly failures: readonly Failure[];
  /** Whether the limit was reached before everything was seen. */
  readonly complete: 'yes' | 'no';
}

export interface Start {
  readonly cast: number;
  readonly situation: Situation;
}

export interface Tried {
  readonly example: JsonObject;
  readonly at: Situation;
}

export interface Failure {
  /** Null: a case could not even be opened. */
  readonly at: Situation | null;
  readonly move: Move | null;
  readonly message: string;
}

export interface Exploring {
  readonly openings: readonly TrialOpening[];
  readonly laws: readonly Law[];
  /** The rules of the deadlines as declared, where those of the definition are uncounted. */
  readonly rules?: Definition['deadlines'];
  readonly world?: World;
  /** Situations after which exploration gives up. */
  readonly limit?: number;
}

/** Enough for the largest procedure we know, times ten. */
const LIMIT = 20_000;
/** The day on which every trial begins: any day does. */
const DAY = '2026-03-02';

const oneWorld: World = { placeOf: () => placeOf(null), zone: 'America/Santiago' };

/**
 * Every situation reachable by the examples of the events, by every expiry and by a free choice among the outcomes of every
 * step, breadth first. Pauses after each situation, so that a server can do something else in between.
 */
export function* exploring(definition: Definition, settings: Exploring): Generator<void, Explored> {
  const run = new Exploration(definition, settings);
  run.begin();
  while (run.goOn()) yield;
  return run.explored();
}

export function explore(definition: Definition, settings: Exploring): Explored {
  const run = exploring(definition, settings);
  let step = run.next();
  while (!step.done) step = run.next();
  return step.value;
}

class Exploration {
  private readonly situations: Situation[] = [];
  private readonly byKey = new Map<string, Situation>();
  private readonly casts: Cast[] = [];
  private readonly starts: Start[] = [];
  private readonly fired = new Set<string>();
  private readonly examples = new Map<string, Map<string, Tried>>();
  private readonly failures = new Map<string, Failure>();
  private readonly asked: ReadonlySet<string>;
  private readonly trial: Trial;
  private current: Situation | null = null;
  private next = 0;

  constructor(private readonly definition: Definition, private readonly settings: Exploring) {
    this.asked = askedDeadlines(definition);
    this.trial = {
      definition, rules: settings.rules ?? definition.deadlines, world: settings.world ?? oneWorld, charted: chartedBy(definition),
      lawsFor: lawsFor(definition, settings.laws), offered: (type, example) => this.offered(type, example), fired: (transition) => this.fired.add(transition),
      bearing: (move, doing) => this.bearing(move, doing, []),
    };
  }

  /** The fullest casts first: of cases that are alike, the first one met shows what everybody in them may do. */
  begin(): void {
    const openings = this.settings.openings.toSorted((one, other) => other.cast.participants.length - one.cast.participants.length);
    for (const opening of openings) {
      this.bearing(null, () => {
        const situation = this.reached(this.opened(opening), null);
        if (!situation) return;
        const cast = this.castOf(opening.cast);
        situation.casts |= 1n << BigInt(cast);
        this.starts.push({ cast, situation });
      }, undefined);
    }
  }

  /** Tries everything in the next situation; false when none is left. */
  goOn(): boolean {
    const situation = this.situations[this.next];
    if (!situation) return false;
    this.next += 1;
    this.current = situation;
    for (const { move, states } of attemptsFrom(this.trial, situation.state)) this.bearing(move, () => this.follow(situation, move, states), undefined);
    return true;
  }

  explored(): Explored {
    this.spreadCasts();
    const examples = new Map([...this.examples].map(([type, tried]) => [type, [...tried.values()]]));
    const complete = this.byKey.size < (this.settings.limit ?? LIMIT) ? 'yes' : 'no';
    return {
      situations: this.situations, casts: this.casts, starts: this.starts, charted: this.trial.charted, fired: this.fired, examples,
      failures: [...this.failures.values()], complete,
    };
  }

  private follow(from: Situation, move: Move, states: readonly CaseState[]): void {
    for (const state of states) {
      const to = this.reached(state, { situation: from, move });
      if (to && !from.edges.some((edge) => edge.to === to && edge.move.kind === move.kind && edge.move.name === move.name)) from.edges.push({ move, to });
    }
  }

  private reached(state: CaseState, from: Situation['from']): Situation | undefined {
    const key = situationKey(this.definition, this.asked, state);
    const known = this.byKey.get(key);
    if (known || this.byKey.size >= (this.settings.limit ?? LIMIT)) return known;
    const situation: Situation = { state, from, edges: [], casts: 0n };
    this.byKey.set(key, situation);
    this.situations.push(situation);
    return situation;
  }

  private opened({ cast: { participants }, data, law }: TrialOpening): CaseState {
    const event: Occurrence = { type: 'case.opened', data, source: 'own', on: DAY, at: at(DAY), law, expired: [], participants, seq: 1, order: 'in-order' };
    return openCase(this.definition, { context: this.definition.opening.context(data, participants, law), participants }, event, this.trial.world).state;
  }

  private castOf(cast: Cast): number {
    const key = JSON.stringify(cast.participants);
    const found = this.casts.findIndex((one) => JSON.stringify(one.participants) === key);
    return found === -1 ? this.casts.push(cast) - 1 : found;
  }

  private offered(type: string, example: JsonObject): void {
    const tried = this.examples.get(type) ?? new Map<string, Tried>();
    this.examples.set(type, tried);
    const key = JSON.stringify(example);
    if (!tried.has(key) && this.current) tried.set(key, { example, at: this.current });
  }

  /** What a definition's guards, actions, examples or steps throw is a fault of the definition, not of the explorer. */
  private bearing<Result>(move: Move | null, doing: () => Result, otherwise: Result): Result {
    try {
      return doing();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const key = JSON.stringify([move, message]);
      if (!this.failures.has(key)) this.failures.set(key, { at: this.current, move, message });
      return otherwise;
    }
  }

  /** Who takes part does not change on the way: a cast comes to wherever the moves lead that its roles can make. */
  private spreadCasts(): void {
    const roles = this.casts.map(rolesIn);
    const able = new Map<string, bigint>();
    const ableTo = (move: Move): bigint => {
      const key = `${move.kind} ${move.name}`;
      const known = able.get(key) ?? roles.reduce((all, one, number) => (isOpenTo(this.definition, move, one) ? all | (1n << BigInt(number)) : all), 0n);
      able.set(key, known);
      return known;
    };
    const queue = [...this.situations];
    for (let from = queue.pop(); from !== undefined; from = queue.pop()) {
      for (const { move, to } of from.edges) {
        const come = from.casts & ableTo(move);
        if ((to.casts | come) === to.casts) continue;
        to.casts |= come;
        queue.push(to);
      }
    }
  }
}
