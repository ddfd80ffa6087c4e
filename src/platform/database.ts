import type pg from 'pg';
import { DataSource, type Logger } from 'typeorm';
import { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { migrations } from '../../migrations/list.js';
import { APP_ROLE } from './postgres/bootstrap.js';
import { errorCode } from './postgres/error-code.js';
import { valueTypes } from './postgres/value-types.js';

/** One connection, for the length of a transaction; takes parameterised SQL, and named statements for what runs often. */
export type SqlClient = pg.PoolClient;

export interface DataSourceOptions {
  /** Connections at most; they are opened when needed. */
  readonly poolSize: number;
  /** Entity classes; the engine's own tables have none. */
  readonly entities?: readonly Function[];
  /** Told when an idle connection breaks. The pool makes a new one by itself. */
  readonly onConnectionLost?: (error: Error) => void;
}

const SECOND = 1_000;

/**
 * The application's connections (not yet open: call `initialize()`, or hand it to Nest).
 *
 * Every session runs as the role `convenio_app_role`, whichever login opened it, so what the migrations withhold from that
 * role (UPDATE and DELETE on the journal) is withheld from the application even where one login both migrates and serves.
 * With two logins, as in the embedded server, the login itself has no other rights either. Sessions keep UTC, and give up
 * a statement, or a transaction left open, after 30 seconds.
 */
export function createDataSource(appUrl: string, options: DataSourceOptions): DataSource {
  const settings = { role: APP_ROLE, timezone: 'UTC', statement_timeout: '30s', idle_in_transaction_session_timeout: '30s', jit: 'off' };
  return new DataSource({
    type: 'postgres',
    url: appUrl,
    applicationName: 'convenio',
    entities: [...(options.entities ?? [])],
    synchronize: false,
    installExtensions: false,
    connectTimeoutMS: 10 * SECOND,
    poolSize: options.poolSize,
    poolErrorHandler: options.onConnectionLost ?? (() => undefined),
    extra: { types: valueTypes, keepAlive: true, idleTimeoutMillis: 60 * SECOND, options: startupOptions(settings) },
  });
}

/**
 * Runs `work` between BEGIN and COMMIT on one connection; when it throws, ROLLBACK and the same error. A connection that
 * broke is thrown away, not given back. When the COMMIT itself loses the connection, nobody knows whether it happened:
 * repeat with the same idempotency key.
 */
export async function withTransaction<Result>(dataSource: DataSource, work: (client: SqlClient) => Promise<Result>): Promise<Result> {
  const client = await poolOf(dataSource).connect();
  let broken: Error | undefined;
  const noteBroken = (error: Error): void => void (broken = error);
  // Without a listener, a connection that breaks between two statements would end the process.
  client.on('error', noteBroken);
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(noteBroken);
    throw error;
  } finally {
    client.off('error', noteBroken);
    client.release(broken);
  }
}

/** One statement in its own transaction, on any free connection; its rows. */
export async function query<Row extends pg.QueryResultRow>(dataSource: DataSource, sql: string, params: readonly unknown[] = []): Promise<Row[]> {
  const { rows } = await poolOf(dataSource).query<Row>(sql, [...params]);
  return rows;
}

/**
 * Brings the database up to date, as the migrator, and lets the application's login take its role. Runs once at a time
 * over all processes, and does nothing when there is nothing to do.
 */
export async function runMigrations(migratorUrl: string, appUrl: string): Promise<readonly string[]> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: migratorUrl,
    applicationName: 'convenio migrations',
    installExtensions: false,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    logger: SILENT,
    poolSize: 2,
    extra: { types: valueTypes, options: startupOptions({ timezone: 'UTC' }) },
  });
  await dataSource.initialize();
  const lock = await poolOf(dataSource).connect();
  try {
    await lock.query('SELECT pg_advisory_lock(7301, 2)');
    const done = await dataSource.runMigrations();
    await admit(lock, new URL(appUrl).username || new URL(migratorUrl).username);
    return done.map(({ name }) => name);
  } finally {
    lock.release(true);
    await dataSource.destroy();
  }
}

/** TypeORM writes on standard output, which belongs to a command's results; what fails is thrown, too. */
const SILENT: Logger = { log: ignore, logQuery: ignore, logQueryError: ignore, logQuerySlow: ignore, logSchemaBuild: ignore, logMigration: ignore };

function ignore(): void {}

/** Since PostgreSQL 16 not even the login that made a role may take it without this grant. */
async function admit(client: SqlClient, login: string): Promise<void> {
  const name = decodeURIComponent(login);
  const kind = "CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END";
  const { rows } = await client.query<{ may: boolean }>(`SELECT pg_has_role($1::name, $2::name, ${kind}) AS may`, [name, APP_ROLE]);
  if (rows[0]?.may) return;
  try {
    await client.query(`GRANT ${APP_ROLE} TO ${client.escapeIdentifier(name)}`);
  } catch (cause) {
    if (errorCode(cause) !== '42501') throw cause;
    throw new Error(`as administrator of the database run: GRANT ${APP_ROLE} TO ${client.escapeIdentifier(name)};`, { cause });
  }
}

function poolOf(dataSource: DataSource): pg.Pool {
  const { driver } = dataSource;
  if (!(driver instanceof PostgresDriver)) throw new TypeError('not a PostgreSQL data source');
  return driver.master;
}

function startupOptions(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}
