import { Temporal } from 'temporal-polyfill';
import { isBusinessDay } from '../../src/calendar/holidays.js';
import type { DueQuestion } from '../../src/calendar/question.js';

/**
 * The contract's section "Counting" written down a second time, day by day on Temporal and as plainly as can be:
 * an oracle for the real one. It shares only the question of which day is a business day.
 */
export function naiveDue(question: DueQuestion): { due: string; alternative: string | null } {
  const { unit, amount, extend = 0, place } = question;
  let from = Temporal.PlainDate.from(question.from);
  if (question.filing) while (!isBusinessDay(from.toString(), place)) from = from.add({ days: 1 });
  const total = amount + extend;
  if (unit === 'business' || unit === 'calendar') {
    return { due: rolled(walked(from, total, question), question), alternative: null };
  }
  const last = unit === 'years' ? from.add({ years: total }) : from.add({ months: total });
  return { due: rolled(moved(from, last, question), question), alternative: rolled(moved(from, last.add({ days: 1 }), question), question) };
}

function walked(from: Temporal.PlainDate, total: number, question: DueQuestion): Temporal.PlainDate {
  let day = from;
  for (let counted = 0; counted < total; ) {
    day = day.add({ days: 1 });
    if (suspended(day, question)) continue;
    if (question.unit === 'business' && !isBusinessDay(day.toString(), question.place)) continue;
    counted += 1;
  }
  return day;
}

/** Moves the end on by one day for every suspended day after the start, also those it meets while moving. */
function moved(from: Temporal.PlainDate, last: Temporal.PlainDate, question: DueQuestion): Temporal.PlainDate {
  let end = last;
  for (let day = from.add({ days: 1 }); Temporal.PlainDate.compare(day, end) <= 0; day = day.add({ days: 1 })) {
    if (suspended(day, question)) end = end.add({ days: 1 });
  }
  return end;
}

function rolled(last: Temporal.PlainDate, question: DueQuestion): string {
  let day = last;
  if (question.rollover !== 'none' && !isBusinessDay(day.toString(), question.place)) {
    while (suspended(day, question) || !isBusinessDay(day.toString(), question.place)) day = day.add({ days: 1 });
  }
  return day.toString();
}

function suspended(day: Temporal.PlainDate, { suspensions = [] }: DueQuestion): boolean {
  const date = day.toString();
  return suspensions.some(({ from, to }) => from <= date && date <= to);
}
