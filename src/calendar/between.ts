import { civilOf, toEpochDay, weekdayOf, type EpochDay } from './epoch-day.js';
import { holidaysOf } from './holidays.js';
import type { Place } from './place.js';

/**
 * How many business days lie between two dates, counted from the day after `from` to `to` itself; negative when `to` is
 * the earlier (then the days from the day after `to` to `from`). For durations: whole weeks are not walked.
 */
export function businessDaysBetween(from: string, to: string, place: Place): number {
  const start = toEpochDay(from, 'from');
  const end = toEpochDay(to, 'to');
  return end < start ? -count(end, start, place) : count(start, end, place);
}

/** Business days in the half-open stretch (after, upTo]. */
function count(after: EpochDay, upTo: EpochDay, place: Place): number {
  let holidays = 0;
  for (let year = civilOf(after).year; year <= civilOf(upTo).year; year += 1) {
    for (const day of weekdayHolidays(year, place)) if (day > after && day <= upTo) holidays += 1;
  }
  return weekdaysUpTo(upTo) - weekdaysUpTo(after) - holidays;
}

/** Mondays to Fridays up to a day, from a Sunday long before: differences of it count any stretch. */
function weekdaysUpTo(day: EpochDay): number {
  const since = day - SUNDAY;
  return Math.floor(since / 7) * 5 + Math.min(since % 7, 5);
}

/** 31 December 1899, a Sunday: the eve of the first year this calendar knows. */
const SUNDAY: EpochDay = -25_568;

const read = new WeakMap<Place, Map<number, readonly EpochDay[]>>();

/** A year's holidays from Monday to Friday, each once; read once per place. */
function weekdayHolidays(year: number, place: Place): readonly EpochDay[] {
  const years = read.get(place) ?? new Map<number, readonly EpochDay[]>();
  read.set(place, years);
  const before = years.get(year);
  if (before !== undefined) return before;
  const days = new Set(holidaysOf(year, place).map(({ date }) => toEpochDay(date)));
  const answer = [...days].filter((day) => weekdayOf(day) !== 0 && weekdayOf(day) !== 6);
  years.set(year, answer);
  return answer;
}
