import { Inject, Injectable } from '@nestjs/common';
import type { Law, LawValue, Participant } from '../kit/index.js';
import { Surroundings, type World } from '../engine/ports.js';
import { DatedValues } from './dated-values.js';
import { Places } from './places.js';

/** Whose value a name asks for, by its first word; the country's where it says none. */
const scopes: Readonly<Record<string, (participants: readonly Participant[]) => string | null>> = {
  concejo: municipality,
  mayor: municipality,
  core: (participants) => participants.find(({ institution }) => institution.startsWith('gore-'))?.institution ?? null,
};

function municipality(participants: readonly Participant[]): string | null {
  return participants.find(({ institution }) => institution.startsWith('muni-'))?.institution ?? null;
}

/** What the engine is told of the world: seats with their holidays, and the values the law fixes from day to day. */
@Injectable()
export class GovernedSurroundings extends Surroundings {
  constructor(@Inject(Places) private readonly places: Places, @Inject(DatedValues) private readonly values: DatedValues) {
    super();
  }

  override async world(participants: readonly Participant[], territory: string | null): Promise<World> {
    const { zone } = await this.places.placeOfTerritory(territory);
    const entries = await Promise.all(participants.map(async ({ institution }) => [institution, await this.places.placeOfInstitution(institution)] as const));
    const places = new Map(entries);
    return {
      zone,
      placeOf: (institution) => {
        const place = places.get(institution);
        if (!place) throw new Error(`${institution} takes no part in the case`);
        return place;
      },
    };
  }

  override async law(names: readonly string[], on: string, participants: readonly Participant[]): Promise<Law> {
    const entries = await Promise.all(names.map(async (name): Promise<readonly [string, LawValue] | null> => {
      const found = await this.values.datedValue(name, on, scopes[name.split('.')[0] ?? '']?.(participants) ?? null);
      if (!found) return null;
      const { value, from, certainty, basis } = found;
      return [name, { value, from, certainty, basis }];
    }));
    return Object.fromEntries(entries.filter((entry) => entry !== null));
  }
}
