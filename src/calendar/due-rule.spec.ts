import { dueWithReadings } from './due-rule.js';
import { placeOf } from './place.js';
import { withAlternativeUnit } from './readings.js';

const place = placeOf('16101');

describe('Where the law leaves the unit open', () => {
  it('is due by the assumed unit, with the other unit as alternative', () => {
    const rule = { unit: 'calendar', amount: 30, readings: ['unit'] } as const;
    expect(dueWithReadings(rule, { from: '2026-03-02', place })).toMatchObject({ due: '2026-04-01', alternative: '2026-04-14', later: '2026-04-14' });
    expect(withAlternativeUnit({ from: '2026-03-02', amount: 30, unit: 'calendar', place }, 'business')).toMatchObject({ alternative: '2026-04-14' });
  });

  it('keeps a minimum in business days due by them, though the alternative comes earlier', () => {
    const answer = dueWithReadings({ unit: 'business', amount: 60, readings: ['unit', 'rollover'] }, { from: '2026-03-02', place });
    expect(answer.alternative !== null && answer.alternative < answer.due).toBe(true);
    expect(answer.later).toBe(answer.due);
  });

  it('tells the other reading day by day', () => {
    const { explanation } = dueWithReadings({ unit: 'calendar', amount: 2, readings: ['unit'] }, { from: '2026-09-16', place });
    expect(explanation.map(({ date, rule }) => `${date} ${rule}`)).toEqual([
      '2026-09-16 from',
      '2026-09-18 last-day-non-business',
      '2026-09-19 passed-over',
      '2026-09-20 passed-over',
      '2026-09-21 rolled-over',
      '2026-09-21 due',
    ]);
  });
});

describe('Where no source says whether the last day moves', () => {
  it('is due without roll-over, with the next business day as alternative', () => {
    const answer = dueWithReadings({ unit: 'calendar', amount: 20, rollover: 'next-business-day', readings: ['rollover'] }, { from: '2026-08-30', place });
    expect(answer).toMatchObject({ due: '2026-09-19', alternative: '2026-09-21', later: '2026-09-21' });
    expect(answer.explanation.at(-1)).toMatchObject({ date: '2026-09-21', rule: 'other-reading-due' });
  });

  it('has no alternative when the last day is a business day', () => {
    expect(dueWithReadings({ unit: 'calendar', amount: 20, readings: ['rollover'] }, { from: '2026-09-01', place })).toMatchObject({
      due: '2026-09-21', alternative: null, later: '2026-09-21',
    });
  });

  it('together with the open unit gives the prudent date, the latest other one, and tells all three', () => {
    const answer = dueWithReadings({ unit: 'calendar', amount: 30, readings: ['unit', 'rollover'] }, { from: '2026-08-20', place });
    expect(answer).toMatchObject({ due: '2026-09-19', alternative: '2026-10-02', later: '2026-10-02' });
    expect(answer.explanation.filter(({ rule }) => rule === 'other-reading-due').map(({ date }) => date)).toEqual(['2026-10-02', '2026-09-21']);
  });

  it('together with the end of months keeps the latest of four', () => {
    const answer = dueWithReadings({ unit: 'years', amount: 2, rollover: 'none', readings: ['rollover', 'monthEnd'] }, { from: '2024-08-15', place });
    expect(answer).toMatchObject({ due: '2026-08-15', alternative: '2026-08-17', later: '2026-08-17' });
  });
});

describe('Where "hábil" is not defined', () => {
  it('is due with Saturdays left out; the earlier date that counts them is shown, nothing adverse comes before the later', () => {
    const answer = dueWithReadings({ unit: 'business', amount: 10, readings: ['saturday'] }, { from: '2026-08-20', place });
    expect(answer).toMatchObject({ due: '2026-09-03', alternative: '2026-09-01', later: '2026-09-03' });
  });
});

describe('A fixed date', () => {
  it('of the PLADECO is 14 December on or after the start, never rolled over', () => {
    const pladeco = { unit: 'fixed-date', monthDay: '12-14' } as const;
    // In 2025 a Sunday.
    expect(dueWithReadings(pladeco, { from: '2025-03-01', place })).toMatchObject({ due: '2025-12-14', alternative: null });
    expect(dueWithReadings(pladeco, { from: '2025-12-14', place }).due).toBe('2025-12-14');
    expect(dueWithReadings(pladeco, { from: '2025-12-15', place }).due).toBe('2026-12-14');
    expect(dueWithReadings({ ...pladeco, rollover: 'next-business-day' }, { from: '2025-03-01', place }).due).toBe('2025-12-15');
  });

  it('on 29 February is the month’s last day in other years', () => {
    expect(dueWithReadings({ unit: 'fixed-date', monthDay: '02-29' }, { from: '2027-01-01', place }).due).toBe('2027-02-28');
    expect(dueWithReadings({ unit: 'fixed-date', monthDay: '02-29' }, { from: '2028-01-01', place }).due).toBe('2028-02-29');
  });

  it.each(['12-32', '13-01', '02-30', '1-1', '2026-01-01'])('refuses %j', (monthDay) => {
    expect(() => dueWithReadings({ unit: 'fixed-date', monthDay }, { from: '2026-01-01', place })).toThrow(
      expect.objectContaining({ code: 'month-day-invalid', path: 'monthDay' }),
    );
  });

  it('cannot be extended', () => {
    expect(() => dueWithReadings({ unit: 'fixed-date', monthDay: '12-14' }, { from: '2026-01-01', place, extend: 1 })).toThrow(
      expect.objectContaining({ code: 'extension-not-allowed' }),
    );
  });
});

describe('The 15th business day of the following month', () => {
  const accounts = { unit: 'nth-business-day-of-next-month', amount: 15 } as const;

  it('is counted from its first day, whatever day of the month the start is', () => {
    for (const from of ['2026-08-01', '2026-08-31']) expect(dueWithReadings(accounts, { from, place }).due).toBe('2026-09-22');
    expect(dueWithReadings(accounts, { from: '2026-12-31', place }).due).toBe('2027-01-22');
  });

  it('gives the 15th itself as the other reading', () => {
    const answer = dueWithReadings({ ...accounts, readings: ['unit'] }, { from: '2026-08-31', place });
    expect(answer).toMatchObject({ due: '2026-09-22', alternative: '2026-09-15', later: '2026-09-22' });
  });

  it('is refused where the month has none such', () => {
    expect(() => dueWithReadings({ ...accounts, amount: 23 }, { from: '2026-08-31', place })).toThrow(
      expect.objectContaining({ code: 'no-such-business-day', params: { n: 23, days: 21, month: '2026-09' } }),
    );
  });
});
