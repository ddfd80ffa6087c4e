import { nextBusinessDay, nonBusiness, type Reached } from './count.js';
import { toEpochDay, type EpochDay } from './epoch-day.js';
import { instantOf, localDate, type Place } from './place.js';
import type { CheckedQuestion, DueQuestion } from './question.js';
import { reasonStep, step, type Step } from './steps.js';

/** The day `from` is, and for a paper filed on a non-business day the business day it counts as filed on. */
export function startOf({ from, place, filing = false }: DueQuestion, checked: CheckedQuestion): Reached {
  const day = dayOf(from, place);
  const reason = filing ? nonBusiness(day, checked) : null;
  if (reason === null) return { day, steps: [] };
  // A suspension stops the deadline, not the office: a paper may be filed on a suspended day.
  const filed = nextBusinessDay(day, { ...checked, suspended: [] });
  return { day: filed.day, steps: [reasonStep(day, 'filed-non-business', reason), ...filed.steps, step(filed.day, 'filed-as')] };
}

/** The day of a date, or of a moment in the place. */
export function dayOf(from: string, place: Place): EpochDay {
  return toEpochDay(isMoment(from) ? localDate(instantOf(from, place.zone, 'from'), place.zone) : from, 'from');
}

/** Whether `from` tells the hour: an instant, or a local date and time. */
export function isMoment(from: string): boolean {
  return MOMENT.test(from);
}

const MOMENT = /^\d{4}-\d{2}-\d{2}[T ]/i;

export function extensionSteps({ amount, extend, total, unit, extensionRule }: CheckedQuestion, start: Reached): Step[] {
  return extend === 0 ? [] : [step(start.day, 'extended', { amount, extend, total, unit, extension: extensionRule })];
}
