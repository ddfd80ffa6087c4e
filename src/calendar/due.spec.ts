import { computeDue } from './due.js';
import { placeOf } from './place.js';
import type { DueQuestion } from './question.js';
import type { StepRule } from './steps.js';

const chillan = placeOf('16101');
const country = placeOf(null);

describe('Business days', () => {
  it('start the day after and leave out Saturdays, Sundays and holidays: 18-19 September', () => {
    const answer = ask({ from: '2026-09-15', amount: 10, unit: 'business', place: chillan });
    expect(answer).toMatchObject({ due: '2026-09-30', alternative: null, later: '2026-09-30' });
    expect(lines(answer, 'skipped')).toEqual(['2026-09-18', '2026-09-19', '2026-09-20', '2026-09-26', '2026-09-27']);
  });

  it('start the day after even when the act took effect on a holiday or a Saturday', () => {
    expect(ask({ from: '2026-09-18', amount: 1, unit: 'business' }).due).toBe('2026-09-21');
    expect(ask({ from: '2026-09-12', amount: 1, unit: 'business' }).due).toBe('2026-09-14');
  });

  it('pass 7 June in region 15 and not in 14', () => {
    expect(ask({ from: '2027-06-04', amount: 1, unit: 'business', place: placeOf('15') }).due).toBe('2027-06-08');
    expect(ask({ from: '2027-06-04', amount: 1, unit: 'business', place: placeOf('14') }).due).toBe('2027-06-07');
  });

  it('pass 20 August for a body seated in 16101 or 16103 and not in 16201', () => {
    const dues = ['16101', '16103', '16201', '16'].map(
      (territory) => ask({ from: '2026-08-19', amount: 1, unit: 'business', place: placeOf(territory) }).due,
    );
    expect(dues).toEqual(['2026-08-21', '2026-08-21', '2026-08-20', '2026-08-20']);
  });

  it('pass a declared holiday', () => {
    const place = placeOf('16101', [{ date: '2026-09-16', name: 'Censo', territory: null }]);
    expect(ask({ from: '2026-09-15', amount: 1, unit: 'business', place }).due).toBe('2026-09-17');
  });

  it('count Saturdays where asked to, but no holiday on one', () => {
    const saturdays = { unit: 'business', saturdays: 'business' } as const;
    expect(ask({ from: '2026-09-11', amount: 1, ...saturdays }).due).toBe('2026-09-12');
    expect(ask({ from: '2026-09-17', amount: 1, ...saturdays }).due).toBe('2026-09-21');
  });
});

describe('Calendar days', () => {
  it('roll over when the last day is a holiday', () => {
    const answer = ask({ from: '2026-05-11', amount: 10, unit: 'calendar' });
    expect(answer.due).toBe('2026-05-22');
    expect(rules(answer)).toEqual(['from', 'last-day-non-business', 'rolled-over', 'due']);
  });

  it('roll over when the last day is a Saturday, telling each day passed over', () => {
    const answer = ask({ from: '2026-08-20', amount: 30, unit: 'calendar' });
    expect(answer.due).toBe('2026-09-21');
    expect(lines(answer, 'last-day-non-business')).toEqual(['2026-09-19']);
    expect(lines(answer, 'passed-over')).toEqual(['2026-09-20']);
  });

  it('stay where they are without roll-over, and say so', () => {
    const answer = ask({ from: '2026-08-20', amount: 30, unit: 'calendar', rollover: 'none' });
    expect(answer.due).toBe('2026-09-19');
    expect(lines(answer, 'not-rolled-over')).toEqual(['2026-09-19']);
  });
});

describe('Months and years', () => {
  it('end on the same day number, with the other reading a day later', () => {
    expect(ask({ from: '2026-03-10', amount: 6, unit: 'months' })).toMatchObject({ due: '2026-09-10', alternative: '2026-09-11', later: '2026-09-11' });
  });

  it('from 31 January end on the last day of February, both readings', () => {
    const unrolled = ask({ from: '2026-01-31', amount: 1, unit: 'months', rollover: 'none' });
    expect(unrolled).toMatchObject({ due: '2026-02-28', alternative: '2026-03-01' });
    expect(rules(unrolled)).toContain('month-end');
    expect(ask({ from: '2026-01-31', amount: 1, unit: 'months' })).toMatchObject({ due: '2026-03-02', alternative: '2026-03-02' });
    expect(ask({ from: '2028-01-31', amount: 1, unit: 'months' })).toMatchObject({ due: '2028-02-29', alternative: '2028-03-01' });
  });

  it('take the other reading before the roll-over, which then moves each by itself', () => {
    // 14 August 2026 is a Friday, the 15th a Saturday and holiday.
    const answer = ask({ from: '2026-07-14', amount: 1, unit: 'months' });
    expect(answer).toMatchObject({ due: '2026-08-14', alternative: '2026-08-17', later: '2026-08-17' });
    expect(lines(answer, 'passed-over')).toEqual(['2026-08-16']);
  });

  it('count years as twelve months, 29 February included', () => {
    expect(ask({ from: '2024-02-29', amount: 1, unit: 'years' })).toMatchObject({ due: '2025-02-28', alternative: '2025-03-03' });
    expect(ask({ from: '2024-02-29', amount: 4, unit: 'years' })).toMatchObject({ due: '2028-02-29', alternative: '2028-03-01' });
  });

  it('move on by the suspended days after the start, not by those before it or after the end', () => {
    const cases = [
      ['2026-04-01', '2026-04-10', '2026-05-20'],
      ['2026-03-01', '2026-03-10', '2026-05-10'],
      ['2026-03-01', '2026-03-12', '2026-05-12'],
      ['2026-05-11', '2026-05-20', '2026-05-10'],
      ['2026-05-10', '2026-05-20', '2026-05-21'],
    ] as const;
    for (const [from, to, due] of cases) {
      expect(ask({ from: '2026-03-10', amount: 2, unit: 'months', rollover: 'none', suspensions: [{ from, to }] }).due).toBe(due);
    }
  });
});

describe('Hours', () => {
  it('from a day alone are counted from its end, on business days or not', () => {
    expect(ask({ from: '2026-09-17', amount: 24, unit: 'hours' }).due).toBe('2026-09-18');
    expect(ask({ from: '2026-09-17', amount: 48, unit: 'hours' }).due).toBe('2026-09-19');
    expect(ask({ from: '2026-09-17', amount: 25, unit: 'hours' }).due).toBe('2026-09-19');
  });

  it('from an instant or a local time end at an instant, also across the change of clocks', () => {
    expect(ask({ from: '2026-09-15T13:00:00Z', amount: 24, unit: 'hours' }).due).toBe('2026-09-16T13:00:00.000Z');
    expect(ask({ from: '2026-09-05T12:00', amount: 24, unit: 'hours', place: chillan }).due).toBe('2026-09-06T16:00:00.000Z');
    expect(ask({ from: '2026-09-05T12:00', amount: 24, unit: 'hours', place: placeOf('12101') }).due).toBe('2026-09-06T15:00:00.000Z');
  });

  it('stand still while suspended', () => {
    const suspensions = [{ from: '2026-09-16', to: '2026-09-17' }];
    expect(ask({ from: '2026-09-15T12:00', amount: 24, unit: 'hours', suspensions }).due).toBe('2026-09-18T15:00:00.000Z');
    expect(ask({ from: '2026-09-16T12:00', amount: 24, unit: 'hours', suspensions }).due).toBe('2026-09-19T03:00:00.000Z');
    expect(ask({ from: '2026-09-15', amount: 24, unit: 'hours', suspensions }).due).toBe('2026-09-18');
    expect(ask({ from: '2026-09-19T12:00', amount: 24, unit: 'hours', suspensions }).due).toBe('2026-09-20T15:00:00.000Z');
  });

  it('of a paper filed on a Sunday run from the first hour of Monday', () => {
    expect(ask({ from: '2026-09-13T18:00', amount: 24, unit: 'hours', filing: true }).due).toBe('2026-09-15T03:00:00.000Z');
  });
});

describe('A paper filed on a non-business day', () => {
  it('counts as filed on the next business day, from which the limit runs', () => {
    const answer = ask({ from: '2026-08-20', amount: 5, unit: 'business', place: chillan, filing: true });
    expect(answer.due).toBe('2026-08-28');
    expect(rules(answer).slice(0, 3)).toEqual(['filed-non-business', 'filed-as', 'from']);
    expect(ask({ from: '2026-08-20', amount: 5, unit: 'business', place: chillan }).due).toBe('2026-08-27');
  });

  it('counts the same day when it is a business day', () => {
    expect(ask({ from: '2026-08-20', amount: 5, unit: 'business', place: placeOf('16201'), filing: true }).due).toBe('2026-08-27');
  });
});

describe('A suspension', () => {
  it('over the year’s end takes its days out of the count', () => {
    const answer = ask({ from: '2026-12-21', amount: 10, unit: 'business', suspensions: [{ from: '2026-12-28', to: '2027-01-08' }] });
    expect(answer.due).toBe('2027-01-19');
    expect(answer.explanation.find(({ rule }) => rule === 'suspended')).toEqual({
      date: '2026-12-28', rule: 'suspended', params: { to: '2027-01-08', days: 12 },
    });
  });

  it('that overlaps another counts a shared day once', () => {
    const overlapping = [{ from: '2027-01-05', to: '2027-01-10' }, { from: '2026-12-28', to: '2027-01-08' }];
    const merged = [{ from: '2026-12-28', to: '2027-01-10' }];
    for (const unit of ['business', 'calendar', 'months'] as const) {
      const due = (suspensions: DueQuestion['suspensions']) => ask({ from: '2026-12-21', amount: 2, unit, suspensions }).due;
      expect(due(overlapping)).toBe(due(merged));
    }
  });

  it('never holds the end inside it: also not when the roll-over would lead there', () => {
    // The last day is Saturday 12 September; Monday to Wednesday are suspended.
    const answer = ask({ from: '2026-09-02', amount: 10, unit: 'calendar', suspensions: [{ from: '2026-09-14', to: '2026-09-16' }] });
    expect(answer.due).toBe('2026-09-17');
    expect(ask({ from: '2026-09-02', amount: 12, unit: 'calendar', suspensions: [{ from: '2026-09-14', to: '2026-09-16' }] }).due).toBe('2026-09-17');
  });

  it('does not keep an office from receiving a paper', () => {
    const suspensions = [{ from: '2026-09-12', to: '2026-09-14' }];
    expect(ask({ from: '2026-09-12', amount: 1, unit: 'business', filing: true, suspensions }).due).toBe('2026-09-15');
  });
});

describe('An extension', () => {
  it('adds that many of the same unit to the amount', () => {
    const answer = ask({ from: '2026-09-01', amount: 10, unit: 'business', extend: 5 });
    expect(answer.due).toBe(ask({ from: '2026-09-01', amount: 15, unit: 'business' }).due);
    expect(rules(answer)).toContain('extended');
    expect(ask({ from: '2026-01-31', amount: 2, unit: 'months', extend: 1, rollover: 'none' }).due).toBe('2026-04-30');
  });

  it('of more than half is refused, unless the rule is the deadline’s own', () => {
    expect(() => ask({ from: '2026-09-01', amount: 15, unit: 'business', extend: 8 })).toThrow(
      expect.objectContaining({ code: 'extension-over-half', path: 'extend', params: { amount: 15, extend: 8, max: 7 } }),
    );
    expect(ask({ from: '2026-09-01', amount: 15, unit: 'business', extend: 15, extensionRule: 'own' }).due).toBe('2026-10-15');
  });

  it('goes up to its cap, and is refused where none is allowed', () => {
    const question = { from: '2026-09-01', amount: 30, unit: 'calendar' } as const;
    expect(ask({ ...question, extend: 15, extensionRule: 'cap', cap: 45 }).due).toBe('2026-10-16');
    expect(() => ask({ ...question, extend: 16, extensionRule: 'cap', cap: 45 })).toThrow(expect.objectContaining({ code: 'extension-over-cap' }));
    for (const extensionRule of ['none', 'unknown'] as const) {
      expect(() => ask({ ...question, extend: 1, extensionRule })).toThrow(expect.objectContaining({ code: 'extension-not-allowed' }));
    }
  });
});

describe('Input that cannot be answered', () => {
  const sound = { from: '2026-09-15', amount: 10, unit: 'business' } as const;

  it.each<[string, string, Partial<DueQuestion>]>([
    ['date-invalid', 'from', { from: '2026-02-30' }],
    ['date-invalid', 'from', { from: '15 de septiembre' }],
    ['date-invalid', 'from', { from: '' }],
    ['date-out-of-range', 'from', { from: '1899-12-31' }],
    ['instant-invalid', 'from', { from: '2026-09-15T99:00' }],
    ['date-out-of-range', 'from', { from: '2300-09-15T10:00Z' }],
    ['amount-invalid', 'amount', { amount: 0 }],
    ['amount-invalid', 'amount', { amount: -1 }],
    ['amount-invalid', 'amount', { amount: 1.5 }],
    ['amount-invalid', 'amount', { amount: NaN }],
    ['amount-invalid', 'amount', { amount: 10_001 }],
    ['amount-invalid', 'extend', { extend: -1 }],
    ['amount-invalid', 'cap', { extend: 1, extensionRule: 'cap' }],
    ['suspension-reversed', 'suspensions.0', { suspensions: [{ from: '2026-09-20', to: '2026-09-19' }] }],
    ['date-invalid', 'suspensions.1.to', { suspensions: [{ from: '2026-09-20', to: '2026-09-20' }, { from: '2026-09-20', to: 'x' }] }],
    ['due-out-of-range', 'amount', { amount: 10_000, unit: 'months' }],
    ['due-out-of-range', 'amount', { amount: 10_000, unit: 'years' }],
    ['due-out-of-range', 'amount', { from: '2200-12-20' }],
    ['due-out-of-range', 'amount', { from: '2200-12-31T12:00', amount: 48, unit: 'hours' }],
    ['zone-unknown', 'zone', { from: '2026-09-15T10:00', place: { territory: null, declared: [], zone: 'Chile' } }],
    ['date-invalid', 'declared', { place: placeOf(null, [{ date: 'mañana', name: 'x', territory: null }]) }],
  ])('is refused as %s at %s', (code, path, change) => {
    expect(() => ask({ ...sound, ...change })).toThrow(expect.objectContaining({ name: 'CalendarInputError', code, path }));
  });

  it('is refused for an unknown unit or roll-over that came past the types', () => {
    expect(() => ask({ ...sound, ...JSON.parse('{"unit":"weeks"}') })).toThrow(expect.objectContaining({ code: 'unit-unknown' }));
    expect(() => ask({ ...sound, ...JSON.parse('{"rollover":"maybe"}') })).toThrow(expect.objectContaining({ code: 'choice-unknown', path: 'rollover' }));
  });
});

function ask(question: Omit<DueQuestion, 'place'> & Partial<Pick<DueQuestion, 'place'>>) {
  return computeDue({ place: country, ...question });
}

function rules({ explanation }: ReturnType<typeof ask>): StepRule[] {
  return explanation.map(({ rule }) => rule);
}

function lines({ explanation }: ReturnType<typeof ask>, wanted: StepRule): string[] {
  return explanation.filter(({ rule }) => rule === wanted).map(({ date }) => date);
}
