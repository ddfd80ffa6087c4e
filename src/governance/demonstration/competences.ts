import type { Administration, Competence, CompetenceRecord, TitleEntry } from '../competences/title.js';
import file from './competences.json' with { type: 'json' };
import { communeWithoutMunicipality, demonstrationTerritories } from './territories.js';

/** What the law gives to municipalities (LOC 18.695 arts 3, 4, 5) and the competences that decrees have moved. Sources: README.md beside this file. */
export function demonstrationCompetences(): readonly CompetenceSeed[] {
  return file.competences.map((row) => ({ ...row, allotted: row.origin === null ? 'municipalities' : 'institution' })) as readonly CompetenceSeed[];
}

/** A competence with its names side by side. */
export type CompetenceSeed = Omit<Competence, 'name' | 'flag'> & { readonly es: string; readonly en: string; readonly allotted: string };

/** Decrees of which we do not know which regional governments they name. */
export const demonstrationRecords = file.records as readonly CompetenceRecord[];

/** Decrees of which we know. */
export const demonstrationTitles = file.titles as readonly TitleEntry[];

/** Every commune with the municipality that administers it (LOC 18.695 art. 1: of a commune or of a group of them). */
export function administrations(): readonly Administration[] {
  return demonstrationTerritories().filter(({ level }) => level === 'commune').map(({ code }): Administration => (
    code === communeWithoutMunicipality
      ? { commune: code, municipality: 'muni-12201', basis: 'LOC 18.695 art. 1; la administra Cabo de Hornos', certainty: 'secondary' }
      : { commune: code, municipality: `muni-${code}`, basis: 'LOC 18.695 art. 1', certainty: 'secondary' }));
}
