import { Temporal } from 'temporal-polyfill';
import { fromEpochDay, toEpochDay, type EpochDay } from './epoch-day.js';
import { CalendarInputError } from './input-error.js';
import { rulesOf, runtimeKnows, type ChileanZone } from './zone.js';

/** A holiday declared one by one (an election, a one-off law), from the database. */
export interface DeclaredHoliday {
  readonly date: string;
  readonly name: string;
  /** Region (2 digits), province (3) or commune (5); null: the whole country. */
  readonly territory: string | null;
}

/**
 * Where a body sits, as far as legal time is concerned: which holidays are its own and which clock it lives by.
 * `territory` null means the national holidays alone, on the capital's clock.
 */
export interface Place {
  readonly territory: string | null;
  readonly declared: readonly DeclaredHoliday[];
  readonly zone: string;
}

/** The place of a territory code. Throws `CalendarInputError` when the code has not the form of one. */
export function placeOf(territory: string | null, declared: readonly DeclaredHoliday[] = []): Place {
  return { territory, declared, zone: zoneOf(territory) };
}

const TERRITORY = /^(?:0[1-9]|1[0-6])(?:\d|\d{3})?$/;

/** The time zone of a region, province or commune; Isla de Pascua is a province of region 05 with its own clock. */
export function zoneOf(territory: string | null): ChileanZone {
  if (territory === null) return 'America/Santiago';
  if (!TERRITORY.test(territory)) throw new CalendarInputError('territory-invalid', 'territory', { value: territory });
  if (territory.startsWith('052')) return 'Pacific/Easter';
  if (territory.startsWith('11')) return 'America/Coyhaique';
  if (territory.startsWith('12')) return 'America/Punta_Arenas';
  return 'America/Santiago';
}

/** Whether what holds in `outer` (null: the country) holds in `inner`: codes nest by prefix. */
export function lies(inner: string | null, outer: string | null): boolean {
  return outer === null || (inner !== null && inner.startsWith(outer));
}

/**
 * The first instant of a local day, UTC ISO with milliseconds. In Chile the clocks change at midnight:
 * in September the day begins at 01:00, in April the hour before midnight happens twice and still belongs to the old day.
 */
export function startOfDay(date: string, zone: string): string {
  return firstInstant(toEpochDay(date), zone);
}

/** The first instant after a local day: a deadline whose last day is `date` has ended there (Civil Code arts 48, 49). */
export function endOfDay(date: string, zone: string): string {
  return firstInstant(toEpochDay(date) + 1, zone);
}

function firstInstant(day: EpochDay, zone: string): string {
  const date = fromEpochDay(day);
  return iso(Temporal.PlainDate.from(date).toZonedDateTime(zoneRules(zone, date)).toInstant());
}

/** The first instant at which a `due` of this calendar has passed: after its day, or the very instant for hours. */
export function endOfDue(due: string, zone: string): string {
  return due.length === 10 ? endOfDay(due, zone) : iso(parseInstant(due, 'due'));
}

/** The local date an instant (ISO 8601 with offset) falls on. */
export function localDate(instant: string, zone: string): string {
  return localDateTime(instant, zone).toPlainDate().toString();
}

/** The hour and minute an instant is there, `HH:MM`. */
export function localTime(instant: string, zone: string): string {
  return localDateTime(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

function localDateTime(instant: string, zone: string): Temporal.ZonedDateTime {
  const at = parseInstant(instant, 'instant');
  return at.toZonedDateTimeISO(zoneRules(zone, at.toString().slice(0, 10)));
}

/** An instant, or a local date and time in the zone, as UTC ISO with milliseconds (a time that does not exist: after the gap). */
export function instantOf(text: string, zone: string, path: string): string {
  if (OFFSET.test(text)) return iso(parseInstant(text, path));
  try {
    const local = Temporal.PlainDateTime.from(text);
    return iso(local.toZonedDateTime(zoneRules(zone, local.toPlainDate().toString())).toInstant());
  } catch (error) {
    throw asInputError(error, text, path);
  }
}

const OFFSET = /(?:Z|[+-]\d{2}(?::?\d{2})?)$/i;

function parseInstant(text: string, path: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch (error) {
    throw asInputError(error, text, path);
  }
}

function asInputError(error: unknown, text: string, path: string): unknown {
  return error instanceof RangeError || error instanceof TypeError
    ? new CalendarInputError('instant-invalid', path, { value: text })
    : error;
}

function zoneRules(zone: string, date: string): string {
  const rules = rulesOf(zone, date, runtimeKnows);
  if (rules === null) throw new CalendarInputError('zone-unknown', 'zone', { value: zone });
  return rules;
}

function iso(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 3 });
}
