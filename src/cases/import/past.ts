import type { Instrument, JsonObject } from '../../kit/index.js';
import type { PlannedLine } from './row-plan.js';

/** A row with its cells read: the days and numbers of its columns. */
export interface DatedRow {
  readonly dates: Readonly<Record<string, string | null>>;
  readonly numbers: Readonly<Record<string, string | null>>;
}

/** One event of the procedure, and the columns that tell it. */
export interface MapStep<Row extends DatedRow, Stage extends string> {
  readonly key: string;
  readonly type: string | ((row: Row) => string);
  readonly by: 'governor' | 'core-secretary' | 'legal' | 'budget' | 'investment' | 'comptroller' | 'head-of-unit';
  /** Column of its date; without one the date is implied: that of the next dated event. */
  readonly date?: keyof Row['dates'] & string;
  readonly number?: keyof Row['numbers'] & string;
  /** The act behind it, where the register gives its date. */
  readonly instrument?: Pick<Instrument, 'kind' | 'issuedBy'>;
  readonly data: (row: Row, on: string) => JsonObject;
  readonly flags?: readonly string[];
  readonly needed?: { readonly ifAsked: string };
  /** Reason told of the row when it happens. */
  readonly reason?: string;
  readonly happened: (row: Row, has: (stage: Stage) => boolean) => boolean;
}

/** A register's columns as events of a workflow, in the order of the procedure. */
export interface RowMap<Row extends DatedRow, Stage extends string> {
  /** How far a row may show its case to have come; what lies before the furthest must have happened. */
  readonly stages: readonly Stage[];
  readonly stageOf: (row: Row) => Stage;
  readonly steps: readonly MapStep<Row, Stage>[];
}

/** Who the unit of a row is in its workflow. */
export interface UnitRole {
  readonly role: string;
  /** The office of whoever heads it. */
  readonly head: string;
}

export interface Past {
  readonly openedOn: string;
  readonly lines: readonly PlannedLine[];
  readonly reasons: readonly string[];
}

/** The lines of a row with their days, from the table of its map. */
export function pastOf<Row extends DatedRow, Stage extends string>({ stages, stageOf, steps }: RowMap<Row, Stage>, row: Row, unit: UnitRole, today: string): Past {
  const known = Object.values(row.dates).flatMap((date) => date ?? []).toSorted();
  const openedOn = known[0] ?? today;
  const furthest = stages.indexOf(stageOf(row));
  const chosen = steps.filter((step) => step.happened(row, (stage) => furthest >= stages.indexOf(stage)));
  const days = chosen.map(({ date }) => (date === undefined ? null : (row.dates[date] ?? null)));
  let latest = openedOn;
  const lines = chosen.map((step, index): PlannedLine => {
    const on = days[index] ?? days.slice(index + 1).find((next) => next !== null) ?? latest;
    const flags = [...(step.flags ?? []), ...(days[index] === null ? ['dateImplied'] : []), ...(on < latest ? ['order'] : [])];
    if (on > latest) latest = on;
    return lineOf(step, row, unit, { on, flags });
  });
  const reasons = chosen.flatMap((step) => missing(step, row));
  return { openedOn, lines, reasons: known.length === 0 ? [...reasons, 'no-dates'] : reasons };
}

/** What is odd about a row, each told once: what is there and cannot be read is not missing as well. */
export function allReasons(ofCells: readonly string[], ofPast: readonly string[]): readonly string[] {
  const told = new Set(ofCells);
  return [...told, ...ofPast.filter((reason) => !told.has(reason) && !isUnreadable(reason, told))];
}

/** Reasons that are no line's own stand on the first line. */
export function ofTheRow(reasons: readonly string[]): readonly string[] {
  return reasons.filter((reason) => !/^(order|not-in-register):/.test(reason));
}

function isUnreadable(reason: string, told: ReadonlySet<string>): boolean {
  const [kind, column] = reason.split(':');
  if (kind === 'date-missing') return told.has(`date-unreadable:${column}`) || told.has(`date-in-future:${column}`);
  return kind === 'number-missing' && [...told].some((one) => one.startsWith(`odd-word:${column}=`));
}

function lineOf<Row extends DatedRow, Stage extends string>(
  step: MapStep<Row, Stage>, row: Row, unit: UnitRole, { on, flags }: Pick<PlannedLine, 'on' | 'flags'>,
): PlannedLine {
  const { key, type, by, needed = 'always' } = step;
  const actor = by === 'head-of-unit' ? { role: unit.role, office: unit.head } : by === 'comptroller' ? { role: 'comptroller', office: by } : { role: 'regionalGovernment', office: by };
  return { key, type: typeof type === 'string' ? type : type(row), on, data: step.data(row, on), instrument: instrumentOf(step, row), flags, by: actor, needed };
}

/** The act behind a line; without a date of its own there is none: a number alone stays an identifier. */
function instrumentOf<Row extends DatedRow, Stage extends string>({ instrument, date, number }: MapStep<Row, Stage>, { dates, numbers }: Row): Instrument | null {
  const dated = date === undefined ? null : (dates[date] ?? null);
  if (!instrument || dated === null) return null;
  const numbered = number === undefined ? null : (numbers[number] ?? null);
  return { ...instrument, date: dated, ...(numbered !== null && { number: numbered }) };
}

/** What a step that has happened lacks in its columns. */
function missing<Row extends DatedRow, Stage extends string>({ date, number, reason }: MapStep<Row, Stage>, { dates, numbers }: Row): readonly string[] {
  return [
    ...(date !== undefined && dates[date] === null ? [`date-missing:${date}`] : []),
    ...(number !== undefined && numbers[number] === null ? [`number-missing:${number}`] : []),
    ...(reason === undefined ? [] : [reason]),
  ];
}
