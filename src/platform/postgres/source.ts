import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from './cluster.js';
import { Presence } from './presence.js';

/** Which database to use: the one named, or else the embedded server of the data folder. */
export interface DatabasePlace {
  /** DATABASE_URL: the application's login. */
  readonly databaseUrl?: string | undefined;
  /** MIGRATION_DATABASE_URL: the login that owns the tables; the application's when not given. */
  readonly migrationDatabaseUrl?: string | undefined;
  /** CONVENIO_DATA_DIR. */
  readonly dataDir: string;
}

/** A database in reach of this process. */
export interface DatabaseSource {
  readonly appUrl: string;
  readonly migratorUrl: string;
  /** Close every connection first: the last process out stops the embedded server. */
  close(): Promise<void>;
}

export interface ServerDatabase extends DatabaseSource {
  /** Writes `running.json` (0600) into the data folder, once the server listens; removed by `close`. */
  announce(httpPort: number): void;
}

/** For the server. @throws StartupFault when another server runs on the same data folder. */
export async function openServerDatabase(place: DatabasePlace, log: Log): Promise<ServerDatabase> {
  if (place.databaseUrl) return { ...external(place.databaseUrl, place), announce: () => undefined };
  const presence = await Presence.join('server', place.dataDir, log);
  const file = join(place.dataDir, 'running.json');
  return {
    ...embedded(presence),
    announce(http) {
      const { port, pid } = presence.server;
      writePrivate(file, { pid: process.pid, ports: { http, postgres: port }, postgresPid: pid, startedAt: new Date().toISOString() });
    },
    async close() {
      removeOwn(file);
      await presence.leave();
    },
  };
}

/** For a command: joins a running server's database, or starts it until `close`. */
export async function openCommandDatabase(place: DatabasePlace, log: Log): Promise<DatabaseSource> {
  if (place.databaseUrl) return external(place.databaseUrl, place);
  return embedded(await Presence.join('command', place.dataDir, log));
}

function external(appUrl: string, { migrationDatabaseUrl }: DatabasePlace): DatabaseSource {
  return { appUrl, migratorUrl: migrationDatabaseUrl ?? appUrl, close: () => Promise.resolve() };
}

function embedded(presence: Presence): DatabaseSource {
  const { server } = presence;
  return { appUrl: server.url('app'), migratorUrl: server.url('migrator'), close: () => presence.leave() };
}

function writePrivate(file: string, content: object): void {
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, `${JSON.stringify(content)}\n`, { mode: 0o600 });
  renameSync(aside, file);
}

/** A process that was killed left its file; the one after it may have written its own. */
function removeOwn(file: string): void {
  try {
    if (JSON.parse(readFileSync(file, 'utf8')).pid === process.pid) rmSync(file);
  } catch {
    // It was never written, or is gone.
  }
}
