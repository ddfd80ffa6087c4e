import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { businessDaysBetween } from '../../src/calendar/between.js';
import { computeDue } from '../../src/calendar/due.js';
import { dueWithReadings } from '../../src/calendar/due-rule.js';
import { isBusinessDay } from '../../src/calendar/holidays.js';
import { placeOf } from '../../src/calendar/place.js';
import type { DueQuestion } from '../../src/calendar/question.js';
import { explain } from '../../src/calendar/words.js';
import { naiveDue } from './naive-model.js';

const date = fc.integer({ min: 0, max: 17_000 }).map((days) => Temporal.PlainDate.from('2015-01-01').add({ days }).toString());
const place = fc.constantFrom(null, '15', '16101', '16103', '16201', '12101', '05201').chain((territory) =>
  fc.array(date, { maxLength: 3 }).map((days) => placeOf(territory, days.map((day) => ({ date: day, name: 'declarado', territory: null })))),
);
const question: fc.Arbitrary<DueQuestion> = fc
  .record({
    from: date,
    amount: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom('business', 'calendar', 'months', 'years'),
    place,
    filing: fc.boolean(),
    rollover: fc.constantFrom('next-business-day', 'none'),
    extend: fc.integer({ min: 0, max: 20 }),
    gaps: fc.array(fc.tuple(fc.integer({ min: -20, max: 150 }), fc.integer({ min: 0, max: 40 })), { maxLength: 4 }),
  })
  .map(({ gaps, ...rest }) => {
    const most = { years: 2, months: 18, business: 60, calendar: 60 }[rest.unit];
    const suspensions = gaps.map(([offset, length]) => ({ from: plus(rest.from, offset), to: plus(rest.from, offset + length) }));
    return Object.assign(rest, {
      amount: Math.min(rest.amount, most),
      extend: Math.min(rest.extend, most),
      extensionRule: 'own' as const,
      suspensions,
    });
  });

describe('Whatever is asked', () => {
  it('the answer is that of an independent model that walks day by day', () => {
    check(question, (asked) => {
      const { due, alternative } = computeDue(asked);
      expect({ due, alternative }).toEqual(naiveDue(asked));
    });
  });

  it('the due day is a business day wherever the last day rolls over, and business days never end on another', () => {
    check(question, (asked) => {
      const { due, later } = computeDue(asked);
      if (asked.rollover === 'none' && asked.unit !== 'business') return;
      expect([due, later].filter((end) => !isBusinessDay(end, asked.place))).toEqual([]);
    });
  });

  it('neither reading ends inside a suspension', () => {
    check(question, (asked) => {
      const { due, later } = computeDue(asked);
      const inside = (asked.suspensions ?? []).filter(({ from, to }) => [due, later].some((end) => from <= end && end <= to));
      expect(inside).toEqual([]);
    });
  });

  it('a longer limit never ends earlier', () => {
    check(question, (asked) => {
      expect(computeDue({ ...asked, amount: asked.amount + 1 }).due >= computeDue(asked).due).toBe(true);
    });
  });

  it('an extension is a longer limit, and nothing else', () => {
    check(question, ({ extend = 0, ...asked }) => {
      const { due, alternative } = computeDue({ ...asked, extend });
      const longer = computeDue({ ...asked, amount: asked.amount + extend });
      expect({ due, alternative }).toEqual({ due: longer.due, alternative: longer.alternative });
    });
  });

  it('one more suspension never brings the end nearer, and the same one twice changes nothing', () => {
    check(fc.tuple(question, fc.nat({ max: 3 })), ([asked, index]) => {
      const suspensions = asked.suspensions ?? [];
      const one = suspensions[index];
      if (one === undefined) return;
      const due = computeDue(asked).due;
      expect(computeDue({ ...asked, suspensions: suspensions.filter((_, at) => at !== index) }).due <= due).toBe(true);
      expect(computeDue({ ...asked, suspensions: [...suspensions, one] }).due).toBe(due);
    });
  });

  it('counting the business days back gives the limit again', () => {
    check(question, (asked) => {
      const counted = { from: asked.from, place: asked.place, amount: asked.amount, unit: 'business' as const };
      expect(businessDaysBetween(asked.from, computeDue(counted).due, asked.place)).toBe(asked.amount);
      expect(businessDaysBetween(computeDue(counted).due, asked.from, asked.place)).toBe(-asked.amount);
    });
  });

  it('every non-business day of the count is told, once', () => {
    check(question, (asked) => {
      const { due, explanation } = computeDue({ ...asked, unit: 'business', filing: false, suspensions: [] });
      const told = explanation.filter(({ rule }) => rule === 'skipped').map((step) => step.date);
      expect(told).toEqual(daysUpTo(asked.from, due).filter((day) => !isBusinessDay(day, asked.place)));
    });
  });

  it('the explanation ends the first reading on its due day, in words without holes', () => {
    check(question, (asked) => {
      const { due, alternative, explanation } = computeDue(asked);
      expect(explanation.find(({ rule }) => rule === 'due')?.date).toBe(due);
      expect(explanation.find(({ rule }) => rule === 'alternative-due')?.date ?? null).toBe(alternative);
      for (const language of ['es', 'en'] as const) expect(explain(explanation, language).filter(({ note }) => /[{}]|undefined/.test(note))).toEqual([]);
    });
  });

  it('with open readings the prudent date comes first, and the last of all is the later', () => {
    check(question, (asked) => {
      const { from, place: where, amount } = asked;
      const answer = dueWithReadings({ unit: 'calendar', amount, readings: ['unit', 'rollover'] }, { from, place: where });
      expect(answer.due).toBe(plus(from, amount));
      const others = (['business', 'calendar'] as const).map((unit) => computeDue({ from, place: where, amount, unit }).due);
      expect(answer.later).toBe(others.toSorted().at(-1));
      expect(answer.alternative ?? answer.due).toBe(answer.later);
    });
  });
});

function check<T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, holds), { numRuns: 120 });
}

function plus(from: string, days: number): string {
  return Temporal.PlainDate.from(from).add({ days }).toString();
}

function daysUpTo(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = plus(from, 1); day <= to; day = plus(day, 1)) days.push(day);
  return days;
}
