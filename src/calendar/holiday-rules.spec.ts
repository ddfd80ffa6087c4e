import { fromEpochDay } from './epoch-day.js';
import { nationalByRule } from './holiday-rules.js';
import { CHILEAN_HOLIDAYS } from './holidays-cl.js';

describe('The rules of the law, used outside the table', () => {
  const years = Object.keys(CHILEAN_HOLIDAYS.years).map(Number);

  it.each(years)('give for %i exactly what the table has', (year) => {
    const table = CHILEAN_HOLIDAYS.years[year]?.map(([month, day, code]) => `${month}-${day} ${code}`);
    expect(byRule(year)).toEqual(table);
  });

  it.each([
    [2012, '2012-09-17', 'independenceBridge'],
    [2013, '2013-09-20', 'independenceBridge'],
    [2017, '2017-01-02', 'newYearBridge'],
    [2006, '2006-06-12', 'corpusChristi'],
    [2001, '2001-09-03', 'unity'],
    [2061, '2061-04-08', 'goodFriday'],
    [2100, '2100-06-21', 'indigenous'],
  ])('know in %i the %s as %s', (year, date, code) => {
    const found = [...nationalByRule(year)].find(([day]) => fromEpochDay(day) === date);
    expect(found?.[1]).toBe(code);
  });

  it('do not apply a law before it was made', () => {
    expect([...nationalByRule(2007).values()]).not.toContain('evangelical');
    expect([...nationalByRule(2020).values()]).not.toContain('indigenous');
    expect([...nationalByRule(2016).values()]).not.toContain('newYearBridge');
  });
});

function byRule(year: number): string[] {
  return [...nationalByRule(year)]
    .toSorted(([a], [b]) => a - b)
    .map(([day, code]) => {
      const [, month, dayOfMonth] = fromEpochDay(day).split('-').map(Number);
      return `${month}-${dayOfMonth} ${code}`;
    });
}
