import * as fc from 'fast-check';
import { fromEpochDay, toEpochDay } from '../../calendar/epoch-day.js';
import { placeOf } from '../../calendar/place.js';
import { isBusinessDay } from '../../calendar/holidays.js';
import { monthsAhead, sessionsBetween, type DeclaredSession, type SessionPattern } from './session.js';

const chillan = placeOf('16101');
const pattern: SessionPattern = { from: '2020-01-01', weekday: 3, weeks: [1, 2, 3], basis: 'Acuerdo', certainty: 'assumption' };
const days = (declared: readonly DeclaredSession[], from: string, to: string, patterns = [pattern]): readonly string[] =>
  sessionsBetween({ patterns, declared }, from, to, chillan).map(({ day, kind }) => `${day} ${kind}`);

describe('the sessions of a concejo', () => {
  it('are the first three Wednesdays of the month, by its agreement', () => {
    expect(days([], '2026-03-01', '2026-03-31')).toEqual(['2026-03-04 ordinary', '2026-03-11 ordinary', '2026-03-18 ordinary']);
  });

  it('are not held on a holiday of its seat', () => {
    const thursdays = { ...pattern, weekday: 4 };
    expect(days([], '2026-08-13', '2026-08-20', [thursdays])).toEqual(['2026-08-13 ordinary']);
  });

  it('may be called besides, and cancelled one by one', () => {
    const declared: readonly DeclaredSession[] = [
      { day: '2026-03-11', kind: 'ordinary', status: 'cancelled', basis: 'Acuerdo 12' }, { day: '2026-03-25', kind: 'extraordinary', status: 'called', basis: 'Citación 3' },
    ];
    expect(days(declared, '2026-03-05', '2026-03-31')).toEqual(['2026-03-18 ordinary', '2026-03-25 extraordinary']);
  });

  it('follow the newest agreement on their days', () => {
    const later: SessionPattern = { ...pattern, from: '2026-03-10', weekday: 2 };
    expect(days([], '2026-03-01', '2026-03-31', [pattern, later])).toEqual(['2026-03-04 ordinary', '2026-03-10 ordinary', '2026-03-17 ordinary']);
  });

  it('are in order, within the days asked for, and ordinary ones on business days', () => {
    const day = fc.integer({ min: 0, max: 7000 }).map((after) => fromEpochDay(toEpochDay('2020-01-01') + after));
    const made = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), weeks: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1 }) });
    expect(fc.assert(fc.property(day, made, (from, part) => {
      const found = sessionsBetween({ patterns: [{ ...pattern, ...part }], declared: [] }, from, monthsAhead(from, 2), chillan);
      return found.every((one, index) => one.day >= from && isBusinessDay(one.day, chillan) && (index === 0 || one.day > found[index - 1].day));
    }))).toBeUndefined();
  });
});
