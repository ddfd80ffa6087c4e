import * as fc from 'fast-check';
import { asking, enterTitles } from '../../src/governance/competences/entering.js';
import { Ledger } from '../../src/governance/competences/ledger.js';
import { addDays } from '../../src/governance/competences/timeline.js';
import type { TitleEntry } from '../../src/governance/competences/title.js';
import { seedDemonstration } from '../../src/governance/demonstration/seed.js';
import { withTransaction } from '../../src/platform/database.js';
import { database } from '../support/database.js';

const db = database();
let ledger: Ledger;
let entered = 0;

beforeAll(async () => {
  await seedDemonstration(db.dataSource);
  ledger = new Ledger(db.dataSource);
});

/** A transfer between named bodies, of which only what matters here is said. */
function transfer(change: Partial<TitleEntry> & Pick<TitleEntry, 'competence' | 'inCharge' | 'from'>): TitleEntry {
  entered += 1;
  return {
    territory: '16101', holder: change.inCharge, mode: 'exclusive', duration: change.ends && change.ends !== 'never' ? 'temporary' : 'definitive', others: [], until: null,
    ends: 'never', origin: 'muni-16101', act: { kind: 'decreto', number: String(entered), date: change.from }, basis: 'Ley 21.074', certainty: 'official',
    source: `test ${entered}`, caseId: null, seq: null, ...change,
  };
}
const during = (inCharge: string, origin: string, from: string, until: string) => transfer({ competence: 'loc18695.4.b', inCharge, origin, from, until, ends: 'on-day' });
const enter = (...entries: readonly TitleEntry[]) => withTransaction(db.dataSource, (client) => enterTitles(asking(client), entries));
const holdingOn = async (code: string, territory: string, at: string) => (await ledger.detail(code, { territory, at }))!.answers;
const leads = async (code: string, territory: string, at: string) => (await holdingOn(code, territory, at)).map(({ inCharge }) => inCharge.institution);

describe('on day zero', () => {
  it('municipalities have what the law gives them, each in its commune, since before the ledger', async () => {
    const [privative] = await holdingOn('loc18695.3.a', '16206', '2001-01-01');
    expect(privative).toMatchObject({
      territory: '16206', communes: null, others: [],
      holder: { institution: 'muni-16206', mode: 'exclusive', since: null, until: null, ends: 'never', act: null, basis: 'LOC 18.695 art. 3 a)', certainty: 'secondary' },
      inCharge: { institution: 'muni-16206', joint: 'no', since: null, ends: 'open' },
    });
    expect((await holdingOn('loc18695.4.c', '16206', '2026-01-01'))[0]).toMatchObject({ holder: { mode: 'shared' }, inCharge: { joint: 'yes' } });
    expect((await holdingOn('loc18695.5.k', '16206', '2026-01-01'))[0]).toMatchObject({ competence: { certainty: 'official', asOf: '2022-01-25' }, holder: { mode: null, certainty: 'secondary' } });
  });

  it('Cabo de Hornos administers Antártica, which has no municipality', async () => {
    expect(await leads('loc18695.3.f', '12202', '2026-01-01')).toEqual(['muni-12201']);
    expect(await leads('loc18695.3.f', '122', '2026-01-01')).toEqual(['muni-12201']);
  });

  it('is every letter of arts 3, 4 and 5 for every commune', async () => {
    const here = (await ledger.entries({ territory: '05201', at: '2026-01-01' })).filter(({ competence }) => competence.origin === null);
    expect(['3', '4', '5'].map((article) => here.filter(({ competence }) => competence.code.startsWith(`loc18695.${article}.`)).length)).toEqual([6, 13, 15]);
    expect(new Set(here.map(({ holding }) => holding?.inCharge.institution))).toEqual(new Set(['muni-05201']));
  });

  it('knows no last day of DS 251, and says so', async () => {
    const [metropolitan] = await holdingOn('bbnn.ds251', '13', '2026-01-01');
    expect(metropolitan).toMatchObject({
      territory: '13', communes: null, holder: { institution: 'gore-13', mode: null, duration: 'temporary', since: '2023-09-26', until: null, ends: 'unknown', certainty: 'assumption' },
      inCharge: { institution: 'gore-13', since: '2023-09-26', until: null, ends: 'unknown' },
    });
    expect(await leads('bbnn.ds251', '13101', '2199-12-31')).toEqual(['gore-13']);
    expect(await leads('bbnn.ds251', '13', '2023-09-25')).toEqual(['min-bbnn']);
    expect(await leads('bbnn.ds251', '16', '2026-01-01')).toEqual(['min-bbnn']);
  });

  it('invents no region for decrees that name theirs elsewhere', async () => {
    expect(await db.query("SELECT DISTINCT left(territory, 2) AS region FROM competence_charge WHERE competence ~ 'ds' ")).toEqual([{ region: '13' }]);
    expect((await ledger.detail('minvu.ds237', { at: '2026-01-01' }))!.documented).toMatchObject([{ number: 'DS 237', date: '2020-05-25', to: 'gores-named', certainty: 'secondary' }]);
  });

  it('seeded again stays as it was, with what was entered since', async () => {
    await enter(transfer({ competence: 'loc18695.4.e', inCharge: 'gore-16', from: '2024-01-01' }));
    const picture = () => db.query('SELECT t.*, c.* FROM competence_title t LEFT JOIN competence_charge c ON c.title = t.id ORDER BY 1, c.territory');
    const before = await picture();
    await seedDemonstration(db.dataSource);
    expect(await picture()).toEqual(before);
  });
});

describe('a transfer', () => {
  it('that is temporary goes back the day after its last day, with nobody’s doing', async () => {
    await enter(transfer({ competence: 'loc18695.3.b', inCharge: 'gore-16', from: '2024-03-01', until: '2026-02-28', ends: 'on-day' }));
    expect(await leads('loc18695.3.b', '16101', '2024-02-29')).toEqual(['muni-16101']);
    expect(await leads('loc18695.3.b', '16101', '2024-03-01')).toEqual(['gore-16']);
    expect((await holdingOn('loc18695.3.b', '16101', '2026-02-28'))[0]?.inCharge).toMatchObject({ institution: 'gore-16', until: '2026-02-28', ends: 'on-day' });
    expect((await holdingOn('loc18695.3.b', '16101', '2026-03-01'))[0]).toMatchObject({
      holder: { institution: 'muni-16101', act: null }, inCharge: { institution: 'muni-16101', since: '2026-03-01', ends: 'open', afterLapseOf: { kind: 'decreto' } },
    });
    const points = await db.query("SELECT from_day, institution FROM competence_charge WHERE competence = 'loc18695.3.b' ORDER BY 1");
    expect(points).toEqual([{ from_day: '2024-03-01', institution: 'gore-16' }, { from_day: '2026-03-01', institution: 'muni-16101' }]);
  });

  it('of a region moves each of its communes, and one of them may move on', async () => {
    const regional = { competence: 'interior.ds251', origin: 'min-interior' };
    await enter(transfer({ ...regional, territory: '16', inCharge: 'gore-16', from: '2025-01-01' }));
    await enter(transfer({ ...regional, territory: '16101', inCharge: 'muni-16101', origin: 'gore-16', from: '2025-06-01' }));
    const now = await holdingOn('interior.ds251', '16', '2025-07-01');
    expect(now.map(({ territory, communes, inCharge }) => [territory, communes?.length ?? null, inCharge.institution])).toEqual([['16101', null, 'muni-16101'], ['16', 20, 'gore-16']]);
    expect(await ledger.inCharge('interior.ds251', '16', '2025-05-31')).toBe('gore-16');
    expect(await ledger.inCharge('interior.ds251', '16', '2025-07-01')).toBeNull();
  });

  it('that is shared names who leads, and who takes part', async () => {
    await enter(transfer({ competence: 'sercotec.ds246', territory: '14', holder: 'gore-14', mode: 'shared', inCharge: 'sercotec', origin: 'sercotec', from: '2025-01-01', others: [{ institution: 'gore-14', part: 'shares' }] }));
    const [here] = await holdingOn('sercotec.ds246', '14', '2025-02-01');
    expect(here).toMatchObject({ holder: { institution: 'gore-14', mode: 'shared' }, inCharge: { institution: 'sercotec', joint: 'yes' }, others: [{ institution: 'gore-14', part: 'shares' }] });
    expect((await ledger.entries({ institution: 'gore-14', at: '2025-02-01' })).map(({ competence }) => competence.code)).toEqual(['sercotec.ds246']);
  });

  it('of a competence nobody had heard of makes it known, flagged, as its origin’s', async () => {
    await enter(transfer({ competence: 'mop.new-thing', territory: '15', inCharge: 'gore-15', origin: 'min-mop', from: '2025-01-01' }));
    expect(await leads('mop.new-thing', '01', '2025-01-01')).toEqual(['min-mop']);
    expect((await ledger.detail('mop.new-thing', { at: '2025-01-01' }))!.competence).toMatchObject({ flag: 'from-act', certainty: 'assumption' });
  });

  it('to an institution, or of a place, that does not exist is refused whole', async () => {
    const good = transfer({ competence: 'loc18695.5.a', inCharge: 'gore-16', from: '2024-01-01' });
    await expect(enter(good, transfer({ competence: 'loc18695.5.a', inCharge: 'gore-99', from: '2024-02-01' }))).rejects.toMatchObject({ code: 'unknown-institution' });
    await expect(enter(good, transfer({ competence: 'loc18695.5.a', inCharge: 'gore-16', territory: '99', from: '2024-02-01' }))).rejects.toMatchObject({ code: 'unknown-territory' });
    expect(await leads('loc18695.5.a', '16101', '2024-03-01')).toEqual(['muni-16101']);
  });

  it('whose last day becomes known later ends on it', async () => {
    const unknown = { competence: 'loc18695.4.a', inCharge: 'gore-16', from: '2024-01-01' };
    await enter(transfer({ ...unknown, ends: 'unknown' }));
    expect((await holdingOn('loc18695.4.a', '16101', '2030-01-01'))[0]).toMatchObject({ holder: { until: null, ends: 'unknown' }, inCharge: { institution: 'gore-16', ends: 'unknown' } });
    await enter(transfer({ ...unknown, until: '2026-12-31', ends: 'on-day' }));
    expect(await leads('loc18695.4.a', '16101', '2026-12-31')).toEqual(['gore-16']);
    expect(await leads('loc18695.4.a', '16101', '2027-01-01')).toEqual(['muni-16101']);
  });

  it('within another that runs gives back to that one, and never interrupts a later one', async () => {
    await enter(during('gore-16', 'muni-16101', '2024-01-01', '2024-12-31'), during('subdere', 'gore-16', '2024-03-01', '2024-03-31'), during('min-minsal', 'gore-16', '2024-11-01', '2025-06-30'));
    const days = ['2024-02-29', '2024-03-31', '2024-04-01', '2024-12-31', '2025-01-01', '2025-07-01'];
    expect((await Promise.all(days.map((day) => leads('loc18695.4.b', '16101', day)))).flat()).toEqual(['gore-16', 'subdere', 'gore-16', 'min-minsal', 'min-minsal', 'muni-16101']);
  });

  it('back to whoever has it again already is nothing new', async () => {
    await enter(transfer({ competence: 'loc18695.5.b', inCharge: 'gore-16', from: '2024-01-01', until: '2024-12-31', ends: 'on-day' }));
    await enter(transfer({ competence: 'loc18695.5.b', inCharge: 'muni-16101', origin: 'gore-16', from: '2025-01-01' }));
    expect(await db.query("SELECT id FROM competence_title WHERE competence = 'loc18695.5.b'")).toHaveLength(1);
  });
});

describe('the tables themselves', () => {
  it('take no second institution for one day, none without a name, and no change of a title', async () => {
    await enter(transfer({ competence: 'loc18695.5.c', inCharge: 'gore-16', from: '2024-01-01' }));
    const second = "INSERT INTO competence_charge SELECT competence, territory, from_day, 'muni-16101', title, after_title FROM competence_charge WHERE competence = 'loc18695.5.c'";
    await expect(db.query(second)).rejects.toThrow('competence_charge_pkey');
    await expect(db.query("UPDATE competence_charge SET institution = NULL WHERE competence = 'loc18695.5.c'")).rejects.toThrow('not-null');
    await expect(db.query('UPDATE competence_title SET until_day = NULL')).rejects.toThrow('permission denied');
    await expect(db.query('DELETE FROM competence_title')).rejects.toThrow('permission denied');
  });

  it('take no temporary title that says neither its last day nor that it is unknown', async () => {
    await expect(enter(transfer({ competence: 'loc18695.5.d', inCharge: 'gore-16', from: '2024-01-01', duration: 'temporary', ends: 'never' }))).rejects.toThrow('check constraint');
    await expect(enter(transfer({ competence: 'loc18695.5.d', inCharge: 'gore-16', from: '2024-01-01', until: '2023-12-31', ends: 'on-day' }))).rejects.toThrow('check constraint');
  });
});

describe('whatever is transferred, in whatever order', () => {
  const bodies = ['muni-16101', 'gore-16', 'min-minvu', 'subdere'];
  const start = '2020-01-01';
  const step = fc.record({
    from: fc.nat(60), length: fc.option(fc.nat(30)), ends: fc.constantFrom('never', 'on-day', 'unknown'), to: fc.constantFrom(...bodies), origin: fc.constantFrom(...bodies),
    territory: fc.constantFrom('16', '161', '16101'),
  });

  it('exactly one institution is in charge every day, and later entries leave earlier days alone', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      entered += 1;
      const competence = `property.${entered}`;
      await db.query(`INSERT INTO competence (code, name_es, name_en, field, law, article, certainty, allotted) VALUES ($1, 'x', 'x', 'other', 'x', '', 'official', 'municipalities')`, [competence]);
      const days = Array.from({ length: 100 }, (_, day) => addDays(start, day - 2));
      const picture = () => db.query<{ day: string; commune: string; institution: string }>(everyDaySql, [competence, days]);
      let before = await picture();
      for (const { from, length, ends, to, origin, territory } of steps) {
        const first = addDays(start, from);
        const known = ends === 'on-day' ? { until: addDays(first, length ?? 0), ends, duration: 'temporary' as const } : { ends, duration: ends === 'never' ? ('definitive' as const) : ('temporary' as const) };
        await enter(transfer({ competence, territory, inCharge: to, origin, from: first, ...known }));
        const after = await picture();
        expect(after.map(({ day, commune }) => `${day} ${commune}`)).toEqual(days.flatMap((day) => ['16101', '16206'].map((commune) => `${day} ${commune}`)));
        expect(after.filter(({ day }) => day < first)).toEqual(before.filter(({ day }) => day < first));
        expect(after.find(({ day, commune }) => day === first && commune === '16101')?.institution).toBe(to);
        before = after;
      }
      expect((await ledger.detail(competence, { territory: '16101', at: start }))!.answers).toHaveLength(1);
    }), { numRuns: 40 });
  });

  const everyDaySql = `
    SELECT d.day::text AS day, m.commune, coalesce(p.institution, m.municipality) AS institution
    FROM unnest($2::date[]) AS d (day) CROSS JOIN commune_municipality m
    LEFT JOIN competence_charge p ON p.competence = $1 AND p.territory = m.commune AND p.from_day =
      (SELECT max(from_day) FROM competence_charge WHERE competence = $1 AND territory = m.commune AND from_day <= d.day)
    WHERE m.commune IN ('16101', '16206') ORDER BY d.day, m.commune`;
});
