import { EventEmitter, once } from 'node:events';
import { Client } from 'pg';
import { createDataSource, query, runMigrations, withTransaction } from '../../src/platform/database.js';
import { database, testServer } from '../support/database.js';

describe('the database', () => {
  const db = database();

  beforeAll(() =>
    db.asMigrator(`
      CREATE TABLE note (n int PRIMARY KEY, text text);
      CREATE TABLE log (n int PRIMARY KEY);
      REVOKE UPDATE, DELETE ON log FROM convenio_app_role;`),
  );

  it('is migrated, and the application works in it under its role', async () => {
    await expect(db.query('SELECT current_user AS role, session_user AS login')).resolves.toEqual([
      { role: 'convenio_app_role', login: 'convenio_app' },
    ]);
    await expect(runMigrations(db.migratorUrl, db.appUrl)).resolves.toEqual([]);
  });

  it('is migrated once by several processes that start together', async () => {
    const server = await testServer();
    await db.asMigrator('CREATE DATABASE together');
    const urls = [server.url('migrator', 'together'), server.url('app', 'together')] as const;
    const runs = await Promise.all([runMigrations(...urls), runMigrations(...urls), runMigrations(...urls)]);
    await db.asMigrator('DROP DATABASE together WITH (FORCE)');
    expect(runs.filter((names) => names.length > 0)).toHaveLength(1);
  });

  describe('lets the application', () => {
    it('add to an append-only table, and neither change nor remove what is there', async () => {
      await db.query('INSERT INTO log VALUES (1)');
      await expect(db.query('UPDATE log SET n = 2')).rejects.toMatchObject({ code: '42501' });
      await expect(db.query('DELETE FROM log')).rejects.toMatchObject({ code: '42501' });
      await expect(db.query('TRUNCATE log')).rejects.toMatchObject({ code: '42501' });
      await expect(db.query('CREATE TABLE mine ()')).rejects.toMatchObject({ code: '42501' });
    });

    it('do no more where one login both migrates and serves', async () => {
      const single = await createDataSource(db.migratorUrl, { poolSize: 1 }).initialize();
      await expect(query(single, 'DELETE FROM log')).rejects.toMatchObject({ code: '42501' });
      await expect(query(single, 'DROP TABLE log')).rejects.toMatchObject({ code: '42501' });
      await single.destroy();
    });
  });

  it('gives dates, instants, large and exact numbers as the values we compute with', async () => {
    const [row] = await db.query(`SELECT
      '2026-03-02'::date AS date, '2026-03-02 09:00:00.123456-03'::timestamptz AS instant, '2026-03-02 12:00:00+00'::timestamptz AS whole,
      9007199254740991::bigint AS large, 12.50::numeric AS exact, count(*) AS count,
      ARRAY['2026-03-02'::date, NULL] AS dates, ARRAY['2026-03-02 12:00:00.5+00'::timestamptz] AS instants, ARRAY[1.10::numeric] AS exacts`);
    expect(row).toEqual({
      date: '2026-03-02',
      instant: '2026-03-02T12:00:00.123Z',
      whole: '2026-03-02T12:00:00.000Z',
      large: 9_007_199_254_740_991,
      exact: '12.50',
      count: 1,
      dates: ['2026-03-02', null],
      instants: ['2026-03-02T12:00:00.500Z'],
      exacts: ['1.10'],
    });
    await expect(db.query('SELECT 9007199254740993::bigint')).rejects.toThrow('beyond the safe range');
  });

  describe('in a transaction', () => {
    it('keeps all of it, or none', async () => {
      await withTransaction(db.dataSource, (client) => client.query(`INSERT INTO note VALUES (1, 'kept')`));
      const attempt = withTransaction(db.dataSource, async (client) => {
        await client.query(`INSERT INTO note VALUES (2, 'lost')`);
        throw new Error('on second thought');
      });
      await expect(attempt).rejects.toThrow('on second thought');
      await expect(db.query('SELECT n FROM note')).resolves.toEqual([{ n: 1 }]);
    });

    it('tells of a connection that broke between two statements, and goes on with another', async () => {
      const attempt = withTransaction(db.dataSource, async (client) => {
        const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        const broken = new Promise((resolve) => client.once('error', resolve));
        await killBackend(rows[0]?.pid ?? 0);
        await broken;
        await client.query('SELECT 1');
      });
      await expect(attempt).rejects.toThrow('connection error');
      await expect(db.query('SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
    });
  });

  it('survives the loss of its idle connections', async () => {
    const losses = new EventEmitter();
    const lost = once(losses, 'lost');
    const onConnectionLost = (error: Error): void => void losses.emit('lost', error);
    const dataSource = await createDataSource(db.appUrl, { poolSize: 2, onConnectionLost }).initialize();
    const [row] = await query<{ pid: number }>(dataSource, 'SELECT pg_backend_pid() AS pid');
    await killBackend(row?.pid ?? 0);
    await expect(lost).resolves.toMatchObject([{ message: expect.stringContaining('terminating connection') }]);
    await expect(query(dataSource, 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
    await dataSource.destroy();
  });
});

async function killBackend(pid: number): Promise<void> {
  const client = new Client({ connectionString: (await testServer()).url('administrator', 'postgres') });
  await client.connect();
  await client.query('SELECT pg_terminate_backend($1)', [pid]);
  await client.end();
}
