import type { Cells } from './columns.js';
import { territoryOf } from '../gazetteer.js';
import { allReasons, pastOf } from '../past.js';
import { identifiersOf, openingLine, participantsOf, titleOf, type Planning } from '../planning.js';
import type { RegisterRow, RowPlan } from '../row-plan.js';
import { headOf, unitOf } from '../units.js';
import { agreementMap, showsResolution } from './map.js';
import { readRow, type ReadRow } from './read-row.js';

/** What a row becomes, told as of `today`. Pure: the same row and the same names give the same plan. */
export function planRow(row: RegisterRow, { definitionOf, names, today }: Planning): RowPlan {
  const cells = row.cells as Cells;
  const read = readRow(cells, today);
  const place = territoryOf(cells, names);
  const unit = unitOf(cells.technical_unit, place.territory, names);
  const past = pastOf(agreementMap, read, { role: 'technicalUnit', head: headOf(unit.institution, names) }, today);
  const reasons = allReasons([...read.reasons, ...place.reasons, ...unit.reasons, ...contradictions(cells, read)], past.reasons);
  const title = titleOf(read.initiative, row);
  const { core_certificate_no: CORE, allocation_resolution_no: allocation, approval_resolution_no: RES } = read.numbers;
  return {
    workflow: 'fndr-transfer', title, territory: place.territory, region: names.region, newUnit: unit.newUnit,
    participants: participantsOf(definitionOf('fndr-transfer'), { role: 'technicalUnit', institution: unit.institution }, names.region),
    identifiers: identifiersOf(row, cells.bip_code, { CORE, 'RES-ALLOC': allocation, RES }),
    opening: openingLine(past.openedOn, { initiative: title, amount: read.amount, subtitle: read.subtitle }, reasons),
    lines: past.lines, reasons, about: null, onto: null,
  };
}

/** Cells that cannot both be right. Neither is dropped: the case follows the acts that have dates. */
function contradictions(cells: Cells, read: ReadRow): readonly string[] {
  const { control, nature, dates, status, numbers } = read;
  const resolved = numbers.approval_resolution_no !== null || dates.approval_resolution_date !== null;
  const reasons: string[] = [];
  if (nature === 'exenta' && (control !== null || dates.cgr_date !== null)) reasons.push('contradiction:resolution_type/cgr_status');
  if (nature === 'afecta' && control === null && dates.cgr_date !== null) reasons.push('contradiction:cgr_status/cgr_date');
  if (status !== 'signed' && (dates.signature_date !== null || resolved)) reasons.push('contradiction:agreement_status/signature_date');
  if (showsResolution(read) && control === null && cells.cgr_status === '') reasons.push('cgr-status-missing');
  if (nature === 'afecta' && showsResolution(read) && control === null && cells.cgr_status !== '') reasons.push('contradiction:resolution_type/cgr_status');
  if (nature !== null && !showsResolution(read)) reasons.push('resolution-not-shown');
  if (nature === null && (resolved || dates.sent_date !== null)) reasons.push('resolution-type-missing');
  return reasons;
}
