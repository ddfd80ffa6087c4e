import { Inject, Injectable } from '@nestjs/common';
import type { Law, LawValue, Participant } from '../kit/index.js';
import { Surroundings, type World } from '../engine/ports.js';
import { DatedValues } from './dated-values.js';
import { Places } from './places.js';

/** Whose value a name asks for, by its first word: of the case's bodies of that kind; of the country where it says none. */
const scopes: Readonly<Record<string, string>> = { concejo: 'muni-', mayor: 'muni-', core: 'gore-' };

/** Those who take part, and those who did before their part changed hands: what ended in their time was counted by their seat. */
function everyone(participants: readonly Participant[]): readonly string[] {
  return [...new Set(participants.flatMap(({ institution, formerly = [] }) => [institution, ...formerly]))];
}

/** What the engine is told of the world: seats with their holidays, and the values the law fixes from day to day. */
@Injectable()
export class GovernedSurroundings extends Surroundings {
  constructor(@Inject(Places) private readonly places: Places, @Inject(DatedValues) private readonly values: DatedValues) {
    super();
  }

  override async world(participants: readonly Participant[], territory: string | null): Promise<World> {
    const { zone } = await this.places.placeOfTerritory(territory);
    const entries = await Promise.all(everyone(participants).map(async (institution) => [institution, await this.places.placeOfInstitution(institution)] as const));
    const places = new Map(entries);
    return {
      zone,
      unitOf: await this.values.settledUnits(),
      placeOf: (institution) => {
        const place = places.get(institution);
        if (!place) throw new Error(`${institution} takes no part in the case`);
        return place;
      },
    };
  }

  override async law(names: readonly string[], on: string, participants: readonly Participant[]): Promise<Law> {
    const asked = names.flatMap((name) => this.asked(name, participants));
    const entries = await Promise.all(asked.map(async ({ key, name, scope }): Promise<readonly [string, LawValue] | null> => {
      const found = await this.values.datedValue(name, on, scope);
      if (!found) return null;
      const { value, from, certainty, basis } = found;
      return [key, { value, from, certainty, basis }];
    }));
    return Object.fromEntries(entries.filter((entry) => entry !== null));
  }

  /** The value of the first body of its kind under the name itself; where several take part, that of each under `name@institution`. */
  private asked(name: string, participants: readonly Participant[]): readonly { readonly key: string; readonly name: string; readonly scope: string | null }[] {
    const prefix = scopes[name.split('.')[0] ?? ''];
    const bodies = prefix === undefined ? [] : [...new Set(participants.flatMap(({ institution }) => (institution.startsWith(prefix) ? [institution] : [])))];
    const each = bodies.length > 1 ? bodies.map((scope) => ({ key: `${name}@${scope}`, name, scope })) : [];
    return [{ key: name, name, scope: bodies[0] ?? null }, ...each];
  }
}
