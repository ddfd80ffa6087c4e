import { epochDayOf, fromEpochDay, LAST_YEAR, type EpochDay } from './epoch-day.js';
import { reasonOf, type NonBusinessReason } from './holidays.js';
import { CalendarInputError } from './input-error.js';
import type { Place } from './place.js';
import type { Rollover } from './question.js';
import { reasonStep, step, type Step } from './steps.js';
import { suspensionOn, type SuspendedDays } from './suspension.js';

/** Which days count: where, whether Saturdays do, and when the deadline stands still. */
export interface Counting {
  readonly place: Place;
  readonly saturdays: 'non-business' | 'business';
  readonly suspended: readonly SuspendedDays[];
}

/** A day reached, and how. */
export interface Reached {
  readonly day: EpochDay;
  readonly steps: readonly Step[];
}

/** The `amount`-th business day after `from`; every day left out is a step. */
export function countBusinessDays(from: EpochDay, amount: number, counting: Counting): Reached {
  return countDays(from, amount, counting, (day) => nonBusiness(day, counting));
}

/** The `amount`-th day after `from`, whatever day it is; only suspended days are left out. */
export function countCalendarDays(from: EpochDay, amount: number, counting: Counting): Reached {
  return countDays(from, amount, counting, () => null);
}

type LeaveOut = (day: EpochDay) => NonBusinessReason | null;

function countDays(from: EpochDay, amount: number, counting: Counting, leaveOut: LeaveOut): Reached {
  const steps: Step[] = [];
  let day = from;
  for (let counted = 0; counted < amount; ) {
    day = inRange(day + 1);
    const suspension = suspensionOn(day, counting.suspended);
    if (suspension !== undefined) {
      steps.push(suspendedStep(day, suspension));
      day = suspension.to;
      continue;
    }
    const reason = leaveOut(day);
    if (reason === null) counted += 1;
    else steps.push(reasonStep(day, 'skipped', reason, { counted }));
  }
  return { day, steps };
}

/**
 * The last day's roll-over (Ley 19.880 art. 25, LGUC art. 190): to the next business day on which the deadline runs,
 * since an end never falls inside a suspension.
 */
export function rollOver(last: EpochDay, rollover: Rollover, counting: Counting): Reached {
  const reason = nonBusiness(last, counting);
  if (reason === null) return { day: last, steps: [] };
  if (rollover === 'none') return { day: last, steps: [reasonStep(last, 'not-rolled-over', reason)] };
  const next = nextBusinessDay(last, counting);
  return { day: next.day, steps: [reasonStep(last, 'last-day-non-business', reason), ...next.steps, step(next.day, 'rolled-over')] };
}

/** The first business day after a day on which nothing is suspended; the days passed over are its steps. */
export function nextBusinessDay(after: EpochDay, counting: Counting): Reached {
  const next = countBusinessDays(after, 1, counting);
  const steps = next.steps.map((passed) => (passed.rule === 'skipped' ? { ...passed, rule: 'passed-over' as const } : passed));
  return { day: next.day, steps };
}

export function nonBusiness(day: EpochDay, { place, saturdays }: Counting): NonBusinessReason | null {
  const reason = reasonOf(day, place);
  if (saturdays === 'non-business' || reason?.kind !== 'saturday') return reason;
  // Where Saturdays count, one that is a holiday still does not.
  return reason.holiday === undefined ? null : { ...reason, kind: 'holiday' };
}

function suspendedStep(day: EpochDay, { to }: SuspendedDays): Step {
  return step(day, 'suspended', { to: fromEpochDay(to), days: to - day + 1 });
}

const LAST_DAY = epochDayOf(LAST_YEAR, 12, 31);

export function inRange(day: EpochDay): EpochDay {
  if (day > LAST_DAY) throw new CalendarInputError('due-out-of-range', 'amount', { last: LAST_YEAR });
  return day;
}
