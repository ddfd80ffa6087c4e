import { endOfDay, endOfDue, instantOf, localDate, localTime, placeOf, startOfDay, zoneOf } from './place.js';
import { rulesOf } from './zone.js';

describe('The zone of a territory', () => {
  it.each([
    [null, 'America/Santiago'],
    ['13', 'America/Santiago'],
    ['05', 'America/Santiago'],
    ['05101', 'America/Santiago'],
    ['05201', 'Pacific/Easter'],
    ['052', 'Pacific/Easter'],
    ['11', 'America/Coyhaique'],
    ['11101', 'America/Coyhaique'],
    ['12', 'America/Punta_Arenas'],
    ['12202', 'America/Punta_Arenas'],
    ['112', 'America/Coyhaique'],
    ['01101', 'America/Santiago'],
  ])('of %s is %s', (territory, zone) => {
    expect(zoneOf(territory)).toBe(zone);
    expect(placeOf(territory).zone).toBe(zone);
  });

  it.each(['', '0', '17', '00', '1610', '161011', 'RM', '16 01'])('refuses %j as a territory', (territory) => {
    expect(() => placeOf(territory)).toThrow(expect.objectContaining({ code: 'territory-invalid', path: 'territory' }));
  });
});

describe('The end of a day at the hour the clocks change', () => {
  it.each([
    // Santiago, April: 24:00 becomes 23:00, the last hour of Saturday happens twice and both are Saturday's.
    ['America/Santiago', '2026-04-04', '2026-04-05T04:00:00.000Z'],
    // Santiago, September: Saturday's 24:00 is already Sunday's 01:00.
    ['America/Santiago', '2026-09-05', '2026-09-06T04:00:00.000Z'],
    ['America/Santiago', '2026-09-06', '2026-09-07T03:00:00.000Z'],
    // Isla de Pascua changes with Santiago, at 22:00 of its own Saturday.
    ['Pacific/Easter', '2026-04-04', '2026-04-05T06:00:00.000Z'],
    ['Pacific/Easter', '2026-09-05', '2026-09-06T05:00:00.000Z'],
    // Punta Arenas keeps UTC-3 since December 2016; before, it changed.
    ['America/Punta_Arenas', '2026-04-04', '2026-04-05T03:00:00.000Z'],
    ['America/Punta_Arenas', '2026-09-05', '2026-09-06T03:00:00.000Z'],
    ['America/Punta_Arenas', '2016-08-13', '2016-08-14T04:00:00.000Z'],
    // Aysén keeps UTC-3 since 20 March 2025; in April 2024 it still changed.
    ['America/Coyhaique', '2024-04-06', '2024-04-07T04:00:00.000Z'],
    ['America/Coyhaique', '2025-03-19', '2025-03-20T03:00:00.000Z'],
    ['America/Coyhaique', '2025-04-05', '2025-04-06T03:00:00.000Z'],
    ['America/Coyhaique', '2026-09-05', '2026-09-06T03:00:00.000Z'],
  ])('%s, %s ends at %s', (zone, date, end) => {
    expect(endOfDay(date, zone)).toBe(end);
  });

  it('begins where the day before ended, in every zone, around every kind of change', () => {
    for (const zone of ['America/Santiago', 'America/Punta_Arenas', 'America/Coyhaique', 'Pacific/Easter']) {
      for (const date of ['2016-05-15', '2019-04-07', '2022-09-11', '2025-04-06', '2026-04-05', '2026-09-06']) {
        const begin = startOfDay(date, zone);
        expect(localDate(begin, zone)).toBe(date);
        expect(localDate(new Date(Date.parse(begin) - 1).toISOString(), zone) < date).toBe(true);
      }
    }
  });

  it('knows the local date of both hours that are called 23 o’clock', () => {
    expect(localDate('2026-04-05T02:30:00.000Z', 'America/Santiago')).toBe('2026-04-04');
    expect(localDate('2026-04-05T03:30:00.000Z', 'America/Santiago')).toBe('2026-04-04');
    expect(localDate('2026-04-05T04:00:00.000Z', 'America/Santiago')).toBe('2026-04-05');
  });

  it('works on the last day this calendar knows', () => {
    expect(endOfDay('2200-12-31', 'America/Santiago')).toMatch(/^2201-01-01T0[34]:00:00\.000Z$/);
  });
});

describe('Aysén on a runtime whose zone data are older than 2025b', () => {
  it('follows Santiago until 19 March 2025 and Punta Arenas from the 20th', () => {
    expect(rulesOf('America/Coyhaique', '2025-03-19', old)).toBe('America/Santiago');
    expect(rulesOf('America/Coyhaique', '2025-03-20', old)).toBe('America/Punta_Arenas');
  });

  it('begins every day of 2018 to 2032 at the same instant as by its own zone', () => {
    const differing: string[] = [];
    for (let day = Date.parse('2018-01-01'); day < Date.parse('2033-01-01'); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      const standIn = rulesOf('America/Coyhaique', date, old) ?? '';
      if (startOfDay(date, standIn) !== startOfDay(date, 'America/Coyhaique')) differing.push(date);
    }
    expect(differing).toEqual([]);
  });

  it('does not invent rules for a zone nobody knows', () => {
    expect(rulesOf('America/Nowhere', '2026-01-01', old)).toBe('America/Nowhere');
    expect(rulesOf('America/Nowhere', '2026-01-01', () => false)).toBeNull();
    expect(() => startOfDay('2026-01-01', 'America/Nowhere')).toThrow(expect.objectContaining({ code: 'zone-unknown' }));
  });
});

describe('Instants', () => {
  it('take an offset, a Z, or the local clock', () => {
    expect(instantOf('2026-09-15T10:00:00-03:00', 'America/Santiago', 'from')).toBe('2026-09-15T13:00:00.000Z');
    expect(instantOf('2026-09-15T13:00Z', 'America/Santiago', 'from')).toBe('2026-09-15T13:00:00.000Z');
    expect(instantOf('2026-09-15T10:00', 'America/Santiago', 'from')).toBe('2026-09-15T13:00:00.000Z');
    expect(instantOf('2026-09-15T10:00', 'Pacific/Easter', 'from')).toBe('2026-09-15T15:00:00.000Z');
  });

  it('put a time the clocks leap over after the leap', () => {
    expect(instantOf('2026-09-06T00:30', 'America/Santiago', 'from')).toBe('2026-09-06T04:30:00.000Z');
    expect(localTime('2026-09-06T04:30:00.000Z', 'America/Santiago')).toBe('01:30');
  });

  it.each(['2026-09-15T25:00', '2026-13-01T00:00Z', 'yesterday', ''])('refuse %j', (text) => {
    expect(() => instantOf(text, 'America/Santiago', 'from')).toThrow(expect.objectContaining({ code: 'instant-invalid', path: 'from' }));
    expect(() => localDate(text, 'America/Santiago')).toThrow(expect.objectContaining({ code: 'instant-invalid' }));
  });

  it('end a due day with the day, a due instant at once', () => {
    expect(endOfDue('2026-09-15', 'America/Santiago')).toBe('2026-09-16T03:00:00.000Z');
    expect(endOfDue('2026-09-15T13:00:00.000Z', 'America/Santiago')).toBe('2026-09-15T13:00:00.000Z');
  });
});

/** What a runtime before 2025b knows. */
function old(zone: string): boolean {
  return zone !== 'America/Coyhaique';
}
