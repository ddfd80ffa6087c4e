/**
 * Writes src/calendar/holidays-cl.ts from the library `date-holidays`: run it when the library has learned a new law.
 * The library is a dev dependency because it weighs 40 MB; the product carries only this table.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';
import Holidays from 'date-holidays';

/** Before 2018 the library misses laws (17 September 2012) and applies later ones too early (31 October in 2000). */
const FIRST = 2018;
const LAST = 2060;

/** The library's rule (its beginning) to our code. Easter Sunday is not a holiday by Chilean law; 31 December is a bank's. */
const CODES = [
  ['01-01', 'newYear'],
  ['01-02', 'newYearBridge'],
  ['easter -2', 'goodFriday'],
  ['05-01', 'labour'],
  ['05-21', 'navy'],
  ['06-21', 'indigenous'],
  ['june solstice', 'indigenous'],
  ['06-29', 'peterAndPaul'],
  ['07-16', 'carmen'],
  ['08-15', 'assumption'],
  ['2022-09-16', 'independenceBridge'],
  ['09-17', 'independenceBridge'],
  ['09-18', 'independence'],
  ['09-19', 'army'],
  ['09-20', 'independenceBridge'],
  ['10-12', 'encounter'],
  ['10-31', 'evangelical'],
  ['11-01', 'allSaints'],
  ['12-08', 'immaculate'],
  ['12-25', 'christmas'],
];

const REGIONAL = [
  { code: 'arica', since: 2013, territories: ['15'], library: ['CL', 'AP'] },
  { code: 'ohiggins', since: 2014, territories: ['16101', '16103'], library: ['CL', 'NU', 'CH'] },
];

/** The table as it is checked in: text, so that the test (`--print`) can compare it letter by letter. */
function holidayTable() {
  const { version } = createRequire(import.meta.url)('date-holidays/package.json');
  const country = new Holidays('CL', { timezone: 'America/Santiago' });
  const years = [];
  for (let year = FIRST; year <= LAST; year += 1) years.push(`    ${year}: ${literal(national(country, year))},`);
  return [
    "import type { HolidayTable } from './holiday-table.js';",
    '',
    `/** From npm date-holidays ${version} (ISC AND CC-BY-3.0), plus Sábado Santo. Made by bin/generate-holidays.mjs: do not edit. */`,
    'export const CHILEAN_HOLIDAYS: HolidayTable = {',
    `  first: ${FIRST},`,
    `  last: ${LAST},`,
    '  regional: [',
    ...REGIONAL.map((row) => `    ${literal(regionalRow(row))},`),
    '  ],',
    '  years: {',
    ...years,
    '  },',
    '};',
    '',
  ].join('\n');
}

function literal(value) {
  return JSON.stringify(value).replaceAll('"', "'").replaceAll(',', ', ').replaceAll(/'(\w+)':/g, '$1: ').replaceAll('{', '{ ').replaceAll('}', ' }');
}

function national(country, year) {
  return country
    .getHolidays(year, 'es')
    .filter((holiday) => holiday.type === 'public' && holiday.rule !== 'easter')
    .flatMap((holiday) => {
      const date = holiday.date.slice(0, 10);
      const row = [...monthAndDay(date), codeOf(holiday.rule)];
      return holiday.rule === 'easter -2' ? [row, [...monthAndDay(dayAfter(date)), 'holySaturday']] : [row];
    })
    .toSorted(([month, day], [otherMonth, otherDay]) => month - otherMonth || day - otherDay);
}

function monthAndDay(date) {
  return [Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

function codeOf(rule) {
  const found = CODES.find(([start]) => rule.startsWith(start));
  if (found === undefined) throw new Error(`The library has a rule we have no name for: ${rule}`);
  return found[1];
}

function dayAfter(date) {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** A regional holiday, with the day the library gives it; the communes and the first year are ours. */
function regionalRow({ library, ...row }) {
  const everywhere = new Set(new Holidays('CL').getHolidays(LAST).map((holiday) => holiday.date));
  const own = new Holidays(...library).getHolidays(LAST).filter((holiday) => !everywhere.has(holiday.date));
  if (own.length !== 1) throw new Error(`The library no longer has exactly one holiday of its own for ${library.join('/')}`);
  const [month, day] = monthAndDay(own[0].date);
  return { ...row, month, day };
}

if (process.argv.includes('--print')) process.stdout.write(holidayTable());
else writeFileSync(fileURLToPath(new URL('../src/calendar/holidays-cl.ts', import.meta.url)), holidayTable());
