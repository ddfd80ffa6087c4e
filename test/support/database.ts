import { randomBytes } from 'node:crypto';
import { Client, type QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource, query, runMigrations } from '../../src/platform/database.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/postgres/embedded.js';
import { errorCode } from '../../src/platform/postgres/error-code.js';

/** A migrated database that belongs to one test file. */
export interface TestDatabase {
  readonly appUrl: string;
  readonly migratorUrl: string;
  /** Open, as the application sees it. */
  readonly dataSource: DataSource;
  /** As the application. */
  query<Row extends QueryResultRow>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** As the owner of the tables: what the application may not do. */
  asMigrator<Row extends QueryResultRow>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
}

const TEMPLATE = 'convenio_template';

/**
 * Gives this test file (or `describe`) a database of its own, a clone of the migrated template; call it at the top, use
 * what it returns inside tests. Dropped at the end unless CONVENIO_KEEP_TEST_DB is set.
 *
 * All files of one Jest run share a server. The first file that asks starts it, so pure specs never pay for one.
 */
export function database(): TestDatabase {
  let opened: TestDatabase & { close(): Promise<void> };
  beforeAll(async () => {
    opened = await cloneTemplate();
  }, 60_000);
  afterAll(() => opened.close());
  return {
    get appUrl() {
      return opened.appUrl;
    },
    get migratorUrl() {
      return opened.migratorUrl;
    },
    get dataSource() {
      return opened.dataSource;
    },
    query: (sql, params) => opened.query(sql, params),
    asMigrator: (sql, params) => opened.asMigrator(sql, params),
  };
}

/** The server that all test files of this run share. */
export async function testServer(): Promise<EmbeddedPostgres> {
  const dataDir = process.env['CONVENIO_TEST_DIR'];
  if (!dataDir) throw new Error('CONVENIO_TEST_DIR is not set: is globalSetup in the Jest configuration?');
  return startEmbeddedPostgres({ dataDir, durability: 'none', log: () => undefined });
}

async function cloneTemplate(): Promise<TestDatabase & { close(): Promise<void> }> {
  const server = await testServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withClient(server.url('migrator', 'postgres'), async (client) => {
    await prepareTemplate(client, server);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  });
  const appUrl = server.url('app', name);
  const migratorUrl = server.url('migrator', name);
  const dataSource = await createDataSource(appUrl, { poolSize: 20 }).initialize();
  return {
    appUrl,
    migratorUrl,
    dataSource,
    query: (sql, params) => query(dataSource, sql, params),
    asMigrator: (sql, params) => withClient(migratorUrl, async (client) => (await client.query(sql, [...(params ?? [])])).rows),
    async close() {
      await dataSource.destroy();
      if (process.env['CONVENIO_KEEP_TEST_DB']) return;
      await withClient(server.url('migrator', 'postgres'), (client) => drop(client, name));
    },
  };
}

/** FORCE may not end an autovacuum that happens to look at the database; without FORCE the server sends that away itself. */
async function drop(client: Client, name: string): Promise<void> {
  try {
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  } catch (error) {
    if (errorCode(error) !== '42501') throw error;
    await client.query(`DROP DATABASE ${name}`);
  }
}

/** The first to come migrates it; the others wait. */
async function prepareTemplate(client: Client, server: EmbeddedPostgres): Promise<void> {
  await client.query('SELECT pg_advisory_lock(7301, 3)');
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1 AND datistemplate', [TEMPLATE]);
  if (rowCount === 0) {
    await client.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
    await runMigrations(server.url('migrator', TEMPLATE), server.url('app', TEMPLATE));
    await client.query(`ALTER DATABASE ${TEMPLATE} IS_TEMPLATE true`);
  }
  await client.query('SELECT pg_advisory_unlock(7301, 3)');
}

async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
