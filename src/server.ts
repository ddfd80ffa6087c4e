import { createServer } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DataSource } from 'typeorm';
import { createApp } from './app.module.js';
import { loadConfig } from './config.js';
import type { Config } from './config.js';
import { openUpToDate, seed } from './database-steps.js';
import { Clockwork } from './engine/clockwork.js';
import { Performer } from './engine/performer.js';
import { Relay } from './engine/relay.js';
import { TrainingClock } from './engine/training-clock.js';
import { openIdentity } from './identity/identity.js';
import { MovableClock, systemClock } from './platform/clock.js';
import { timeSortedIds } from './platform/ids.js';
import { createLog } from './platform/log.js';
import type { Log } from './platform/log.js';
import { seedHistory } from './history-step.js';
import { errorCode } from './platform/postgres/error-code.js';
import { openServerDatabase } from './platform/postgres/source.js';
import { openQueues } from './platform/queue.js';
import { seldom } from './platform/seldom.js';
import { startWorkers } from './workers.js';
import { PortBusy, banner, terminalLanguage } from './start-words.js';

/** A running server. */
export interface Server {
  /** Finishes what runs, then closes everything in the reverse order of its opening; the embedded database last. */
  stop(): Promise<void>;
}

/** Connections of the application; the gate of the engine keeps some of them free. */
const POOL_SIZE = 20;
/** What a request gets to end by itself once the server stops. */
const REQUEST_GRACE_MS = 5_000;

/** Starts everything the configuration asks for. What was opened before a failure is closed again. */
export async function startServer(env: NodeJS.ProcessEnv): Promise<Server> {
  const config = loadConfig(env);
  const log = createLog(config.logLevel);
  const opened = new Opened();
  try {
    const url = await open(config, log, opened);
    process.stdout.write(banner(config, url, terminalLanguage()));
    return { stop: () => opened.close() };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function open(config: Config, log: Log, opened: Opened): Promise<string> {
  const database = await openServerDatabase(config, tell);
  opened.add(() => database.close());
  // After the folder: a second server of one's own is told that, not that a stranger holds the port.
  await requireFreePort(config.port);
  const lost = seldom(5_000, (error: Error, times) => log.warn({ reason: error.message, code: errorCode(error), times }, 'database connection lost'));
  const mayMigrate = !config.production || config.databaseUrl === undefined;
  const dataSource = await openUpToDate({ source: database, mayMigrate, poolSize: POOL_SIZE, onConnectionLost: lost });
  opened.add(() => dataSource.destroy());
  if (!config.production) await seedCountry(dataSource, log);
  const queues = await openQueues({ databaseUrl: database.appUrl, redisUrl: config.redisUrl }, log);
  opened.add(() => queues.close());
  const identity = await openIdentity(config.identity, config.dataDir, systemClock);
  const clock = config.sandbox ? new MovableClock() : systemClock;
  const app = await createApp({ config, log, clock, newId: timeSortedIds(systemClock), dataSource, queues, identity });
  opened.add(() => closeApp(app));
  await app.get(TrainingClock, { strict: false })?.resume();
  await app.listen(config.port);
  if (config.role !== 'api') startWorkers({ queues, log, clockwork: app.get(Clockwork), relay: app.get(Relay), performer: app.get(Performer) });
  const url = `http://localhost:${portOf(app) ?? config.port}`;
  database.announce(portOf(app) ?? config.port);
  return url;
}

/** The demonstration country with its history. What cannot be told of it keeps nobody from working. */
async function seedCountry(dataSource: DataSource, log: Log): Promise<void> {
  await seed(dataSource);
  const { untold } = await seedHistory(dataSource);
  for (const { id, why } of untold) log.warn({ id, why }, 'history not told');
}

/** What was opened, to be closed the other way round. */
class Opened {
  readonly #closers: (() => Promise<void>)[] = [];
  #closing: Promise<void> | undefined;

  add(close: () => Promise<void>): void {
    this.#closers.unshift(close);
  }

  close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  /** Each is closed even where another fails: an embedded database left running would be worse than the fault. */
  async #closeAll(): Promise<void> {
    let fault: unknown;
    for (const close of this.#closers) {
      try {
        await close();
      } catch (error) {
        fault ??= error;
      }
    }
    if (fault !== undefined) throw fault;
  }
}

async function closeApp(app: NestExpressApplication): Promise<void> {
  const cut = setTimeout(() => app.getHttpServer().closeAllConnections(), REQUEST_GRACE_MS);
  await app.close();
  clearTimeout(cut);
}

function portOf(app: NestExpressApplication): number | undefined {
  const address = app.getHttpServer().address();
  return typeof address === 'object' && address !== null ? address.port : undefined;
}

/** A sentence instead of a stack where another program listens there. */
async function requireFreePort(port: number): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(errorCode(error) === 'EADDRINUSE' ? new PortBusy(port) : error));
    probe.listen(port, () => probe.close(() => resolve()));
  });
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
