import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { createDataSource, query, withTransaction } from '../../../src/platform/database.js';
import { type DatabaseSource, openCommandDatabase, openServerDatabase } from '../../../src/platform/postgres/source.js';
import { StartupFault } from '../../../src/platform/postgres/startup-fault.js';

/**
 * Stands for the application in tests that kill it: `process.ts server|command <data folder>`. Says on standard output what
 * it has done, one word a line, and diagnostics on standard error.
 */
const [, , part, dataDir = ''] = process.argv;
const say = (line: string | number): void => void process.stdout.write(`${line}\n`);
const log = (line: string): void => void process.stderr.write(`${line}\n`);

/** Writes numbers, each in a transaction, and says each that committed, until Ctrl-C. */
async function serve(): Promise<void> {
  const stop = new AbortController();
  process.on('SIGINT', () => stop.abort());
  const source = await openServerDatabase({ dataDir }, log);
  await createTable(source);
  const app = await createDataSource(source.appUrl, { poolSize: 2 }).initialize();
  source.announce(65_000);
  let next = (await highest(source)) + 1;
  say('ready');
  while (!stop.signal.aborted) {
    const number = next;
    try {
      await withTransaction(app, async (client) => {
        await client.query('INSERT INTO line VALUES ($1)', [number]);
        await client.query('SELECT pg_sleep(0.002)');
      });
      say(number);
    } catch {
      say('lost');
      await pause(20);
    }
    next = number + 1;
  }
  await app.destroy();
  await source.close();
  say('closed');
}

/** Opens the database, and closes it when its standard input ends. */
async function command(): Promise<void> {
  process.on('SIGINT', () => undefined);
  const source = await openCommandDatabase({ dataDir }, log);
  await createTable(source);
  say('ready');
  process.stdin.resume();
  await once(process.stdin, 'end');
  say(await highest(source));
  await source.close();
  say('closed');
}

async function createTable({ migratorUrl }: DatabaseSource): Promise<void> {
  const client = new Client({ connectionString: migratorUrl });
  await client.connect();
  await client.query('SELECT pg_advisory_lock(1)');
  await client.query('CREATE TABLE IF NOT EXISTS line (n int PRIMARY KEY); GRANT SELECT, INSERT ON line TO convenio_app_role');
  await client.end();
}

async function highest({ appUrl }: DatabaseSource): Promise<number> {
  const app = await createDataSource(appUrl, { poolSize: 1 }).initialize();
  const [row] = await query<{ n: number }>(app, 'SELECT coalesce(max(n), 0) AS n FROM line');
  await app.destroy();
  return row?.n ?? 0;
}

(part === 'server' ? serve() : command()).catch((error: unknown) => {
  log(error instanceof StartupFault ? error.message : String(error instanceof Error ? error.stack : error));
  process.exitCode = 1;
});
