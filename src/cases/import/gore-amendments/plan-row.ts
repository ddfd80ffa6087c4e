import { codeOf, detail } from '../cells.js';
import { territoryOf } from '../gazetteer.js';
import { allReasons, ofTheRow, pastOf, type Past } from '../past.js';
import { identifiersOf, openingLine, participantsOf, titleOf, type Planning } from '../planning.js';
import type { About, PlannedLine, RegisterRow, RowPlan, UnfitRow } from '../row-plan.js';
import { headOf, unitOf, type Unit } from '../units.js';
import type { Cells } from './columns.js';
import { amendmentMap, handoverMap, unknownAgreementMap } from './map.js';
import { readRow, type ReadRow } from './read-row.js';

/** What a row becomes, by its kind: a hand-over of goods, or an amendment of an agreement. Pure. */
export function planRow(row: RegisterRow, planning: Planning): RowPlan | UnfitRow {
  const cells = row.cells as Cells;
  const { names, today } = planning;
  const read = readRow(cells, today);
  if (read.kind === null) return { unfit: [cells.agreement_type === '' ? 'agreement-type-missing' : `agreement-type-unknown:${detail(cells.agreement_type)}`] };
  const place = territoryOf(cells, names);
  const unit = unitOf(cells.technical_unit, place.territory, names);
  const known: KnownRow = {
    row, cells, read, territory: place.territory, unit, head: headOf(unit.institution, names), planning, reasons: [...read.reasons, ...place.reasons, ...unit.reasons],
  };
  return read.kind === 'handover' ? handoverOf(known) : amendmentOf(known);
}

interface KnownRow {
  readonly row: RegisterRow;
  readonly cells: Cells;
  readonly read: ReadRow;
  readonly territory: string;
  readonly unit: Unit;
  /** The office of whoever heads the unit. */
  readonly head: string;
  readonly planning: Planning;
  /** What is odd about its cells. */
  readonly reasons: readonly string[];
}

/** Goods bought under an agreement are handed over: where that was imported, the two cases are linked. */
function handoverOf(known: KnownRow): RowPlan {
  const { row, read, head, planning: { today } } = known;
  const past = pastOf(handoverMap, read, { role: 'operator', head }, today);
  const reasons = allReasons(known.reasons, past.reasons);
  const title = titleOf(read.initiative, row);
  return {
    ...caseOf(known, 'asset-handover', 'operator'), identifiers: identifiersOf(row, known.cells.bip_code, { RES: read.numbers.resolution_no }),
    opening: openingLine(past.openedOn, { initiative: title, start: null }, reasons), lines: past.lines, reasons, about: aboutOf(known, 'hands-over'), onto: null,
  };
}

/** Told on the agreement's own case where that takes it; else on a case for an agreement of which nothing else is known. */
function amendmentOf(known: KnownRow): RowPlan {
  const { row, read, head, planning: { today } } = known;
  const unit = { role: 'technicalUnit', head };
  const [alone, added] = [pastOf(unknownAgreementMap, read, unit, today), pastOf(amendmentMap, read, unit, today)];
  const reasons = allReasons(known.reasons, alone.reasons);
  const title = titleOf(read.initiative, row);
  return {
    ...caseOf(known, 'fndr-transfer', unit.role), identifiers: identifiersOf(row, known.cells.bip_code, { 'RES-AMEND': read.numbers.resolution_no }),
    opening: openingLine(alone.openedOn, { initiative: title, amount: null, subtitle: read.subtitle }, reasons), lines: alone.lines, reasons, about: aboutOf(known, 'amends'),
    onto: ontoOf(known, added),
  };
}

/** What is odd about the row stands on its first line: there is no opening. */
function ontoOf(known: KnownRow, { lines, reasons: ofPast }: Past): RowPlan['onto'] {
  const reasons = allReasons(known.reasons, ofPast);
  const [first, ...rest] = lines;
  const told: readonly PlannedLine[] = first ? [{ ...first, flags: [...first.flags, ...ofTheRow(reasons)] }, ...rest] : [];
  return { lines: told, reasons };
}

function caseOf({ row, read, territory, unit, planning: { definitionOf, names } }: KnownRow, workflow: string, role: string): Pick<RowPlan, 'workflow' | 'title' | 'territory' | 'region' | 'participants' | 'newUnit'> {
  const participants = participantsOf(definitionOf(workflow), { role, institution: unit.institution }, names.region);
  return { workflow, title: titleOf(read.initiative, row), territory, region: names.region, participants, newUnit: unit.newUnit };
}

function aboutOf({ cells, unit }: KnownRow, relation: About['relation']): About | null {
  const code = codeOf(cells.bip_code);
  return code && { relation, workflow: 'fndr-transfer', code, unit: unit.institution };
}
