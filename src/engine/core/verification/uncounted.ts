import { epochDayOf, fromEpochDay, toEpochDay } from '../../../calendar/epoch-day.js';
import type { DeadlineRule, JsonObject } from '../../../kit/index.js';
import type { DeadlineRow } from '../case-state.js';
import type { Definition } from '../definition.js';

/**
 * The same procedure with clocks that start and stop but are not counted: where a due date falls changes no situation, and
 * counting it costs more than everything else.
 */
export function uncounted(definition: Definition): Definition {
  const deadlines = Object.fromEntries(Object.entries(definition.deadlines).map(([name, { untilField: _date, ...rule }]): [string, DeadlineRule] =>
    [name, { ...rule, trigger: { on: [], field: '' } }]));
  return { ...definition, deadlines };
}

const daysOf = { business: 1.5, calendar: 1, hours: 1 / 24, months: 31, years: 366, 'nth-business-day-of-next-month': 1.5, 'fixed-date': 0, 'date-in-the-act': 0 } satisfies Record<DeadlineRule['unit'], number>;

/** A day by which the deadline has surely ended: roughly counted, never before today. */
export function dayAfterEnd(rule: DeadlineRule, row: DeadlineRow, context: JsonObject, today: string): string {
  const date = rule.untilField === undefined ? undefined : context[rule.untilField];
  if (typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date)) return date >= today ? fromEpochDay(toEpochDay(date) + 1) : today;
  if (rule.unit === 'fixed-date') return dayAfter(rule.monthDay ?? '12-31', today);
  const month = rule.unit === 'nth-business-day-of-next-month' ? 31 : 0;
  return fromEpochDay(toEpochDay(today) + month + Math.ceil((row.amount ?? 1) * daysOf[rule.unit]) + 4);
}

function dayAfter(monthDay: string, today: string): string {
  const [month = 12, day = 31] = monthDay.split('-').map(Number);
  const year = Number(today.slice(0, 4));
  const thisYear = epochDayOf(year, month, day) + 1;
  return fromEpochDay(thisYear > toEpochDay(today) ? thisYear : epochDayOf(year + 1, month, day) + 1);
}
