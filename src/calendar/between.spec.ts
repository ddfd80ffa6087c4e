import { businessDaysBetween } from './between.js';
import { isBusinessDay } from './holidays.js';
import { placeOf } from './place.js';

const country = placeOf(null);

describe('Business days between two dates', () => {
  it('are counted from the day after the first to the second', () => {
    expect(businessDaysBetween('2026-09-14', '2026-09-15', country)).toBe(1);
    expect(businessDaysBetween('2026-09-15', '2026-09-30', country)).toBe(10);
    expect(businessDaysBetween('2026-09-17', '2026-09-20', country)).toBe(0);
    expect(businessDaysBetween('2026-09-15', '2026-09-15', country)).toBe(0);
  });

  it('are negative when the second is the earlier', () => {
    expect(businessDaysBetween('2026-09-30', '2026-09-15', country)).toBe(-10);
  });

  it('leave out the holidays of the place, each once', () => {
    const chillan = placeOf('16101', [
      { date: '2026-08-20', name: 'otra vez', territory: null },
      { date: '2026-08-21', name: 'declarado', territory: '16' },
      { date: '2026-08-22', name: 'un sábado', territory: null },
    ]);
    expect(businessDaysBetween('2026-08-17', '2026-08-24', country)).toBe(5);
    expect(businessDaysBetween('2026-08-17', '2026-08-24', chillan)).toBe(3);
  });

  it('are the same as counted day by day, over the end of many years', () => {
    let counted = 0;
    const differing: string[] = [];
    for (let day = Date.parse('2016-01-02'); day <= Date.parse('2034-12-31'); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      if (isBusinessDay(date, country)) counted += 1;
      if (businessDaysBetween('2016-01-01', date, country) !== counted) differing.push(date);
    }
    expect(differing).toEqual([]);
  });

  it('are not asked of what is no date', () => {
    expect(() => businessDaysBetween('2026-09-31', '2026-10-01', country)).toThrow(expect.objectContaining({ code: 'date-invalid', path: 'from' }));
    expect(() => businessDaysBetween('2026-09-30', 'x', country)).toThrow(expect.objectContaining({ code: 'date-invalid', path: 'to' }));
  });
});
