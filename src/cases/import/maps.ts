import type { Planning } from './planning.js';
import { columns as amendmentColumns } from './gore-amendments/columns.js';
import { planRow as planAmendment } from './gore-amendments/plan-row.js';
import { columns as registerColumns } from './gore-register/columns.js';
import { planRow as planAgreement } from './gore-register/plan-row.js';
import type { FileShape } from './register-file.js';
import type { RegisterRow, RowPlan, UnfitRow } from './row-plan.js';

/** How one kind of register becomes cases. */
export interface RegisterMap {
  readonly name: string;
  readonly shape: FileShape;
  readonly plan: (row: RegisterRow, planning: Planning) => RowPlan | UnfitRow;
}

export const maps: Readonly<Record<string, RegisterMap>> = {
  'gore-register': {
    name: 'gore-register', plan: planAgreement,
    shape: { columns: registerColumns, sheet: { column: 'source_sheet' }, row: 'source_row', commune: 'cut_commune' },
  },
  'gore-amendments': {
    name: 'gore-amendments', plan: planAmendment,
    shape: { columns: amendmentColumns, sheet: { name: 'modificaciones y entregas' }, row: 'source_row', commune: 'cut_commune' },
  },
};
