import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApp } from '../../src/app.module.js';
import type { Parts } from '../../src/parts.js';
import { loadConfig } from '../../src/config.js';
import { seedDemonstration } from '../../src/governance/demonstration/seed.js';
import { openIdentity } from '../../src/identity/identity.js';
import type { Identity } from '../../src/identity/identity.js';
import { MovableClock, systemClock } from '../../src/platform/clock.js';
import { timeSortedIds } from '../../src/platform/ids.js';
import { createLog } from '../../src/platform/log.js';
import type { JobQueue, Queues } from '../../src/platform/queue.js';
import type { TestDatabase } from '../support/database.js';

type Headers = Readonly<Record<string, string>>;

export interface TestApp {
  readonly url: string;
  readonly nest: NestExpressApplication;
  /** The clock legal time runs on. */
  readonly clock: MovableClock;
  readonly identity: Identity;
  /** What was logged, one object a line. */
  readonly logged: readonly Readonly<Record<string, unknown>>[];
  /** The headers of a signed-in official. */
  as(username: string): Promise<Headers>;
  get(path: string, headers?: Headers): Promise<Response>;
  /** @param body text is sent as it is, anything else as JSON. */
  post(path: string, body: unknown, headers?: Headers): Promise<Response>;
}

export interface Choices {
  readonly env?: Readonly<Record<string, string>>;
  readonly parts?: Partial<Parts>;
}

/** Nobody works in these tests, and nobody is woken: rows tell what happened. */
const silentQueue: JobQueue = {
  add: () => Promise.resolve(),
  process: () => undefined,
  every: () => undefined,
  deadLetters: () => Promise.resolve([]),
  ping: () => Promise.resolve(),
  close: () => Promise.resolve(),
};
export const silentQueues: Queues = { ...silentQueue, kind: 'postgres', clockwork: silentQueue, dispatches: silentQueue };

type Running = TestApp & { stop(): Promise<void> };

/** The application on a port of its own, over real HTTP, with the demonstration country in the given test database. Call it at the top of a file. */
export function app(database: TestDatabase, choices: Choices = {}): TestApp {
  let running: Running;
  beforeAll(async () => {
    running = await start(database, choices);
  }, 60_000);
  afterAll(() => running.stop());
  return {
    get url() { return running.url; },
    get nest() { return running.nest; },
    get clock() { return running.clock; },
    get identity() { return running.identity; },
    get logged() { return running.logged; },
    as: (username) => running.as(username),
    get: (path, headers) => running.get(path, headers),
    post: (path, body, headers) => running.post(path, body, headers),
  };
}

async function start(database: TestDatabase, { env, parts }: Choices): Promise<Running> {
  const dataDir = mkdtempSync(join(tmpdir(), 'convenio-app-'));
  const config = loadConfig({ CONVENIO_DATA_DIR: dataDir, PORT: '0', ...env });
  const clock = new MovableClock();
  const logged: Readonly<Record<string, unknown>>[] = [];
  const identity = await openIdentity(config.identity, dataDir, systemClock);
  await seedDemonstration(database.dataSource);
  const nest = await createApp({
    config, clock, identity,
    log: createLog('debug', { write: (line) => void logged.push(JSON.parse(line)) }),
    newId: timeSortedIds(systemClock),
    dataSource: database.dataSource,
    queues: silentQueues,
    ...parts,
  });
  await nest.listen(0, '127.0.0.1');
  const url = await nest.getUrl();
  return {
    url, nest, clock, identity, logged,
    as: async (username) => ({ authorization: `Bearer ${await identity.local?.tokenFor(username)}` }),
    get: (path, headers = {}) => fetch(url + path, { headers, redirect: 'manual' }),
    post: (path, body, headers = {}) =>
      fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    async stop() {
      await nest.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}
