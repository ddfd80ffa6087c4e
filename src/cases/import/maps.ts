import type { Definition } from '../../engine/case-reader.js';
import { columns } from './gore-register/columns.js';
import type { Gazetteer } from './gore-register/gazetteer.js';
import { planRow } from './gore-register/plan-row.js';
import type { FileShape } from './register-file.js';
import type { RegisterRow, RowPlan } from './row-plan.js';

/** How one kind of register becomes cases of one workflow. */
export interface RegisterMap {
  readonly name: string;
  readonly workflow: string;
  readonly shape: FileShape;
  readonly plan: (row: RegisterRow, definition: Definition, names: Gazetteer, today: string) => RowPlan;
}

export const maps: Readonly<Record<string, RegisterMap>> = {
  'gore-register': {
    name: 'gore-register', workflow: 'fndr-transfer', plan: planRow,
    shape: { columns, sheet: 'source_sheet', row: 'source_row', commune: 'cut_commune' },
  },
};
