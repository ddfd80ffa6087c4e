import { countBusinessDays, type Counting, type Reached } from './count.js';
import type { DueAnswer } from './due.js';
import { civilOf, daysInMonth, epochDayOf, fromEpochDay, type EpochDay } from './epoch-day.js';
import { CalendarInputError } from './input-error.js';
import { dayOf } from './opening.js';
import type { Place } from './place.js';
import { wholeNumber } from './question.js';
import { step } from './steps.js';

/**
 * The n-th business day of the month after the one `from` lies in: the monthly accounts to Contraloría's SISREC, due on
 * the 15th. Throws `CalendarInputError` where the month has fewer business days.
 */
export function nthBusinessDayOfNextMonth(n: number, from: string, place: Place): DueAnswer {
  wholeNumber(n, 1, 'amount');
  const before = lastOfMonth(dayOf(from, place));
  const end = nthBusinessDay(n, before, { place, saturdays: 'non-business', suspended: [] });
  const due = fromEpochDay(end.day);
  const steps = [step(before + 1, 'next-month'), ...end.steps, step(end.day, 'due', { total: n, unit: 'business' })];
  return { due, alternative: null, later: due, explanation: steps };
}

/** The same with the other reading as alternative: the n-th of the month, whatever day it is. */
export function nthDayOfNextMonth(n: number, from: string, place: Place): DueAnswer {
  const taken = nthBusinessDayOfNextMonth(n, from, place);
  const other = lastOfMonth(dayOf(from, place)) + n;
  const alternative = fromEpochDay(other);
  const later = alternative > taken.due ? alternative : taken.due;
  const steps = [
    step(other - n + 1, 'other-reading', { readings: 'day-of-month', n }),
    step(other, 'other-reading-due'),
  ];
  return { ...taken, alternative, later, explanation: [...taken.explanation, ...steps] };
}

function nthBusinessDay(n: number, before: EpochDay, counting: Counting): Reached {
  const end = countBusinessDays(before, n, counting);
  const last = lastOfMonth(before + 1);
  if (end.day <= last) return end;
  const skipped = end.steps.filter(({ date }) => date <= fromEpochDay(last)).length;
  const days = last - before - skipped;
  throw new CalendarInputError('no-such-business-day', 'amount', { n, days, month: fromEpochDay(before + 1).slice(0, 7) });
}

function lastOfMonth(day: EpochDay): EpochDay {
  const { year, month } = civilOf(day);
  return epochDayOf(year, month, daysInMonth(year, month));
}
