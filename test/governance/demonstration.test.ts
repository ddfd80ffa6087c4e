import { DatedValues } from '../../src/governance/dated-values.js';
import { demonstrationOfficials, isDemonstrationOfficial } from '../../src/governance/demonstration/officials.js';
import { seedDemonstration } from '../../src/governance/demonstration/seed.js';
import { Directory } from '../../src/governance/directory.js';
import { Places } from '../../src/governance/places.js';
import { database } from '../support/database.js';

const db = database();
let directory: Directory;
let values: DatedValues;
let places: Places;

beforeAll(async () => {
  await seedDemonstration(db.dataSource);
  directory = new Directory(db.dataSource);
  values = new DatedValues(db.dataSource, directory);
  places = new Places(db.dataSource, directory);
});

const count = async (table: string, where = 'TRUE') =>
  (await db.query<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE ${where}`))[0].n;

describe('the demonstration country', () => {
  it.each([
    ['territory', "level = 'region'", 16],
    ['territory', "level = 'province'", 56],
    ['territory', "level = 'commune'", 346],
    ['institution', "kind = 'municipality'", 345],
    ['institution', "kind = 'regional-government'", 16],
    ['institution', "kind = 'regional-comptroller'", 16],
    ['institution', "kind = 'ministry'", 25],
    ['institution', "kind = 'association'", 2],
    ['institution', 'seat IS NULL', 0],
    ['dated_value', "name = 'concejo.seats'", 345],
    ['dated_value', "name = 'core.seats'", 16],
  ])('%s where %s: %i', async (table, where, expected) => {
    expect(await count(table, where)).toBe(expected);
  });

  it('seeded twice is the same, and keeps what an administrator changed', async () => {
    const tables = ['territory', 'institution', 'office', 'official', 'appointment', 'delegation', 'dated_value'];
    const picture = async () => JSON.stringify(await Promise.all(tables.map((table) => db.query(`SELECT to_jsonb(t)::text AS row FROM ${table} t ORDER BY 1`))));
    await db.query("UPDATE appointment SET to_day = '2030-12-31' WHERE official = 'mayor.muni-01101'");
    const before = await picture();
    await seedDemonstration(db.dataSource);
    expect(await picture()).toBe(before);
  });

  it.each([
    'governor.gore-16', 'core-secretary.gore-16', 'legal.gore-16', 'mayor.muni-16101', 'council-secretary.muni-16101', 'works-director.muni-16101',
    'minister.min-mop', 'minister.min-minvu', 'minister.min-minsal', 'minister.min-hacienda', 'minister.min-interior', 'minister.min-segpres',
    'director.dipres', 'seremi.seremi-minvu-16', 'comptroller.cgr-16', 'admin.subdere',
  ])('%s is one of its officials', async (username) => {
    expect(isDemonstrationOfficial(username)).toBe(true);
    expect(await count('official', `username = '${username}'`)).toBe(1);
  });

  it('names its people as invented, and none for Antártica', () => {
    expect(demonstrationOfficials().filter(({ name }) => !name.startsWith('Demo: '))).toEqual([]);
    expect(demonstrationOfficials().find(({ username }) => username === 'mayor.muni-16101')?.name).toBe('Demo: Alcaldía de Chillán');
    expect(isDemonstrationOfficial('mayor.muni-12202')).toBe(false);
    expect(isDemonstrationOfficial('toString')).toBe(false);
  });
});

describe('the directory', () => {
  it('gives the communes part by part, in order', async () => {
    const first = await directory.territories({ level: 'commune', limit: 150 });
    const second = await directory.territories({ level: 'commune', after: first.at(-1)!.code, limit: 150 });
    const rest = await directory.territories({ level: 'commune', after: second.at(-1)!.code });
    const codes = [...first, ...second, ...rest].map(({ code }) => code);
    expect(codes).toHaveLength(346);
    expect(codes).toEqual([...new Set(codes)].toSorted());
  });

  it('shows a territory with its parent', async () => {
    expect(await directory.territories({ level: 'province', limit: 1 })).toEqual([{ code: '011', name: 'Iquique', level: 'province', parent: '01' }]);
  });

  it.each([
    [{ q: 'chillan' }, ['muni-16101', 'muni-16103']],
    [{ q: 'ÑIQUÉN' }, ['muni-16303']],
    [{ q: 'ohiggins', level: 'regional' as const }, []],
    [{ q: "gobierno o'higgins" }, ['gore-06']],
    [{ q: 'gore-1', territory: '16' }, ['gore-16']],
    [{ level: 'municipal' as const, territory: '163' }, ['muni-16301', 'muni-16302', 'muni-16303', 'muni-16304', 'muni-16305']],
    [{ level: 'control' as const, territory: '16' }, ['cgr-16']],
    [{ level: 'association' as const }, ['asoc-achm', 'asoc-punilla']],
  ])('finds institutions by %j', async (wanted, expected) => {
    const found = await directory.institutions(wanted);
    expect(found.map(({ code }) => code)).toEqual(expected);
  });

  it('keeps an unknown unit as a flagged institution, once', async () => {
    const codes = await Promise.all([1, 2, 3].map(() => directory.ensureUnit('bomberos', 'BOMBEROS')));
    expect(new Set(codes)).toEqual(new Set(['unit-bomberos']));
    expect(await directory.institution('unit-bomberos')).toMatchObject({ name: 'BOMBEROS', level: 'other', flag: 'unit', seat: null, certainty: 'assumption' });
    await expect(directory.ensureUnit('Ñandú', 'x')).rejects.toMatchObject({ code: 'invalid-unit' });
  });
});

describe('dated values', () => {
  it.each([
    ['utm', '2024-06-30', null, 65_500, 'assumption'],
    ['utm', '2031-06-30', null, 70_000, 'assumption'],
    ['utm', '2019-06-30', null, 57_000, 'assumption'],
    ['fndr.exenta-threshold-utm', '2025-02-28', null, 5000, 'secondary'],
    ['fndr.exenta-threshold-utm', '2025-03-01', null, 5000, 'assumption'],
    ['fndr.core-vote-threshold-utm', '2026-01-01', null, 7000, 'secondary'],
    ['concejo.agreement-threshold-utm', '2026-01-01', null, 500, 'official'],
    ['concejo.seats', '2026-01-01', 'muni-13101', 10, 'assumption'],
    ['concejo.seats', '2026-01-01', '16201', 6, 'assumption'],
    ['core.seats', '2026-01-01', 'gore-16', 16, 'assumption'],
    ['core.seats', '2026-01-01', 'muni-13101', 34, 'assumption'],
    ['mayor.term-end', '2024-12-05', 'muni-16101', '2024-12-06', 'assumption'],
    ['mayor.term-end', '2024-12-06', 'muni-16101', '2028-12-06', 'assumption'],
    ['fndr.core-vote-threshold-utm', '2010-01-01', null, 7000, 'assumption'],
  ])('%s on %s for %s: %s, %s', async (name, on, scope, value, certainty) => {
    expect(await values.datedValue(name, on, scope)).toMatchObject({ value, certainty });
  });

  it('is undefined where nothing of that name is known', async () => {
    expect(await values.datedValue('no.such-value', '2026-01-01')).toBeUndefined();
    expect(await values.datedValue('concejo.seats', '2026-01-01')).toBeUndefined();
  });

  it('a later entry governs from its day, and the same day is refused', async () => {
    const row = { name: 'utm', scope: null, from: '2026-07-01', to: null, value: 71_234, unit: 'CLP', basis: 'SII, julio 2026', certainty: 'official' as const };
    await values.enter(row, 'admin.subdere');
    expect(await values.datedValue('utm', '2026-06-30')).toMatchObject({ value: 70_000 });
    expect(await values.datedValue('utm', '2026-07-01')).toMatchObject({ value: 71_234, certainty: 'official', unit: 'CLP', from: '2026-07-01' });
    await expect(values.enter(row, 'admin.subdere')).rejects.toMatchObject({ code: 'dated-value-refused' });
  });
});

describe('places', () => {
  it('counts by the seat, with the holidays declared', async () => {
    await places.declareHoliday({ date: '2026-11-09', name: 'Aniversario', territory: '16' }, 'Ley de prueba', 'admin.subdere');
    expect(await places.placeOfInstitution('gore-16')).toMatchObject({ territory: '16101', zone: 'America/Santiago', declared: [{ date: '2026-11-09', territory: '16' }] });
    expect((await places.placeOfInstitution('muni-12201')).zone).toBe('America/Punta_Arenas');
    expect((await places.placeOfInstitution('muni-05201')).zone).toBe('Pacific/Easter');
  });

  it('of a unit whose seat nobody knows: the national holidays alone', async () => {
    const code = await directory.ensureUnit('unknown-seat', 'UNIDAD');
    expect((await places.placeOfInstitution(code)).territory).toBeNull();
  });

  it('refuses what it cannot place', async () => {
    await expect(places.placeOfInstitution('gore-99')).rejects.toMatchObject({ code: 'unknown-institution' });
    await expect(places.declareHoliday({ date: '2026-11-09', name: 'Otra', territory: '16' }, 'x', 'admin.subdere')).rejects.toMatchObject({ code: 'holiday-refused' });
    await expect(places.declareHoliday({ date: '2026-11-10', name: 'Otra', territory: '99' }, 'x', 'admin.subdere')).rejects.toMatchObject({ code: 'unknown-territory' });
  });
});
