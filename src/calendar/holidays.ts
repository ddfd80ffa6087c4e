import { civilOf, epochDayOf, fromEpochDay, LAST_YEAR, FIRST_YEAR, toEpochDay, weekdayOf, type EpochDay } from './epoch-day.js';
import { HOLIDAY_NAMES, type HolidayCode } from './holiday-names.js';
import { nationalByRule } from './holiday-rules.js';
import type { RegionalHoliday } from './holiday-table.js';
import { CHILEAN_HOLIDAYS as table } from './holidays-cl.js';
import { CalendarInputError } from './input-error.js';
import { lies, type DeclaredHoliday, type Place } from './place.js';

export interface Holiday {
  readonly date: string;
  /** Its name in Spanish, or as declared. */
  readonly name: string;
  readonly code: HolidayCode | null;
  readonly scope: 'national' | 'regional' | 'provincial' | 'communal';
  /** `assumption` outside the years of the table: the last known rule of the law. */
  readonly certainty: 'official' | 'assumption';
  readonly declared: boolean;
}

/**
 * Why a day is not a business day (Ley 19.880 art. 25). A Saturday or Sunday that is also a holiday keeps its weekday
 * as kind and names the holiday.
 */
export interface NonBusinessReason {
  readonly kind: 'saturday' | 'sunday' | 'holiday';
  readonly name?: string;
  readonly holiday?: Holiday;
}

/** All holidays of a year that hold in a place, by date; a day declared twice appears twice. */
export function holidaysOf(year: number, place: Place): Holiday[] {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) {
    throw new CalendarInputError('date-out-of-range', 'year', { value: String(year), first: FIRST_YEAR, last: LAST_YEAR });
  }
  const national = [...nationalOf(year)].map(([day, code]) => tabled(day, code, null));
  const regional = table.regional.map((row) => regionalOn(row, year, place)).filter((holiday) => holiday !== null);
  const declared = declaredHere(place).filter(({ date }) => date.startsWith(`${year}-`));
  return [...national, ...regional, ...declared].toSorted((a, b) => a.date.localeCompare(b.date));
}

/** The holiday that makes a day one in a place; what the law fixes comes before what was declared. */
export function holidayOn(date: string, place: Place): Holiday | null {
  return holidayOf(toEpochDay(date), place);
}

export function nonBusinessReason(date: string, place: Place): NonBusinessReason | null {
  return reasonOf(toEpochDay(date), place);
}

export function isBusinessDay(date: string, place: Place): boolean {
  return reasonOf(toEpochDay(date), place) === null;
}

/** `nonBusinessReason` on a day counted as an integer. */
export function reasonOf(day: EpochDay, place: Place): NonBusinessReason | null {
  const weekday = weekdayOf(day);
  const holiday = holidayOf(day, place);
  if (weekday !== 0 && weekday !== 6 && holiday === null) return null;
  const kind = weekday === 6 ? 'saturday' : weekday === 0 ? 'sunday' : 'holiday';
  return holiday === null ? { kind } : { kind, name: holiday.name, holiday };
}

/** `holidayOn` on a day counted as an integer. */
export function holidayOf(day: EpochDay, place: Place): Holiday | null {
  const { year, month, day: dayOfMonth } = civilOf(day);
  const code = nationalOf(year).get(day);
  if (code !== undefined) return tabled(day, code, null);
  const regional = table.regional.find((row) => row.month === month && row.day === dayOfMonth);
  const holiday = regional === undefined ? null : regionalOn(regional, year, place);
  if (holiday !== null) return holiday;
  return declaredIn(place).get(day) ?? null;
}

function regionalOn(row: RegionalHoliday, year: number, place: Place): Holiday | null {
  const territory = row.territories.find((outer) => lies(place.territory, outer));
  if (territory === undefined || year < row.since) return null;
  return tabled(epochDayOf(year, row.month, row.day), row.code, territory);
}

function tabled(day: EpochDay, code: HolidayCode, territory: string | null): Holiday {
  const { year } = civilOf(day);
  const certainty = year >= table.first && year <= table.last ? 'official' : 'assumption';
  return { date: fromEpochDay(day), name: HOLIDAY_NAMES[code].es, code, scope: scopeOf(territory), certainty, declared: false };
}

function scopeOf(territory: string | null): Holiday['scope'] {
  if (territory === null) return 'national';
  return territory.length === 2 ? 'regional' : territory.length === 3 ? 'provincial' : 'communal';
}

const nationalYears = new Map<number, ReadonlyMap<EpochDay, HolidayCode>>();

function nationalOf(year: number): ReadonlyMap<EpochDay, HolidayCode> {
  const before = nationalYears.get(year);
  if (before !== undefined) return before;
  const days = tableYear(year) ?? nationalByRule(year);
  nationalYears.set(year, days);
  return days;
}

function tableYear(year: number): ReadonlyMap<EpochDay, HolidayCode> | null {
  const rows = table.years[year];
  return rows === undefined ? null : new Map(rows.map(([month, day, code]) => [epochDayOf(year, month, day), code]));
}

/** The declared holidays of a place by day: read once per place, since a count asks for every day. */
const declaredDays = new WeakMap<Place, ReadonlyMap<EpochDay, Holiday>>();

function declaredIn(place: Place): ReadonlyMap<EpochDay, Holiday> {
  const before = declaredDays.get(place);
  if (before !== undefined) return before;
  // The first declaration of a day names it.
  const days = new Map(declaredHere(place).toReversed().map((holiday) => [toEpochDay(holiday.date, 'declared'), holiday]));
  declaredDays.set(place, days);
  return days;
}

function declaredHere(place: Place): Holiday[] {
  return place.declared.filter(({ territory }) => lies(place.territory, territory)).map(declaredHoliday);
}

function declaredHoliday({ date, name, territory }: DeclaredHoliday): Holiday {
  return { date, name, code: null, scope: scopeOf(territory), certainty: 'official', declared: true };
}
