import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMigrations } from '../../src/platform/database.js';
import { createLog } from '../../src/platform/log.js';
import { startEmbeddedPostgres } from '../../src/platform/postgres/embedded.js';
import type { EmbeddedPostgres } from '../../src/platform/postgres/embedded.js';
import { QueueUnavailable, openQueues } from '../../src/platform/queue.js';
import { migrateQueue } from '../../src/platform/queue-migrate.js';
import { Arrivals } from './queue-conformance.js';

/** A server of its own: the one the other tests share may not be stopped. */
describe('queue in a PostgreSQL that is restarted', () => {
  let dataDir: string;
  let server: EmbeddedPostgres;
  const start = (port?: number): Promise<EmbeddedPostgres> => startEmbeddedPostgres({ dataDir, log: () => undefined, durability: 'none', ...(port && { port }) });

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'convenio-outage-'));
    chmodSync(dataDir, 0o711);
    server = await start();
    await runMigrations(server.url('migrator'), server.url('app'));
    await migrateQueue(server.url('migrator'));
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true });
  });

  it('tells callers soon, does not burn the processor, and works on by itself', async () => {
    const reported: string[] = [];
    const log = createLog('warn', { write: (line) => void reported.push(line) });
    const queues = await openQueues({ databaseUrl: server.url('app') }, log);
    const seen = new Arrivals();
    queues.clockwork.process(seen.take, { concurrency: 4 });
    await queues.clockwork.add('before', {});
    await queues.clockwork.add('kept', {}, { id: 'kept', delayMs: 1_500 });
    await seen.count(1);

    await server.stop();
    const begun = performance.now();
    const cpu = process.cpuUsage();
    queues.clockwork.every('sweep', 500);
    await expect(queues.clockwork.add('lost', {})).rejects.toThrow(QueueUnavailable);
    expect(performance.now() - begun).toBeLessThan(2_500);
    await seen.count(3);
    const { user, system } = process.cpuUsage(cpu);
    expect((user + system) / 1000 / (performance.now() - begun)).toBeLessThan(0.5);

    server = await start(server.port);
    while (!seen.names.includes('kept')) await seen.count(seen.jobs.length + 1);
    await queues.clockwork.add('after', {});
    while (!seen.names.includes('after')) await seen.count(seen.jobs.length + 1);
    expect(reported.length).toBeLessThan(10);
    await queues.close();
  }, 60_000);
});
