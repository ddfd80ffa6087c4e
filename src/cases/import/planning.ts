import type { Definition } from '../../engine/case-reader.js';
import type { Participant } from '../../kit/index.js';
import { codeOf } from './cells.js';
import type { Gazetteer } from './gazetteer.js';
import { ofTheRow } from './past.js';
import type { PlannedLine, RegisterRow, RowPlan } from './row-plan.js';

/** What a row is planned with. */
export interface Planning {
  /** The definition that cases of a workflow are opened on. */
  readonly definitionOf: (workflow: string) => Definition;
  readonly names: Gazetteer;
  readonly today: string;
}

/** Who takes part: the region whose register it is, the unit in its role, and who takes part by law. */
export function participantsOf({ roles }: Definition, unit: { readonly role: string; readonly institution: string }, region: string): readonly Participant[] {
  const institutions: Readonly<Record<string, string>> = { regionalGovernment: `gore-${region}`, [unit.role]: unit.institution };
  return Object.entries(roles).flatMap(([role, { party, byLaw }]) => {
    const institution = institutions[role] ?? byLaw?.(region);
    return institution ? [{ role, institution, party }] : [];
  });
}

/** A row's place in its register, the code of its initiative, and the numbers of its acts, as the register writes them. */
export function identifiersOf({ sheet, row }: RegisterRow, code: string, numbers: Readonly<Record<string, string | null>>): RowPlan['identifiers'] {
  const known = codeOf(code);
  return [
    { scheme: 'REGISTER', value: `${sheet}/${row}`.slice(0, 60) }, ...(known ? [known] : []),
    ...Object.entries(numbers).flatMap(([scheme, value]) => (value === null ? [] : [{ scheme, value }])),
  ];
}

export function openingLine(on: string, data: PlannedLine['data'], reasons: readonly string[]): PlannedLine {
  return {
    key: 'opened', type: 'case.opened', on, instrument: null, needed: 'always', by: { role: 'regionalGovernment', office: 'investment' }, data,
    // The rest is told on the lines it is about.
    flags: ['dateImplied', ...ofTheRow(reasons)],
  };
}

export function titleOf(initiative: string | null, { sheet, row }: RegisterRow): string {
  return initiative ?? `Iniciativa sin nombre (fila ${row} de ${sheet})`;
}
