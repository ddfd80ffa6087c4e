import { expiredNames, type CaseState } from '../../../src/engine/core/case-state.js';
import { decide, openCase } from '../../../src/engine/core/decide.js';
import type { Definition } from '../../../src/engine/core/definition.js';
import { expireEnded, expiryDay } from '../../../src/engine/core/expiries.js';
import { entitled, possibleEvents, type Possible } from '../../../src/engine/core/next.js';
import { isRefused, type World } from '../../../src/engine/core/outcome.js';
import { explore } from '../../../src/engine/core/verification/explore.js';
import { openingsOf, participantsOf } from '../../../src/engine/core/verification/openings.js';
import { askedDeadlines, situationKey, type Situation } from '../../../src/engine/core/verification/situation.js';
import { trialLaws } from '../../../src/engine/core/verification/trial-laws.js';
import type { JsonObject, Law, OpeningExample } from '../../../src/kit/index.js';

/** What somebody did who knew only what was offered: an entry of `next`, or waiting until the next clock had run out. */
export type Deed =
  | { readonly does: string; readonly as: string; readonly example: JsonObject; readonly leadsTo: readonly string[] }
  | { readonly waitsUntil: string };

export interface Way {
  readonly opening: OpeningExample;
  readonly outcome: string;
  readonly deeds: readonly Deed[];
}

/** The world a way is looked for in: dated values, seats, the day it begins. */
export interface Setting {
  readonly law: Law;
  readonly world: World;
  readonly on: string;
}

interface Node {
  readonly state: CaseState;
  readonly on: string;
  readonly deeds: readonly Deed[];
  readonly weight: number;
}

/** More than any way needs that leads anywhere. */
const TRIES = 1_500;
const OUT_OF_SIGHT = 60;
/** Repetitions that weigh as much as one move away from the end. */
const FARTHER = 2;
const at = (on: string): string => `${on}T15:00:00.000Z`;

/**
 * A way to an outcome by what `next` offers and the passing of days alone. Which offer to try first is guessed from the
 * explored situations; the way itself uses nothing that a client does not see. Null when none was found.
 */
export class WayFinder {
  private readonly asked: ReadonlySet<string>;
  private readonly situations: ReadonlyMap<string, Situation>;

  constructor(private readonly definition: Definition, private readonly setting: Setting) {
    this.asked = askedDeadlines(definition);
    const laws = [setting.law, ...trialLaws];
    const { situations } = explore(definition, { openings: openingsOf(definition, laws), laws, world: setting.world });
    this.situations = new Map(situations.map((situation) => [situationKey(definition, this.asked, situation.state), situation]));
  }

  to(outcome: string): Way | null {
    const { example, examples = [] } = this.definition.opening;
    const far = this.distancesTo(outcome);
    for (const opening of [example, ...examples]) {
      const deeds = this.search(opening, outcome, far);
      if (deeds) return { opening, outcome, deeds };
    }
    return null;
  }

  private search(opening: OpeningExample, outcome: string, far: ReadonlyMap<string, number>): readonly Deed[] | null {
    const queue: Node[] = [this.begin(opening, far)];
    const seen = new Set<string>();
    for (let tries = 0; queue.length > 0 && tries < TRIES; tries += 1) {
      const node = queue.splice(nearest(queue), 1)[0];
      if (node.state.outcome === outcome) return node.deeds;
      if (node.state.status === 'closed') continue;
      for (const next of this.from(node, far)) {
        const key = JSON.stringify([this.key(next.state), next.state.steps.flatMap(({ state, status }) => (status === 'open' ? [state] : []))]);
        if (seen.has(key)) continue;
        seen.add(key);
        queue.push(next);
      }
    }
    return null;
  }

  private begin(opening: OpeningExample, far: ReadonlyMap<string, number>): Node {
    const { definition, setting: { law, world, on } } = this;
    const participants = participantsOf(definition, opening);
    const context = definition.opening.context(definition.opening.schema.parse(opening.data), participants, law);
    const event = { type: 'case.opened', data: {}, source: 'own', on, at: at(on), law, expired: [], participants, seq: 1, order: 'in-order' } as const;
    return this.node(openCase(definition, { context, participants }, event, world).state, on, [], far);
  }

  private from({ state, on, deeds }: Node, far: ReadonlyMap<string, number>): readonly Node[] {
    const { definition, setting: { law, world } } = this;
    const offers = possibleEvents(definition, state, { on, at: at(on), law }, world).filter(({ why }) => why.length === 0);
    const done = offers.flatMap((offer): readonly Node[] => {
      const next = this.doing(state, offer, on);
      return next ? [this.node(next.state, on, [...deeds, next.deed], far)] : [];
    });
    const [end] = state.deadlines.filter((row) => row.status === 'running').map((row) => expiryDay(row, world)).toSorted();
    if (end === undefined) return done;
    const until = end > on ? end : on;
    const later = expireEnded(definition, state, { on: until, at: at(until) }, world).at(-1)?.decision.state;
    return later ? [...done, this.node(later, until, [...deeds, { waitsUntil: until }], far)] : done;
  }

  /** As the first who may: each office is a person of its own. */
  private doing(state: CaseState, offer: Possible, on: string): { readonly state: CaseState; readonly deed: Deed } | null {
    const { definition, setting: { law, world } } = this;
    const { event: type, example, leadsTo } = offer;
    for (const { role, institution } of entitled(state, offer)) {
      for (const office of offer.by[role] ?? []) {
        const official = `${office}.${institution}`;
        const actor = { role, office, institution, official };
        const event = { type, data: example, source: 'own', on, at: at(on), law, expired: expiredNames(state.deadlines), participants: state.participants, actor, seq: state.seq + 1, order: 'in-order' } as const;
        const decision = decide(definition, state, event, world);
        if (!isRefused(decision)) return { state: decision.state, deed: { does: type, as: official, example, leadsTo } };
      }
    }
    return null;
  }

  private node(state: CaseState, on: string, deeds: readonly Deed[], far: ReadonlyMap<string, number>): Node {
    return { state, on, deeds, weight: (far.get(this.key(state)) ?? OUT_OF_SIGHT) * FARTHER + repeated(deeds) };
  }

  private key(state: CaseState): string {
    return situationKey(this.definition, this.asked, state);
  }

  /** Moves from each situation to an end with that outcome. */
  private distancesTo(outcome: string): ReadonlyMap<string, number> {
    const before = new Map<Situation, Situation[]>();
    for (const from of this.situations.values()) for (const { to } of from.edges) before.set(to, [...(before.get(to) ?? []), from]);
    const far = new Map<Situation, number>();
    let ring = [...this.situations.values()].filter(({ state }) => state.outcome === outcome);
    for (let distance = 0; ring.length > 0; distance += 1) {
      for (const situation of ring) if (!far.has(situation)) far.set(situation, distance);
      ring = [...new Set(ring.flatMap((situation) => before.get(situation) ?? []))].filter((situation) => !far.has(situation));
    }
    return new Map([...far].map(([{ state }, distance]) => [this.key(state), distance]));
  }
}

/**
 * The place of the node nearest to its end, where doing the same again and again counts as going away from it; of several
 * the one that was met last, so that a step is gone through to its end.
 */
function nearest(queue: readonly Node[]): number {
  return queue.reduce((best, { weight }, index) => (weight <= queue[best].weight ? index : best), 0);
}

function repeated(deeds: readonly Deed[]): number {
  return deeds.length - new Set(deeds.map((deed) => ('does' in deed ? `${deed.does} ${deed.as}` : 'waits'))).size;
}
