import file from './territories.json' with { type: 'json' };
import type { TerritoryRow } from '../territory.js';

/** Regions, provinces and communes with their official codes. Sources: README.md beside this file. */
export function demonstrationTerritories(): readonly TerritoryRow[] {
  return [
    ...file.regions.map(({ code, name, population }) => ({ code, name, level: 'region' as const, parent: null, population })),
    ...file.provinces.map(({ code, name, population }) => ({ code, name, level: 'province' as const, parent: code.slice(0, 2), population })),
    ...file.communes.map(({ code, name, population }) => ({ code, name, level: 'commune' as const, parent: code.slice(0, 3), population })),
  ];
}

/** The commune of each regional capital, by region: general knowledge, not checked against an official text. */
export const regionalCapitals: ReadonlyMap<string, string> = new Map(file.regions.map(({ code, capital }) => [code, capital]));

/** The commune Antártica: administered by Cabo de Hornos, so it has neither municipality nor concejo. */
export const communeWithoutMunicipality = '12202';
