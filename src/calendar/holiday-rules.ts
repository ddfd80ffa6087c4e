import { epochDayOf, weekdayOf, type EpochDay } from './epoch-day.js';
import type { HolidayCode } from './holiday-names.js';

/**
 * The national holidays of a year by the rules of the law as last known, for years outside the table.
 * The rules carry the first year they applied; years before 2000 are answered with the rules of 2000.
 */
export function nationalByRule(year: number): ReadonlyMap<EpochDay, HolidayCode> {
  const days = new Map<EpochDay, HolidayCode>();
  for (const { code, since = 0, until = Infinity, on } of RULES) {
    if (Math.max(year, 2000) < since || year > until) continue;
    const day = on(year);
    if (day !== null) days.set(day, code);
  }
  return days;
}

interface Rule {
  readonly code: HolidayCode;
  readonly since?: number;
  readonly until?: number;
  readonly on: (year: number) => EpochDay | null;
}

const MONDAY = 1;
const TUESDAY = 2;
const WEDNESDAY = 3;
const FRIDAY = 5;

const RULES: readonly Rule[] = [
  { code: 'newYear', on: fixed(1, 1) },
  { code: 'newYearBridge', since: 2017, on: onlyOn(fixed(1, 2), MONDAY) },
  { code: 'goodFriday', on: (year) => easter(year) - 2 },
  { code: 'holySaturday', on: (year) => easter(year) - 1 },
  { code: 'labour', on: fixed(5, 1) },
  { code: 'navy', on: fixed(5, 21) },
  // Ley 19.668: since 2000 on a Monday.
  { code: 'corpusChristi', until: 2006, on: (year) => easter(year) + 57 },
  // Ley 21.357: the day of the winter solstice, in 2021 by its own words the 21st.
  { code: 'indigenous', since: 2021, on: (year) => (year === 2021 ? epochDayOf(2021, 6, 21) : winterSolstice(year)) },
  { code: 'peterAndPaul', on: nearMonday(fixed(6, 29)) },
  { code: 'carmen', since: 2007, on: fixed(7, 16) },
  { code: 'assumption', on: fixed(8, 15) },
  { code: 'unity', until: 2001, on: (year) => firstMonday(epochDayOf(year, 9, 1)) },
  // Ley 20.215: between a Sunday and the 18th, between the 19th and a Saturday; Ley 20.983: also a Friday the 17th.
  { code: 'independenceBridge', since: 2007, on: onlyOn(fixed(9, 17), MONDAY) },
  { code: 'independenceBridge', since: 2008, on: onlyOn(fixed(9, 20), FRIDAY) },
  { code: 'independenceBridge', since: 2017, on: onlyOn(fixed(9, 17), FRIDAY) },
  { code: 'independenceBridge', since: 2022, until: 2022, on: fixed(9, 16) },
  { code: 'independence', on: fixed(9, 18) },
  { code: 'army', on: fixed(9, 19) },
  { code: 'encounter', on: nearMonday(fixed(10, 12)) },
  { code: 'evangelical', since: 2008, on: evangelicalDay },
  { code: 'allSaints', on: fixed(11, 1) },
  { code: 'immaculate', on: fixed(12, 8) },
  { code: 'christmas', on: fixed(12, 25) },
];

type On = (year: number) => EpochDay;

function fixed(month: number, day: number): On {
  return (year) => epochDayOf(year, month, day);
}

function onlyOn(on: On, weekday: number): (year: number) => EpochDay | null {
  return (year) => (weekdayOf(on(year)) === weekday ? on(year) : null);
}

/** Ley 19.668: Tuesday to Thursday go back to the Monday of that week, Friday goes on to the next one. */
function nearMonday(on: On): On {
  return (year) => {
    const day = on(year);
    const weekday = weekdayOf(day);
    if (weekday === FRIDAY) return day + 3;
    return weekday >= TUESDAY && weekday < FRIDAY ? day - (weekday - MONDAY) : day;
  };
}

/** Ley 20.299: 31 October; a Tuesday goes back to the Friday before, a Wednesday on to the Friday after. */
function evangelicalDay(year: number): EpochDay {
  const day = epochDayOf(year, 10, 31);
  const weekday = weekdayOf(day);
  if (weekday === TUESDAY) return day - 4;
  return weekday === WEDNESDAY ? day + 2 : day;
}

function firstMonday(from: EpochDay): EpochDay {
  return from + ((MONDAY - weekdayOf(from) + 7) % 7);
}

/** Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher). */
function easter(year: number): EpochDay {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const epact =
    (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const n = epact + weekday - 7 * late + 114;
  return epochDayOf(year, Math.floor(n / 31), (n % 31) + 1);
}

/**
 * The day of the June solstice on Santiago's winter clock (UTC-4): Meeus' mean instant, good to about a quarter of an hour,
 * which is why a day far ahead is an assumption.
 */
function winterSolstice(year: number): EpochDay {
  const y = (year - 2000) / 1000;
  const julianDay = 2_451_716.567_67 + 365_241.626_03 * y + 0.003_25 * y ** 2 + 0.008_88 * y ** 3 - 0.0003 * y ** 4;
  return Math.floor(julianDay - 2_440_587.5 - 4 / 24);
}

