import { rollOver } from './count.js';
import type { DueAnswer } from './due.js';
import { civilOf, daysInMonth, epochDayOf, fromEpochDay, type EpochDay } from './epoch-day.js';
import { CalendarInputError } from './input-error.js';
import { dayOf } from './opening.js';
import type { Place } from './place.js';
import type { Rollover } from './question.js';
import { step } from './steps.js';

/**
 * The next day of the year `monthDay` (`MM-DD`) on or after `from`: PLADECO's 14 December (LOC 18.695 art. 82), never
 * rolled over. 29 February is in other years the month's last day.
 */
export function fixedDate(monthDay: string, from: string, place: Place, rollover: Rollover): DueAnswer {
  const { month, day } = readMonthDay(monthDay);
  const start = dayOf(from, place);
  const { year } = civilOf(start);
  const thisYear = dayInYear(year, month, day);
  const last = thisYear >= start ? thisYear : dayInYear(year + 1, month, day);
  const end = rollOver(last, rollover, { place, saturdays: 'non-business', suspended: [] });
  const due = fromEpochDay(end.day);
  return { due, alternative: null, later: due, explanation: [step(last, 'fixed-date'), ...end.steps, step(end.day, 'due')] };
}

const MONTH_DAY = /^(\d{2})-(\d{2})$/;

function readMonthDay(monthDay: string): { month: number; day: number } {
  const parts = MONTH_DAY.exec(monthDay);
  const month = Number(parts?.[1]);
  const day = Number(parts?.[2]);
  // 2000 is a leap year: 29 February is a day of the year.
  if (parts === null || month < 1 || month > 12 || day < 1 || day > daysInMonth(2000, month)) {
    throw new CalendarInputError('month-day-invalid', 'monthDay', { value: monthDay });
  }
  return { month, day };
}

function dayInYear(year: number, month: number, day: number): EpochDay {
  return epochDayOf(year, month, Math.min(day, daysInMonth(year, month)));
}
