import { holidayOn, holidaysOf, isBusinessDay, nonBusinessReason } from './holidays.js';
import { placeOf } from './place.js';

const country = placeOf(null);

describe('The holidays of a place', () => {
  it('are in 2026 the nation’s sixteen, with Sábado Santo', () => {
    const dates = holidaysOf(2026, country).map(({ date }) => date);
    expect(dates).toEqual([
      '2026-01-01', '2026-04-03', '2026-04-04', '2026-05-01', '2026-05-21', '2026-06-21', '2026-06-29', '2026-07-16',
      '2026-08-15', '2026-09-18', '2026-09-19', '2026-10-12', '2026-10-31', '2026-11-01', '2026-12-08', '2026-12-25',
    ]);
  });

  it('have 7 June in region 15 and not in 14', () => {
    expect(holidayOn('2027-06-07', placeOf('15'))).toMatchObject({ code: 'arica', scope: 'regional', certainty: 'official' });
    expect(isBusinessDay('2027-06-07', placeOf('15101'))).toBe(false);
    expect(isBusinessDay('2027-06-07', placeOf('151'))).toBe(false);
    expect(isBusinessDay('2027-06-07', placeOf('14'))).toBe(true);
    expect(isBusinessDay('2027-06-07', country)).toBe(true);
  });

  it('have 20 August for a body seated in 16101 or 16103 and not in 16201, nor in the province or region as a whole', () => {
    expect(holidayOn('2026-08-20', placeOf('16101'))).toMatchObject({ code: 'ohiggins', scope: 'communal' });
    expect(isBusinessDay('2026-08-20', placeOf('16103'))).toBe(false);
    for (const elsewhere of ['16201', '16102', '161', '16']) expect(isBusinessDay('2026-08-20', placeOf(elsewhere))).toBe(true);
  });

  it('know 18 and 19 September and the days beside them that the law gives', () => {
    expect(september(2026)).toEqual(['18', '19']);
    expect(september(2024)).toEqual(['18', '19', '20']);
    expect(september(2027)).toEqual(['17', '18', '19']);
    expect(september(2029)).toEqual(['17', '18', '19']);
    expect(september(2022)).toEqual(['16', '18', '19']);
  });

  it('mark years outside the table as an assumption', () => {
    expect(holidayOn('2060-12-25', country)?.certainty).toBe('official');
    expect(holidayOn('2061-12-25', country)?.certainty).toBe('assumption');
    expect(holidayOn('2012-09-17', country)).toMatchObject({ code: 'independenceBridge', certainty: 'assumption' });
  });

  it('refuse a year beyond what the calendar knows', () => {
    for (const year of [1899, 2201, 2026.5, NaN]) {
      expect(() => holidaysOf(year, country)).toThrow(expect.objectContaining({ code: 'date-out-of-range', path: 'year' }));
    }
  });
});

describe('A declared holiday', () => {
  const declared = [
    { date: '2026-11-18', name: 'Elección', territory: null },
    { date: '2026-02-12', name: 'Aniversario de Chile Chico', territory: '11401' },
    { date: '2026-03-03', name: 'Duelo regional', territory: '16' },
    { date: '2026-12-25', name: 'Otra cosa', territory: null },
  ];

  it('holds in every place inside its territory and nowhere else', () => {
    expect(isBusinessDay('2026-11-18', placeOf('12101', declared))).toBe(false);
    expect(isBusinessDay('2026-02-12', placeOf('11401', declared))).toBe(false);
    expect(isBusinessDay('2026-02-12', placeOf('11', declared))).toBe(true);
    expect(isBusinessDay('2026-03-03', placeOf('16201', declared))).toBe(false);
    expect(isBusinessDay('2026-03-03', placeOf(null, declared))).toBe(true);
  });

  it('is told as declared, with the name it was given', () => {
    expect(holidayOn('2026-03-03', placeOf('16', declared))).toEqual({
      date: '2026-03-03', name: 'Duelo regional', code: null, scope: 'regional', certainty: 'official', declared: true,
    });
  });

  it('does not hide the holiday of the law on the same day, and both are listed', () => {
    const place = placeOf(null, declared);
    expect(holidayOn('2026-12-25', place)).toMatchObject({ code: 'christmas', declared: false });
    expect(holidaysOf(2026, place).filter(({ date }) => date === '2026-12-25')).toHaveLength(2);
  });
});

describe('Why a day is not a business day', () => {
  it('is its weekday, its holiday, or both', () => {
    expect(nonBusinessReason('2026-09-17', country)).toBeNull();
    expect(nonBusinessReason('2026-09-12', country)).toEqual({ kind: 'saturday' });
    expect(nonBusinessReason('2026-09-13', country)).toEqual({ kind: 'sunday' });
    expect(nonBusinessReason('2026-09-18', country)).toMatchObject({ kind: 'holiday', name: 'Independencia Nacional' });
    expect(nonBusinessReason('2026-09-19', country)).toMatchObject({ kind: 'saturday', name: 'Día de las Glorias del Ejército' });
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '1899-12-31', '2201-01-01', 'hoy', '2026-09-18T00:00'])('is not asked of %j', (date) => {
    expect(() => isBusinessDay(date, country)).toThrow(expect.objectContaining({ name: 'CalendarInputError', path: 'date' }));
  });
});

function september(year: number): string[] {
  return holidaysOf(year, country).filter(({ date }) => date.slice(5, 7) === '09').map(({ date }) => date.slice(8));
}
