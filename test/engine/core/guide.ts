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
  private readonly before = new Map<Situation, Situation[]>();

  constructor(private readonly definition: Definition, law: Law) {
    this.asked = askedDeadlines(definition);
    const laws = [law, ...trialLaws];
    const { situations } = explore(definition, { openings: openingsOf(definition, laws), laws, world });
    this.situations = new Map(situations.map((situation) => [this.key(situation.state), situation]));
    for (const from of situations) {
      for (const { to } of from.edges) {
        const known = this.before.get(to);
        if (known) known.push(from);
        else this.before.set(to, [from]);
      }
    }
  }

  key(state: CaseState): string {
    return situationKey(this.definition, this.asked, state);
  }

  /** The way to one outcome: moves from each situation to an end with it; a situation without a number does not lead there. */
  to(outcome: string): Bearing {
    const far = new Map<Situation, number>();
    let ring = [...this.situations.values()].filter(({ state }) => state.outcome === outcome);
    for (let distance = 0; ring.length > 0; distance += 1) {
      for (const situation of ring) far.set(situation, distance);
      ring = [...new Set(ring.flatMap((situation) => this.before.get(situation) ?? []))].filter((situation) => !far.has(situation));
    }
    return new Bearing(this.situations, far);
  }
}

export class Bearing {
  constructor(private readonly situations: ReadonlyMap<string, Situation>, private readonly far: ReadonlyMap<Situation, number>) {}

  /** Moves from the situation of that key to the outcome; undefined where none leads there, or nobody knows. */
  distance(key: string): number | undefined {
    const situation = this.situations.get(key);
    return situation && this.far.get(situation);
  }

  /** Whether the end of this step, or (`expiry`) of some deadline, brings a case in that situation nearer; where nobody knows, it may. */
  leadsOn(key: string, means: string): boolean {
    const situation = this.situations.get(key);
    if (!situation) return true;
    const here = this.far.get(situation) ?? Infinity;
    return situation.edges.some(({ move: { kind, name }, to }) =>
      (this.far.get(to) ?? Infinity) < here && (kind === 'outcome' ? splitType(name).stepId === means : kind === means));
  }
}
