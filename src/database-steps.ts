import type { DataSource } from 'typeorm';
import { seedDemonstration } from './governance/demonstration/seed.js';
import { createDataSource, runMigrations } from './platform/database.js';
import { pendingMigrations } from './platform/health.js';
import { errorCode } from './platform/postgres/error-code.js';
import { StartupFault } from './platform/postgres/startup-fault.js';
import type { DatabaseSource } from './platform/postgres/source.js';
import { migrateQueue } from './platform/queue-migrate.js';

/** Brings the database and the queue's tables up to date. Does nothing when there is nothing to do. @returns what it applied. */
export async function migrate(source: Pick<DatabaseSource, 'appUrl' | 'migratorUrl'>): Promise<readonly string[]> {
  const applied = await runMigrations(source.migratorUrl, source.appUrl);
  await migrateQueue(source.migratorUrl);
  return applied;
}

export interface OpeningOptions {
  readonly source: Pick<DatabaseSource, 'appUrl' | 'migratorUrl'>;
  /** Whether this process may change the schema. In production that is a step of its own, by a login the server has not. */
  readonly mayMigrate: boolean;
  readonly poolSize: number;
  readonly onConnectionLost: (error: Error) => void;
}

/** The application's connections to a database that is known to be up to date. @throws StartupFault when it is not. */
export async function openUpToDate({ source, mayMigrate, poolSize, onConnectionLost }: OpeningOptions): Promise<DataSource> {
  if (mayMigrate) await migrateIfAllowed(source);
  const dataSource = createDataSource(source.appUrl, { poolSize, onConnectionLost });
  try {
    await dataSource.initialize();
    if ((await pendingMigrations(dataSource)) > 0) throw behind();
    return dataSource;
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    // The role every session runs as, or the list of migrations, is not there: nothing was ever migrated.
    if (['22023', '42P01', '28000', '42704'].includes(errorCode(error))) throw behind(error);
    throw error;
  }
}

/** The demonstration country; a second time changes nothing. */
export async function seed(dataSource: DataSource): Promise<void> {
  await seedDemonstration(dataSource);
}

/** A login that may not migrate is no fault while somebody else did. */
async function migrateIfAllowed(source: Pick<DatabaseSource, 'appUrl' | 'migratorUrl'>): Promise<void> {
  try {
    await migrate(source);
  } catch (error) {
    if (errorCode(error) !== '42501') throw error;
  }
}

function behind(cause?: unknown): StartupFault {
  return new StartupFault(
    'La base de datos no está al día: ejecute "npm run -s convenio -- migrate" con MIGRATION_DATABASE_URL.',
    'The database is not up to date: run "npm run -s convenio -- migrate" with MIGRATION_DATABASE_URL.',
    { cause },
  );
}
