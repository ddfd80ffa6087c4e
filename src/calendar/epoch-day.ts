import { CalendarInputError } from './input-error.js';

/**
 * A day as an integer, days since 1970-01-01. All counting is on these: stepping Temporal day by day costs
 * some two hundred times more, and integers need no clock and no zone.
 */
export type EpochDay = number;

export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2200;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `YYYY-MM-DD` to its day. Throws `CalendarInputError` at `path` for anything that is no day of 1900 to 2200. */
export function toEpochDay(date: string, path = 'date'): EpochDay {
  const parts = DATE.exec(date);
  if (parts === null) throw new CalendarInputError('date-invalid', path, { value: date });
  const year = Number(parts[1]);
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    throw new CalendarInputError('date-invalid', path, { value: date });
  }
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    throw new CalendarInputError('date-out-of-range', path, { value: date, first: FIRST_YEAR, last: LAST_YEAR });
  }
  return epochDayOf(year, month, day);
}

export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function epochDayOf(year: number, month: number, day: number): EpochDay {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function civilOf(epochDay: EpochDay): CivilDay {
  const z = epochDay + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

export function fromEpochDay(epochDay: EpochDay): string {
  const { year, month, day } = civilOf(epochDay);
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(epochDay: EpochDay): number {
  return (((epochDay + 4) % 7) + 7) % 7;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
