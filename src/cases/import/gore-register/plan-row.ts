import type { Definition } from '../../../engine/case-reader.js';
import type { Instrument, Participant } from '../../../kit/index.js';
import type { PlannedLine, RegisterRow, RowPlan } from '../row-plan.js';
import { dateColumns, type Cells } from './columns.js';
import { territoryOf, type Gazetteer } from './gazetteer.js';
import { showsResolution, stageOf, stages, steps, type MapStep, type Stage } from './map.js';
import { isBlank, readRow, type ReadRow } from './read-row.js';
import { unitOf } from './units.js';

/** What a row becomes, told as of `today`. Pure: the same row and the same names give the same plan. */
export function planRow({ sheet, row, cells: raw }: RegisterRow, definition: Definition, names: Gazetteer, today: string): RowPlan {
  const cells = raw as Cells;
  const read = readRow(cells, today);
  const place = territoryOf(cells, names);
  const unit = unitOf(cells.technical_unit, place.territory, names);
  const { openedOn, lines, reasons } = past(read, headOf(unit.institution, names), today);
  const told = new Set([...read.reasons, ...place.reasons, ...unit.reasons, ...contradictions(cells, read)]);
  const all = [...told, ...reasons.filter((reason) => !told.has(reason) && !unreadable(reason, told))];
  const title = read.initiative ?? `Iniciativa sin nombre (fila ${row} de ${sheet})`;
  const opening: PlannedLine = {
    key: 'opened', type: 'case.opened', on: openedOn, instrument: null, needed: 'always', by: { role: 'regionalGovernment', office: 'investment' },
    data: { initiative: title, amount: read.amount, subtitle: read.subtitle },
    // The rest is told on the lines it is about.
    flags: ['dateImplied', ...all.filter((reason) => !/^(order|not-in-register):/.test(reason))],
  };
  return {
    title, territory: place.territory, region: names.region, participants: participantsOf(definition, unit.institution, names.region), newUnit: unit.newUnit,
    identifiers: identifiersOf(sheet, row, cells, read), opening, lines, reasons: all,
  };
}

/** What is there and cannot be read is not missing as well. */
function unreadable(reason: string, told: ReadonlySet<string>): boolean {
  const [kind, column] = reason.split(':');
  if (kind === 'date-missing') return told.has(`date-unreadable:${column}`) || told.has(`date-in-future:${column}`);
  return kind === 'number-missing' && [...told].some((one) => one.startsWith(`odd-word:${column}=`));
}

/** BIP codes have eight digits; other codes are the regional government's own. Numbers stay as the register writes them. */
function identifiersOf(sheet: string, row: string, cells: Cells, { numbers }: ReadRow): RowPlan['identifiers'] {
  const code = cells.bip_code.slice(0, 60);
  const found: readonly (readonly [string, string | null])[] = [
    ['REGISTER', `${sheet}/${row}`.slice(0, 60)], [/^\d{8}$/.test(code) ? 'BIP' : 'INITIATIVE', isBlank(code) ? null : code],
    ['CORE', numbers.core_certificate_no], ['RES-ALLOC', numbers.allocation_resolution_no], ['RES', numbers.approval_resolution_no],
  ];
  return found.flatMap(([scheme, value]) => (value === null ? [] : [{ scheme, value }]));
}

function participantsOf({ roles }: Definition, unit: string, region: string): readonly Participant[] {
  const institutions: Readonly<Record<string, string>> = { regionalGovernment: `gore-${region}`, technicalUnit: unit };
  return Object.entries(roles).flatMap(([role, { party, byLaw }]) => {
    const institution = institutions[role] ?? byLaw?.(region);
    return institution ? [{ role, institution, party }] : [];
  });
}

function headOf(unit: string, { institutions }: Gazetteer): string {
  const kind = institutions.get(unit)?.kind;
  return kind === 'municipality' ? 'mayor' : kind === 'service' ? 'director' : 'head';
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

/** The lines of a row with their days, from the table of the map. */
function past(read: ReadRow, head: string, today: string): { readonly openedOn: string; readonly lines: readonly PlannedLine[]; readonly reasons: readonly string[] } {
  const known = dateColumns.flatMap((column) => read.dates[column] ?? []).toSorted();
  const openedOn = known[0] ?? today;
  const furthest = stages.indexOf(stageOf(read));
  const has = (stage: Stage): boolean => furthest >= stages.indexOf(stage);
  const chosen = steps.filter((step) => step.happened(read, has));
  const days = chosen.map(({ date }) => (date ? read.dates[date] : null));
  let latest = openedOn;
  const lines = chosen.map((step, index): PlannedLine => {
    const on = days[index] ?? days.slice(index + 1).find((next) => next !== null) ?? latest;
    const flags = [...(step.flags ?? []), ...(days[index] === null ? ['dateImplied'] : []), ...(on < latest ? ['order'] : [])];
    if (on > latest) latest = on;
    return lineOf(step, read, { on, flags, head });
  });
  const reasons = chosen.flatMap((step) => missing(step, read));
  return { openedOn, lines, reasons: known.length === 0 ? [...reasons, 'no-dates'] : reasons };
}

function lineOf(step: MapStep, read: ReadRow, { on, flags, head }: { readonly on: string; readonly flags: readonly string[]; readonly head: string }): PlannedLine {
  const { key, type, by, needed = 'always' } = step;
  const actor = by === 'head-of-unit' ? { role: 'technicalUnit', office: head } : by === 'comptroller' ? { role: 'comptroller', office: by } : { role: 'regionalGovernment', office: by };
  return { key, type: typeof type === 'string' ? type : type(read), on, data: step.data(read, on), instrument: instrumentOf(step, read), flags, by: actor, needed };
}

/** The act behind a line; without a date of its own there is none: a number alone stays an identifier. */
function instrumentOf({ instrument, date, number }: MapStep, { dates, numbers }: ReadRow): Instrument | null {
  const dated = date ? dates[date] : null;
  if (!instrument || dated === null) return null;
  const numbered = number ? numbers[number] : null;
  return { ...instrument, date: dated, ...(numbered !== null && { number: numbered }) };
}

/** What a step that has happened lacks in its columns. */
function missing({ date, number, reason }: MapStep, { dates, numbers }: ReadRow): readonly string[] {
  return [
    ...(date && dates[date] === null ? [`date-missing:${date}`] : []),
    ...(number && numbers[number] === null ? [`number-missing:${number}`] : []),
    ...(reason ? [reason] : []),
  ];
}
