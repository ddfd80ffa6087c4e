import { Directory } from '../../src/governance/directory.js';
import { seedDemonstration } from '../../src/governance/demonstration/seed.js';
import type { Act } from '../../src/governance/powers/decide.js';
import { Empowering, type NewDelegation } from '../../src/governance/powers/empowering.js';
import { Powers } from '../../src/governance/powers/powers.js';
import { mayRead, readingCondition } from '../../src/governance/powers/reading.js';
import { database } from '../support/database.js';

const db = database();
const today = '2026-05-15';
const resolve: Act = { workflow: 'fndr-transfer', event: 'agreement.resolve', offices: ['governor'] };
let directory: Directory;
let powers: Powers;
let empowering: Empowering;

beforeAll(async () => {
  await seedDemonstration(db.dataSource);
  directory = new Directory(db.dataSource);
  powers = new Powers(db.dataSource, directory);
  empowering = new Empowering(db.dataSource, powers);
});

describe('require', () => {
  it('gives the power of the one office that fits', async () => {
    expect(await powers.require('governor.gore-16', resolve, 'gore-16', today)).toEqual({
      kind: 'holder', office: 'governor', institution: 'gore-16', official: 'governor.gore-16',
      basis: 'Titular; Demo: nombramiento', from: '2015-01-01', to: null,
    });
  });

  it.each([
    ['legal.gore-16', 'gore-16', 'other-office', ['governor.gore-16']],
    ['governor.gore-08', 'gore-16', 'other-office', ['governor.gore-16']],
    ['admin.subdere', 'gore-16', 'other-office', ['governor.gore-16']],
    ['nobody.anywhere', 'gore-16', 'other-office', ['governor.gore-16']],
    ['governor.gore-16', 'gore-99', 'other-office', []],
  ])('refuses %s for %s and names who could', async (official, institution, reason, could) => {
    await expect(powers.require(official, resolve, institution, today)).rejects.toMatchObject({
      code: 'not-empowered', reason, offices: could.map((official_) => ({ office: 'governor', institution: 'gore-16', officials: [official_] })),
    });
  });

  it('refuses the day before the appointment', async () => {
    await expect(powers.require('governor.gore-16', resolve, 'gore-16', '2014-12-31')).rejects.toMatchObject({ code: 'not-empowered', offices: [] });
  });

  it('asks for the office when several fit, and takes the one named', async () => {
    const act = { ...resolve, offices: ['legal', 'budget', 'governor'] };
    await empowering.appoint({ official: 'legal.gore-01', institution: 'gore-01', office: 'budget', capacity: 'suplente', order: 0, from: '2026-05-01', to: '2026-05-31', act: 'Res. 1' });
    await expect(powers.require('legal.gore-01', act, 'gore-01', today)).rejects.toMatchObject({
      code: 'ambiguous-office', offices: [{ office: 'legal', institution: 'gore-01' }, { office: 'budget', institution: 'gore-01' }],
    });
    expect(await powers.require('legal.gore-01', act, 'gore-01', today, 'budget')).toMatchObject({ kind: 'suplente', office: 'budget' });
    await expect(powers.require('legal.gore-01', act, 'gore-01', today, 'governor')).rejects.toMatchObject({ code: 'not-empowered' });
    await expect(powers.require('budget.gore-01', act, 'gore-01', today)).rejects.toMatchObject({ reason: 'substituted' });
    expect(await powers.require('budget.gore-01', act, 'gore-01', '2026-06-01')).toMatchObject({ kind: 'holder' });
  });

  it.each([
    ['mayor.muni-11201', '2022-02-10', 'rejected'],
    ['administrator.muni-11201', '2022-02-10', 'subrogante'],
    ['council-secretary.muni-11201', '2022-02-10', 'rejected'],
    ['mayor.muni-11201', '2022-02-26', 'holder'],
  ])('the demonstration’s subrogation: %s on %s is %s', async (official, on, expected) => {
    const outcome = powers.require(official, { ...resolve, offices: ['mayor'] }, 'muni-11201', on).then(({ kind }) => kind, () => 'rejected');
    expect(await outcome).toBe(expected);
  });
});

describe('delegating', () => {
  const delegation: NewDelegation = {
    institution: 'gore-02', office: 'governor', delegateOfficial: null, delegateOffice: 'administrator', attribution: 'fndr-transfer:agreement.*',
    kind: 'delegate', from: '2026-01-01', to: null, instrument: { kind: 'resolución', number: '12', date: '2025-12-20' },
  };

  it('blocks the delegator until the delegation is revoked, at once', async () => {
    const id = await empowering.delegate(delegation);
    expect(await powers.require('administrator.gore-02', resolve, 'gore-02', today)).toMatchObject({
      kind: 'delegate', onBehalfOf: { office: 'governor', institution: 'gore-02', official: 'governor.gore-02' }, instrument: { number: '12' },
    });
    await expect(powers.require('governor.gore-02', resolve, 'gore-02', today)).rejects.toMatchObject({
      code: 'not-empowered', reason: 'delegated', offices: [{ office: 'governor', institution: 'gore-02', officials: ['administrator.gore-02'] }],
    });
    expect(await powers.require('governor.gore-02', { ...resolve, event: 'vote.propose' }, 'gore-02', today)).toMatchObject({ kind: 'holder' });
    await empowering.revoke(id, today);
    expect(await powers.require('governor.gore-02', resolve, 'gore-02', today)).toMatchObject({ kind: 'holder' });
    expect(await powers.require('administrator.gore-02', resolve, 'gore-02', '2026-05-14')).toMatchObject({ kind: 'delegate' });
    await expect(empowering.revoke(id, today)).rejects.toMatchObject({ reason: 'already-revoked' });
  });

  it.each<[string, Partial<NewDelegation>, string]>([
    ['everything at once: art. 41 a', { attribution: '*' }, 'not-partial'],
    ['everything, spelt otherwise', { attribution: '*:*' }, 'not-partial'],
    ['to somebody of another body: art. 41 b', { delegateOffice: null, delegateOfficial: 'legal.gore-03' }, 'not-staff'],
    ['to the office itself', { delegateOffice: 'governor' }, 'own-delegate'],
    ['to the holder himself', { delegateOffice: null, delegateOfficial: 'governor.gore-02' }, 'own-delegate'],
    ['to an office there is not', { delegateOffice: 'mayor' }, 'no-such-office'],
    ['backwards in time', { to: '2025-12-31' }, 'period-reversed'],
  ])('refuses %s', async (_name, change, reason) => {
    await expect(empowering.delegate({ ...delegation, ...change })).rejects.toMatchObject({ code: 'delegation-refused', reason });
  });

  it('a new holder ends the predecessor’s appointment the day before', async () => {
    await empowering.register('maria', 'Demo: María', null);
    await empowering.appoint({ official: 'maria', institution: 'gore-04', office: 'governor', capacity: 'holder', order: 0, from: '2026-06-01', to: null, act: 'Acta' });
    expect(await powers.officesHolding('gore-04', ['governor'], '2026-05-31')).toMatchObject([{ officials: ['governor.gore-04'] }]);
    expect(await powers.officesHolding('gore-04', ['governor'], '2026-06-01')).toMatchObject([{ officials: ['maria'] }]);
    expect((await powers.ofInstitution('gore-04')).appointments).toContainEqual(expect.objectContaining({ official: 'governor.gore-04', office: 'governor', to: '2026-05-31' }));
  });
});

describe('attesting, importing, administering', () => {
  const participants = ['gore-16', 'muni-16101', 'cgr-16'];
  it.each([
    ['legal.gore-16', 'cgr-16', 'legal'],
    ['core-secretary.gore-16', 'muni-16101', 'core-secretary'],
    ['mayor.muni-16101', 'cgr-16', 'mayor'],
    ['admin.subdere', 'gore-16', 'admin'],
    ['legal.gore-16', 'gore-16', 'attest-own'],
    ['legal.cgr-16', 'muni-16101', 'attest-office'],
    ['works-director.muni-16101', 'cgr-16', 'attest-office'],
    ['legal.gore-08', 'cgr-16', 'attest-office'],
    ['nobody.anywhere', 'cgr-16', 'attest-office'],
  ])('%s attests an act of %s: %s', async (official, attested, expected) => {
    const outcome = powers.requireAttest(official, attested, participants, today).then(({ office }) => office, ({ reason }: { reason: string }) => reason);
    expect(await outcome).toBe(expected);
  });

  it('imports: who keeps the file of an institution, and the administrator', async () => {
    expect(await powers.requireImport('admin.subdere', today)).toMatchObject({ office: 'admin', institution: 'subdere' });
    expect(await powers.requireImport('investment.gore-16', today)).toMatchObject({ institution: 'gore-16' });
    await expect(powers.requireImport('finance.muni-16101', today)).rejects.toMatchObject({ code: 'not-empowered' });
  });

  it('administers: nobody but the administrator', async () => {
    expect(await powers.mayAdminister('admin.subdere', today)).toBe(true);
    expect(await powers.mayAdminister('undersecretary.subdere', today)).toBe(false);
    await expect(powers.requireAdminister('governor.gore-16', today)).rejects.toMatchObject({ code: 'not-empowered', reason: 'not-administrator' });
  });
});

describe('reading', () => {
  const cases = {
    chillan: { institutions: ['gore-16', 'muni-16101', 'cgr-16'], region: '16' },
    ranquil: { institutions: ['gore-16', 'muni-16206'], region: '16' },
    municipalPlan: { institutions: ['muni-16206', 'seremi-minvu-16'], region: '16' },
    concepcion: { institutions: ['gore-08', 'muni-08101', 'min-mop'], region: '08' },
    national: { institutions: ['min-interior', 'gore-16'], region: null },
  };
  const everything = Object.keys(cases);
  const table: [string, string[]][] = [
    ['admin.subdere', everything],
    ['comptroller.cgr', everything],
    ['minister.min-interior', everything],
    ['minister.min-segpres', everything],
    ['minister.min-hacienda', everything],
    ['director.dipres', everything],
    ['governor.gore-16', ['chillan', 'ranquil', 'municipalPlan', 'national']],
    ['core-secretary.gore-16', ['chillan', 'ranquil', 'municipalPlan', 'national']],
    ['legal.gore-16', ['chillan', 'ranquil', 'national']],
    ['presidential-delegate.dpr-16', ['chillan', 'ranquil', 'municipalPlan']],
    ['comptroller.cgr-16', ['chillan', 'ranquil', 'municipalPlan']],
    ['mayor.muni-16101', ['chillan']],
    ['council-secretary.muni-16206', ['ranquil', 'municipalPlan']],
    ['seremi.seremi-minvu-16', ['municipalPlan']],
    ['minister.min-mop', ['concepcion']],
    ['legal.min-interior', ['national']],
    ['mayor.muni-01101', []],
    ['nobody.anywhere', []],
  ];

  beforeAll(async () => {
    await db.asMigrator('CREATE TABLE paper (name text, region text, institutions text[]); GRANT ALL ON paper TO convenio_app_role');
    await db.query('INSERT INTO paper SELECT key, value ->> \'region\', ARRAY(SELECT jsonb_array_elements_text(value -> \'institutions\')) FROM jsonb_each($1::jsonb)', [JSON.stringify(cases)]);
  });

  it.each(table)('%s reads %j, by predicate and by SQL alike', async (official, expected) => {
    const scope = await powers.readingScope(official, today);
    expect(Object.entries(cases).filter(([, found]) => mayRead(scope, found)).map(([name]) => name)).toEqual(expected);
    const params: unknown[] = ['%'];
    const condition = readingCondition(scope, { region: 'p.region', takesPart: (institutions) => `p.institutions && ${institutions}` }, params);
    const rows = await db.query<{ name: string }>(`SELECT name FROM paper p WHERE name LIKE $1 AND ${condition} ORDER BY name`, params);
    expect(rows.map(({ name }) => name)).toEqual(expected.toSorted());
  });

  it('reads nothing before the first appointment', async () => {
    expect(await powers.readingScope('admin.subdere', '2014-12-31')).toEqual({ all: 'some', institutions: [], regions: [] });
  });
});
