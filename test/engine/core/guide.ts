import type { CaseState } from '../../../src/engine/core/case-state.js';
import { splitType, type Definition } from '../../../src/engine/core/definition.js';
import { explore } from '../../../src/engine/core/verification/explore.js';
import { openingsOf } from '../../../src/engine/core/verification/openings.js';
import { askedDeadlines, situationKey, type Situation } from '../../../src/engine/core/verification/situation.js';
import { trialLaws } from '../../../src/engine/core/verification/trial-laws.js';
import type { Law } from '../../../src/kit/index.js';
import { world } from './story.js';

/** What the explored situations of a definition say of where to go: a guess, since a situation is not a case. */
export class Guide {
  private readonly asked: ReadonlySet<string>;
  private readonly situations: ReadonlyMap<string, Situation>;

  constructor(private readonly definition: Definition, law: Law) {
    this.asked = askedDeadlines(definition);
    const laws = [law, ...trialLaws];
    const { situations } = explore(definition, { openings: openingsOf(definition, laws), laws, world });
    this.situations = new Map(situations.map((situation) => [this.key(situation.state), situation]));
  }

  key(state: CaseState): string {
    return situationKey(this.definition, this.asked, state);
  }

  /** The way to one outcome. */
  to(outcome: string): Bearing {
    const far = this.distancesTo(outcome);
    return new Bearing(far, new Map([...this.situations].map(([key, situation]) => [key, meansOf(situation, (one) => far.get(this.key(one.state)))])));
  }

  /** Moves from each situation to an end with that outcome; a situation without one does not lead there. */
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

export class Bearing {
  constructor(private readonly far: ReadonlyMap<string, number>, private readonly means: ReadonlyMap<string, ReadonlySet<string>>) {}

  /** Moves from the situation of that key to the outcome; undefined where none leads there, or nobody knows. */
  distance(key: string): number | undefined {
    return this.far.get(key);
  }

  /** Whether the end of this step, or (`expiry`) of some deadline, brings a case in that situation nearer; where nobody knows, it may. */
  leadsOn(key: string, means: string): boolean {
    return this.means.get(key)?.has(means) ?? true;
  }
}

function meansOf(situation: Situation, far: (one: Situation) => number | undefined): ReadonlySet<string> {
  const here = far(situation) ?? Infinity;
  const nearer = situation.edges.filter(({ to }) => (far(to) ?? Infinity) < here);
  return new Set(nearer.flatMap(({ move: { kind, name } }) => (kind === 'outcome' ? [splitType(name).stepId] : kind === 'expiry' ? ['expiry'] : [])));
}
