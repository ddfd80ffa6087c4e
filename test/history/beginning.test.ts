import { HistoryRig } from './history-rig.js';

const rig = new HistoryRig('2022-06-01T15:00:00.000Z');
const numbers = (): Promise<unknown[]> => rig.db.query('SELECT number FROM cases');

describe('On a machine whose clock stands before some of the facts', () => {
  it('what has not happened yet is not told, and is told when its day has come', async () => {
    const early = await rig.tell();
    expect(early.told + early.untold.length).toBe(17);
    expect(early.untold.map(({ id }) => id)).toEqual(expect.arrayContaining(['nuble-minsal-2023', 'bbnn.ds251', 'gran-valparaiso']));
    expect(early.untold.every(({ why }) => why.includes('occurred-in-future'))).toBe(true);
    expect(await numbers()).toHaveLength(early.told);
    rig.clock.stop('2026-11-22T15:00:00.000Z');
    expect(await rig.tell()).toEqual({ told: early.untold.length, untold: [] });
    expect(await numbers()).toHaveLength(17);
  });
});

describe('Two servers that start at once', () => {
  const twice = new HistoryRig('2026-11-22T15:00:00.000Z');

  it('tell it once', async () => {
    await Promise.all([twice.tell(), twice.tell()]);
    const found = await twice.db.query<{ value: string }>(`SELECT value FROM identifier WHERE scheme = 'HISTORY'`);
    expect(new Set(found.map(({ value }) => value)).size).toBe(17);
    expect(found).toHaveLength(17);
  });
});

describe('Where nobody may import', () => {
  const closed = new HistoryRig('2026-11-22T15:00:00.000Z');

  it('nothing is told, and why is said', async () => {
    await closed.db.query(`UPDATE appointment SET to_day = '2026-01-01' WHERE official = 'admin.subdere'`);
    const { told, untold } = await closed.tell();
    expect(told).toBe(0);
    expect(untold).toHaveLength(17);
    expect(await closed.db.query('SELECT id FROM cases')).toEqual([]);
  });
});
