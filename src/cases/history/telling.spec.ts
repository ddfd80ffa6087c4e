import * as fc from 'fast-check';
import { flagsOf, inOrder, latestDay, type ToldLine } from './telling.js';

const today = '2026-11-22';

describe('The day of a line of the past: the latest by which it had happened', () => {
  it.each([
    [{ date: '2023-10-26', precision: 'day' }, '2023-10-26'], [{ date: '2025-12-17', precision: 'reported' }, '2025-12-17'],
    [{ date: '2019-01', precision: 'month' }, '2019-01-31'], [{ date: '2019-04', precision: 'month' }, '2019-04-30'], [{ date: '2024-02', precision: 'month' }, '2024-02-29'],
  ] as const)('%j: %s', (when, day) => {
    expect(latestDay(when, today)).toBe(day);
  });

  it('of what no source dates: the day on which it is recorded', () => {
    expect(latestDay(null, today)).toBe(today);
  });

  it('of any month: in it, and followed by the first of the next', () => {
    fc.assert(fc.property(fc.integer({ min: 1990, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
      const month = `${year}-${String(number).padStart(2, '0')}`;
      const day = latestDay({ date: month, precision: 'month' }, today);
      expect(day.slice(0, 7)).toBe(month);
      expect(new Date(Date.parse(day) + 86_400_000).getUTCDate()).toBe(1);
    }));
  });
});

describe('What its flags say', () => {
  it('only a day that a source gives is sure', () => {
    expect(flagsOf({ date: '2023-10-26', precision: 'day' }, ['a'])).toEqual(['precision:day', 'source:a']);
    expect(flagsOf({ date: '2019-01', precision: 'month' }, ['a', 'b'])).toEqual(['precision:month', 'dayUncertain', 'source:a', 'source:b']);
    expect(flagsOf({ date: '2025-12-17', precision: 'reported' }, ['a'])).toEqual(['precision:reported', 'dayUncertain', 'source:a']);
    expect(flagsOf(null, ['a'])).toEqual(['precision:not-known', 'dayUncertain', 'source:a']);
  });
});

it('Lines are told in order of date, and of one day as they stand', () => {
  const lines = [['2024-01-02', 'a'], ['2024-01-01', 'b'], ['2024-01-01', 'c']].map(([on = '', type = '']): ToldLine => ({ on, type, data: {}, flags: [], by: null }));
  expect(inOrder(lines).map(({ type }) => type)).toEqual(['b', 'c', 'a']);
});
