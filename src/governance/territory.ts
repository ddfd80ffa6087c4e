/** A territory by its official code (CUT): a region has 2 digits, a province 3, a commune 5; each begins with its parent's. */
export interface Territory {
  readonly code: string;
  readonly name: string;
  readonly level: TerritoryLevel;
  readonly parent: string | null;
}

export type TerritoryLevel = 'region' | 'province' | 'commune';

export interface TerritoryRow extends Territory {
  /** Inhabitants, Census 2017. */
  readonly population: number;
}

/** The region a territory lies in, or null for none (the whole country). */
export function regionOf(territory: string | null): string | null {
  return territory === null ? null : territory.slice(0, 2);
}

/** Whether `territory` is `area` or lies in it. */
export function liesIn(territory: string | null, area: string): boolean {
  return territory !== null && territory.startsWith(area);
}
