/** The capacities in which an official may act, with the articles that allow each. */
export type PowerKind = 'holder' | 'suplente' | 'subrogante' | 'delegate' | 'by-order';

/**
 * Where the capacity comes from. The general articles are those of Ley 18.834; municipal staff other than the
 * mayor has its own statute, which we have not read, and takes the same rule by analogy.
 */
export function articlesOf(kind: PowerKind, office: string): string {
  return office === 'mayor' ? mayoral[kind] : general[kind];
}

const general = {
  holder: 'Titular',
  suplente: 'Suplente: Ley 18.834 art. 79',
  subrogante: 'Subrogante: Ley 18.834 arts 79-81',
  delegate: 'Ley 18.575 art. 41',
  'by-order': 'Ley 18.575 art. 41, inciso final',
} satisfies Record<PowerKind, string>;

const mayoral = {
  holder: 'Titular',
  suplente: 'Alcalde suplente: LOC 18.695 art. 62, inciso tercero',
  subrogante: 'Subrogante: LOC 18.695 art. 62',
  delegate: 'LOC 18.695 arts 63 j, 68; Ley 18.575 art. 41',
  'by-order': 'LOC 18.695 art. 63 j; Ley 18.575 art. 41, inciso final',
} satisfies Record<PowerKind, string>;
