import { expiredNames, type CaseState } from '../../../src/engine/core/case-state.js';
import { decide, openCase } from '../../../src/engine/core/decide.js';
import { splitType, type Definition } from '../../../src/engine/core/definition.js';
import { expireEnded, expiryDay } from '../../../src/engine/core/expiries.js';
import { entitled, possibleEvents, type Possible } from '../../../src/engine/core/next.js';
import { isRefused, type World } from '../../../src/engine/core/outcome.js';
import { tasksOf } from '../../../src/engine/core/tasks.js';
import { participantsOf } from '../../../src/engine/core/verification/openings.js';
import type { JsonObject, Law, OpeningExample, Participant } from '../../../src/kit/index.js';
import { Guide, type Bearing } from './guide.js';

/** What somebody did who knew only what was offered: an entry of `next`, or waiting until the next clock had run out. */
export type Deed =
  | { readonly does: string; readonly as: string; readonly example: JsonObject; readonly leadsTo: readonly string[] }
  | { readonly waitsUntil: string };

export interface Way {
  readonly opening: OpeningExample;
  readonly outcome: string;
  readonly deeds: readonly Deed[];
}

/** What a way is looked for among: dated values from day to day, seats, and the offices there are (all, where it does not say). */
export interface Country {
  readonly lawOn: (day: string) => Law;
  readonly world: World;
  readonly hasOffice?: (institution: string, office: string) => boolean;
}

/** The country as those who take part in a case meet it, and the day it begins. */
export interface Setting {
  readonly countryOf: (participants: readonly Participant[], territory: string) => Country;
  readonly on: string;
}

/** Where one search goes, and among what. */
interface Search {
  readonly country: Country;
  readonly bearing: Bearing;
}

interface Node {
  readonly state: CaseState;
  readonly on: string;
  readonly deeds: readonly Deed[];
  /** What of the way so far did not bring it nearer. */
  readonly strayed: number;
  readonly key: string;
  readonly weight: number;
}

/** More than any way needs that leads anywhere. */
const TRIES = 1_500;
const OUT_OF_SIGHT = 60;
/** Steps astray that weigh as much as one move away from the end. */
const FARTHER = 2;
/** What waiting once more costs where something that ends brings the case nearer. */
const PATIENCE = 0.1;
const at = (on: string): string => `${on}T15:00:00.000Z`;

/**
 * A way to an outcome by what `next` offers and the passing of days alone. Which offer to try first is guessed from the
 * explored situations; the way itself uses nothing that a client does not see. Null when none was found.
 */
export class WayFinder {
  private readonly guide: Guide;

  constructor(private readonly definition: Definition, private readonly setting: Setting) {
    this.guide = new Guide(definition, this.countryOf(definition.opening.example).lawOn(setting.on));
  }

  to(outcome: string): Way | null {
    const { example, examples = [] } = this.definition.opening;
    const bearing = this.guide.to(outcome);
    for (const opening of [example, ...examples]) {
      const deeds = this.search(opening, outcome, { country: this.countryOf(opening), bearing });
      if (deeds) return { opening, outcome, deeds };
    }
    return null;
  }

  private countryOf(opening: OpeningExample): Country {
    return this.setting.countryOf(participantsOf(this.definition, opening), opening.territory);
  }

  private search(opening: OpeningExample, outcome: string, search: Search): readonly Deed[] | null {
    const first = this.begin(opening, search);
    const queue: Node[] = search.bearing.distance(first.key) === undefined ? [] : [first];
    const seen = new Set<string>();
    for (let tries = 0; queue.length > 0 && tries < TRIES; tries += 1) {
      const node = queue.splice(nearest(queue), 1)[0];
      if (node.state.outcome === outcome) return node.deeds;
      if (node.state.status === 'closed') continue;
      for (const next of this.from(node, search)) {
        const place = JSON.stringify([next.key, next.state.steps.flatMap(({ state, status }) => (status === 'open' ? [state] : []))]);
        if (seen.has(place)) continue;
        seen.add(place);
        queue.push(next);
      }
    }
    return null;
  }

  private begin(opening: OpeningExample, { country: { lawOn, world }, bearing }: Search): Node {
    const { definition, setting: { on } } = this;
    const participants = participantsOf(definition, opening);
    const law = lawOn(on);
    const context = definition.opening.context(definition.opening.schema.parse(opening.data), participants, law);
    const event = { type: 'case.opened', data: {}, source: 'own', on, at: at(on), law, expired: [], participants, seq: 1, order: 'in-order' } as const;
    return this.node(openCase(definition, { context, participants }, event, world).state, on, { deeds: [], strayed: 0 }, bearing);
  }

  private from(node: Node, { country, bearing }: Search): readonly Node[] {
    const { definition } = this;
    const { world, lawOn } = country;
    const { state, on, deeds } = node;
    const law = lawOn(on);
    const expected = new Set(tasksOf(definition, state, on, law).flatMap(({ events }) => events));
    const offers = possibleEvents(definition, state, { on, at: at(on), law }, world).filter(({ why }) => why.length === 0);
    const led = (next: CaseState, day: string, deed: Deed): Node => {
      const key = this.guide.key(next);
      return this.node(next, day, { deeds: [...deeds, deed], strayed: node.strayed + strayedBy(node, key, deed, { bearing, expected }) }, bearing);
    };
    const done = offers.flatMap((offer): readonly Node[] => {
      const next = this.doing(state, offer, on, country);
      return next ? [led(next.state, on, next.deed)] : [];
    });
    const [end] = state.deadlines.filter((row) => row.status === 'running').map((row) => expiryDay(row, world)).toSorted();
    if (end === undefined) return done;
    const until = end > on ? end : on;
    const later = expireEnded(definition, state, { on: until, at: at(until) }, world).at(-1)?.decision.state;
    return later ? [...done, led(later, until, { waitsUntil: until })] : done;
  }

  /** As the first who may: each office is a person of its own. */
  private doing(state: CaseState, offer: Possible, on: string, { lawOn, world, hasOffice = () => true }: Country): { readonly state: CaseState; readonly deed: Deed } | null {
    const { event: type, example, leadsTo } = offer;
    for (const { role, institution } of entitled(state, offer)) {
      for (const office of (offer.by[role] ?? []).filter((one) => hasOffice(institution, one))) {
        const official = `${office}.${institution}`;
        const actor = { role, office, institution, official };
        const event = { type, data: example, source: 'own', on, at: at(on), law: lawOn(on), expired: expiredNames(state.deadlines), participants: state.participants, actor, seq: state.seq + 1, order: 'in-order' } as const;
        const decision = decide(this.definition, state, event, world);
        if (!isRefused(decision)) return { state: decision.state, deed: { does: type, as: official, example, leadsTo } };
      }
    }
    return null;
  }

  private node(state: CaseState, on: string, { deeds, strayed }: Pick<Node, 'deeds' | 'strayed'>, bearing: Bearing): Node {
    const key = this.guide.key(state);
    return { state, on, deeds, strayed, key, weight: (bearing.distance(key) ?? OUT_OF_SIGHT) * FARTHER + strayed };
  }
}

/** How far a deed leads astray: not at all where it brings the case nearer, or may be one of several that do. */
function strayedBy({ key, deeds }: Node, to: string, deed: Deed, { bearing, expected }: { readonly bearing: Bearing; readonly expected: ReadonlySet<string> }): number {
  const again = deeds.some(sameActor(deed)) ? 1 : 0;
  const nearer = (bearing.distance(to) ?? Infinity) < (bearing.distance(key) ?? Infinity);
  if (nearer) return again;
  if ('waitsUntil' in deed) return bearing.leadsOn(key, 'expiry') ? again * PATIENCE : 1 + again;
  if (!bearing.leadsOn(key, splitType(deed.does).stepId)) return 1 + again;
  const said = JSON.stringify(deed.example);
  return (expected.has(deed.does) ? 0 : 1) + (deeds.some((one) => sameActor(deed)(one) && 'does' in one && JSON.stringify(one.example) === said) ? 1 : 0);
}

function sameActor(deed: Deed): (one: Deed) => boolean {
  return (one) => ('does' in deed ? 'does' in one && one.does === deed.does && one.as === deed.as : 'waitsUntil' in one);
}

/** The place of the node nearest to its end; of several the one met last, so that a step is gone through to its end. */
function nearest(queue: readonly Node[]): number {
  return queue.reduce((best, { weight }, index) => (weight <= queue[best].weight ? index : best), 0);
}
