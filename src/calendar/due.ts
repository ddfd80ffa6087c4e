import { countBusinessDays, countCalendarDays, inRange, rollOver, type Reached } from './count.js';
import { civilOf, daysInMonth, epochDayOf, fromEpochDay, type EpochDay } from './epoch-day.js';
import { countHours } from './hours.js';
import { extensionSteps, startOf } from './opening.js';
import { checkQuestion, type CheckedQuestion, type DueQuestion } from './question.js';
import { step, type Step } from './steps.js';

export interface DueAnswer {
  /** The prudent last day, `YYYY-MM-DD` in the place; for hours counted from an instant, an instant in UTC. */
  readonly due: string;
  /** The other reading's date where the law can be read in two ways. */
  readonly alternative: string | null;
  /** The later of both: an adverse effect fires only after it. */
  readonly later: string;
  readonly explanation: readonly Step[];
}

/**
 * When a deadline ends, and why then. Counting starts the day after `from`, whatever day that is; extensions add to the
 * amount; suspended days are not counted; the roll-over comes last.
 * Throws `CalendarInputError` for a question that cannot be answered.
 */
export function computeDue(question: DueQuestion): DueAnswer {
  const checked = checkQuestion(question);
  const start = startOf(question, checked);
  if (question.unit === 'hours') {
    const { due, steps } = countHours(question, checked, start);
    return { due, alternative: null, later: due, explanation: [...start.steps, ...steps] };
  }
  const opening = [...start.steps, step(start.day, 'from'), ...extensionSteps(checked, start)];
  if (question.unit === 'months' || question.unit === 'years') return dueInMonths(checked, start.day, opening);
  const count = question.unit === 'business' ? countBusinessDays : countCalendarDays;
  const counted = count(start.day, checked.total, checked);
  const end = rollOver(counted.day, checked.rollover, checked);
  const due = fromEpochDay(end.day);
  return { due, alternative: null, later: due, explanation: [...opening, ...counted.steps, ...end.steps, dueStep(end.day, checked)] };
}

function dueStep(day: EpochDay, { total, unit }: Pick<CheckedQuestion, 'total' | 'unit'>): Step {
  return step(day, 'due', { total, unit });
}

/**
 * Months and years end on the same day number, or on the month's last day where it has none such. As Ley 19.880 art. 25
 * counts from the day after and speaks of the "día del mes en que comienza el cómputo", Civil Code art. 48 also supports
 * one day later: the alternative.
 */
function dueInMonths(checked: CheckedQuestion, from: EpochDay, opening: readonly Step[]): DueAnswer {
  const last = sameNumber(from, checked);
  const prudent = endOfMonths(from, last.day, checked);
  const other = endOfMonths(from, last.day + 1, checked);
  const due = fromEpochDay(prudent.day);
  const alternative = fromEpochDay(other.day);
  const told = [...opening, ...last.steps, ...prudent.steps, dueStep(prudent.day, checked), step(last.day + 1, 'alternative-day')];
  return {
    due,
    alternative,
    later: alternative,
    explanation: [...told, ...untold(other.steps, told), step(other.day, 'alternative-due')],
  };
}

function sameNumber(from: EpochDay, { total, unit }: CheckedQuestion): Reached {
  const start = civilOf(from);
  const months = start.year * 12 + start.month - 1 + (unit === 'years' ? total * 12 : total);
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  const length = daysInMonth(year, month);
  const day = inRange(epochDayOf(year, month, Math.min(start.day, length)));
  const params = { start: fromEpochDay(from), total, unit, day: start.day };
  return { day, steps: [step(day, start.day > length ? 'month-end' : 'same-number', params)] };
}

/** Moves a last day on by the suspended days it has to wait for, then over non-business days. */
function endOfMonths(from: EpochDay, last: EpochDay, checked: CheckedQuestion): Reached {
  const counted = countCalendarDays(from, last - from, checked);
  const moved = counted.day === last ? [] : [step(counted.day, 'moved-by-suspension', { base: fromEpochDay(last), days: counted.day - last })];
  const end = rollOver(counted.day, checked.rollover, checked);
  return { day: end.day, steps: [...counted.steps, ...moved, ...end.steps] };
}

/** The steps of the other reading that the first one has not told already. */
function untold(steps: readonly Step[], told: readonly Step[]): Step[] {
  const seen = new Set(told.map(({ date, rule }) => `${date} ${rule}`));
  return steps.filter(({ date, rule }) => !seen.has(`${date} ${rule}`));
}
