import { Temporal } from 'temporal-polyfill';
import { countCalendarDays, type Reached } from './count.js';
import { fromEpochDay, LAST_YEAR, toEpochDay, type EpochDay } from './epoch-day.js';
import { CalendarInputError } from './input-error.js';
import { extensionSteps, isMoment } from './opening.js';
import { endOfDay, instantOf, localDate, localTime, startOfDay } from './place.js';
import type { CheckedQuestion, DueQuestion } from './question.js';
import { step, type Step } from './steps.js';

export interface CountedHours {
  readonly due: string;
  readonly steps: readonly Step[];
}

/**
 * Hours run day and night, business day or not, and never roll over. From an instant they end at an instant. Where only
 * the day is known they are counted from its end, as every count begins the day after: 24 hours are the whole next day,
 * and a last part of a day is given whole.
 */
export function countHours(question: DueQuestion, checked: CheckedQuestion, start: Reached): CountedHours {
  return isMoment(question.from) ? fromMoment(question, checked, start) : fromDay(checked, start);
}

function fromDay(checked: CheckedQuestion, start: Reached): CountedHours {
  const { total, unit } = checked;
  const opening = [step(start.day, 'hours-from-day', { total, unit }), ...extensionSteps(checked, start)];
  const end = countCalendarDays(start.day, Math.ceil(total / 24), checked);
  return { due: fromEpochDay(end.day), steps: [...opening, ...end.steps, step(end.day, 'due', { total, unit })] };
}

function fromMoment(question: DueQuestion, checked: CheckedQuestion, start: Reached): CountedHours {
  const { total, unit, place } = checked;
  const begin = beginning(question, start);
  const { end, steps } = passOver(begin, total, checked);
  const last = lastDay(end, place.zone);
  const opening = [
    step(start.day, 'hours-from-instant', { total, unit, time: localTime(begin, place.zone) }),
    ...extensionSteps(checked, start),
  ];
  return { due: end, steps: [...opening, ...steps, step(last, 'due-at', { total, unit, time: localTime(end, place.zone) })] };
}

/** A paper that counts as filed on a later day counts in its first hour (Ley 19.880 art. 25). */
function beginning({ from, place }: DueQuestion, start: Reached): string {
  return start.steps.length === 0 ? instantOf(from, place.zone, 'from') : startOfDay(fromEpochDay(start.day), place.zone);
}

function passOver(begin: string, hours: number, { suspended, place }: CheckedQuestion): { end: string; steps: readonly Step[] } {
  const first = milliseconds(begin);
  const steps: Step[] = [];
  let end = first + hours * 3_600_000;
  for (const { from, to } of suspended) {
    const stop = Math.max(first, milliseconds(startOfDay(fromEpochDay(from), place.zone)));
    const resume = milliseconds(endOfDay(fromEpochDay(to), place.zone));
    if (resume <= first || stop >= end) continue;
    steps.push(step(from, 'suspended', { to: fromEpochDay(to), days: to - from + 1 }));
    end += resume - stop;
  }
  return { end: Temporal.Instant.fromEpochMilliseconds(end).toString({ fractionalSecondDigits: 3 }), steps };
}

function lastDay(end: string, zone: string): EpochDay {
  const date = localDate(end, zone);
  if (date > `${LAST_YEAR}-12-31`) throw new CalendarInputError('due-out-of-range', 'amount', { last: LAST_YEAR });
  return toEpochDay(date);
}

function milliseconds(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}
