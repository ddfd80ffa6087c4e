import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { DataSource } from 'typeorm';
import { migrate, seed } from '../../src/database-steps.js';
import { QueueBell } from '../../src/engine/bell.js';
import type { Catalogue } from '../../src/engine/catalogue.js';
import type { Clockwork } from '../../src/engine/clockwork.js';
import type { Engine } from '../../src/engine/engine.service.js';
import { Performer, Sender, type Outgoing } from '../../src/engine/performer.js';
import type { Judge } from '../../src/engine/ports.js';
import { Relay } from '../../src/engine/relay.js';
import { Tools } from '../../src/engine/tools.js';
import { assemble as assembleEngine } from '../../src/engine-assembly.js';
import { MovableClock } from '../../src/platform/clock.js';
import { createDataSource } from '../../src/platform/database.js';
import { Gate } from '../../src/platform/gate.js';
import { timeSortedIds } from '../../src/platform/ids.js';
import { createLog } from '../../src/platform/log.js';
import { openServerDatabase } from '../../src/platform/postgres/source.js';
import { openQueues, type Queues } from '../../src/platform/queue.js';
import { startWorkers } from '../../src/workers.js';
import { catalogue as workflows } from '../../workflows/catalogue.js';
import { opening, type Act, type Settings } from './story.js';

/**
 * The application without its web server, as a process of its own that tests may kill: the same engine, queues and workers,
 * told what to do by lines of JSON `{ id, call, with }` on standard input, and answering each by one line.
 */
const settings = JSON.parse(process.argv[2] ?? '{}') as Settings;
const log = createLog('warn', { write: (line) => void process.stderr.write(line) });

/** Sends into a file, a line for each message. */
class FileSender extends Sender {
  override send({ id }: Outgoing): Promise<null> {
    appendFileSync(settings.sent, `${id}\n`);
    return Promise.resolve(null);
  }
}

interface Host {
  readonly engine: Engine;
  readonly clock: MovableClock;
  readonly clockwork: Clockwork;
  readonly relay: Relay;
  readonly queues: Queues;
  readonly catalogue: Catalogue;
}

async function boot(): Promise<Host> {
  const tell = (line: string): void => log.warn(line);
  const source = settings.appUrl ? { appUrl: settings.appUrl } : await openServerDatabase({ dataDir: settings.dataDir }, tell);
  if ('migratorUrl' in source) await migrate(source);
  const dataSource = await createDataSource(source.appUrl, { poolSize: 20, onConnectionLost: (error) => log.warn(error.message) }).initialize();
  await seed(dataSource);
  const queues = await openQueues({ databaseUrl: source.appUrl, redisUrl: settings.redisUrl }, log);
  const host = assemble(dataSource, queues);
  startWorkers({ queues, log, clockwork: host.clockwork, relay: host.relay, performer: host.performer });
  say({ ready: source.appUrl });
  return host;
}

function assemble(dataSource: DataSource, queues: Queues): Host & { readonly performer: Performer } {
  const clock = new MovableClock();
  clock.stop(settings.now);
  const tools = new Tools(clock, timeSortedIds(clock), new Gate(16));
  const { engine, clockwork, catalogue, linked } = assembleEngine(dataSource, workflows, tools, new QueueBell(queues.clockwork, log));
  return { clock, catalogue, queues, engine, clockwork, relay: new Relay(dataSource, queues, tools), performer: new Performer(dataSource, new FileSender(), linked, tools) };
}

/** Powers have tests of their own. */
function judgeOf({ role, office, institution }: Pick<Act, 'role' | 'office' | 'institution'>): Judge {
  const official = `${office}.${institution}`;
  const judgement = { actor: { role, office, institution, official }, power: { kind: 'holder', office, institution, official, basis: 'test' }, source: 'own' } as const;
  return () => Promise.resolve(judgement);
}

type Calls = Readonly<Record<string, (host: Host, given: never) => Promise<unknown>>>;

const calls: Calls = {
  open: ({ engine, catalogue }, { caseId, key }: { caseId: string; key: string }) =>
    engine.open({ ...opening, id: caseId, definition: catalogue.latest('fndr-transfer')!, judge: judgeOf(opening), idempotency: { key, bodyHash: 'body' } }),
  send: ({ engine }, { caseId, key, act }: { caseId: string; key: string; act: Act }) =>
    engine.send({ caseId, type: act.type, data: act.data, recordedBy: `${act.office}.${act.institution}`, judge: judgeOf(act), idempotency: { key, bodyHash: 'body' } }),
  clock: ({ clock }, { now }: { now: string }) => Promise.resolve(clock.stop(now)),
  sweep: async ({ clockwork }) => {
    const { expired, failed } = await clockwork.sweep();
    return { expired, failed: failed.map(({ error }) => String(error)) };
  },
  relay: ({ relay }) => relay.run(),
  restore: ({ relay }) => relay.restore(),
  job: ({ queues }, { queue, name, data }: { queue: 'clockwork' | 'dispatches'; name: string; data: unknown }) => queues[queue].add(name, data),
};

async function answer(line: string): Promise<void> {
  const { id, call, with: given } = JSON.parse(line) as { id: number; call: string; with: never };
  try {
    say({ id, answer: (await calls[call](await host, given)) ?? null });
  } catch (error) {
    say({ id, error: String(error) });
  }
}

function say(said: object): void {
  process.stdout.write(`${JSON.stringify(said)}\n`);
}

const host = boot();
createInterface(process.stdin).on('line', (line) => void answer(line));
host.catch((error: unknown) => {
  process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
});
