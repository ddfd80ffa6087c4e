import { isBusinessDay } from '../../src/calendar/holidays.js';
import { placeOf } from '../../src/calendar/place.js';
import opinion from './second-opinion.json' with { type: 'json' };

const DAY = 86_400_000;

/** Every day of 2018 to 2032, against another library in another language. */
describe('A second opinion on every day of 2018 to 2032', () => {
  it.each<[string | null, string[]]>([
    [null, []],
    ['15', ['06-07']],
    ['15101', ['06-07']],
    ['14', []],
    ['16101', ['08-20']],
    ['16103', ['08-20']],
    ['16201', []],
    ['16', []],
  ])('agrees for territory %s', (territory, own) => {
    const place = placeOf(territory);
    const differing: string[] = [];
    for (let at = Date.parse('2018-01-01'); at < Date.parse('2033-01-01'); at += DAY) {
      const date = new Date(at);
      const text = date.toISOString().slice(0, 10);
      const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
      const expected = !weekend && !national.has(text) && !own.includes(text.slice(5));
      if (isBusinessDay(text, place) !== expected) differing.push(text);
    }
    expect(differing).toEqual([]);
  });

  it('has the regional days these tests use', () => {
    expect(opinion.regional).toEqual([
      { region: '15', monthDay: '06-07' },
      { communes: ['16101', '16103'], monthDay: '08-20' },
    ]);
  });
});

const national = new Set(Object.entries(opinion.years).flatMap(([year, days]) => days.map((day) => `${year}-${day}`)));
