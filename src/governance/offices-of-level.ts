import type { Level } from '../kit/case-event.js';
import { officesOf, type InstitutionKind } from './offices.js';

/** The offices that some institution of a level has; null at a level of bodies outside, whose acts others attest. */
export function officesOfLevel(level: Level): readonly string[] | null {
  return known[level];
}

/** The kinds of institution there are at each level; a service may belong to the nation or to a region. */
const kindsOf = {
  national: ['presidency', 'ministry', 'undersecretariat', 'service'],
  regional: ['regional-government', 'seremi', 'presidential-delegation', 'service'],
  municipal: ['municipality'],
  control: ['comptroller', 'regional-comptroller'],
  association: ['association'],
  other: ['unit'],
} as const satisfies Record<Level, readonly InstitutionKind[]>;

const known: Readonly<Record<Level, readonly string[] | null>> = {
  national: at('national'), regional: at('regional'), municipal: at('municipal'), control: at('control'), association: at('association'), other: at('other'),
};

function at(level: Level): readonly string[] | null {
  const all = kindsOf[level].flatMap((kind) => officesOf(kind));
  return all.length === 0 ? null : [...new Set(all)];
}
