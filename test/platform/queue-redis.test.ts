import { Redis } from 'ioredis';
import { createLog } from '../../src/platform/log.js';
import { QueueUnavailable, openQueues } from '../../src/platform/queue.js';
import type { Queues } from '../../src/platform/queue.js';
import { describeWithRedis } from '../support/redis.js';
import { Arrivals, conformance } from './queue-conformance.js';

const log = createLog('silent');

describeWithRedis('queue in Redis', (redis) => {
  const open = (): Promise<Queues> => openQueues({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none', redisUrl: redis.url }, log);
  const asking = async <Answer>(ask: (client: Redis) => Promise<Answer>): Promise<Answer> => {
    const client = new Redis(redis.url);
    try {
      return await ask(client);
    } finally {
      client.disconnect();
    }
  };
  const flush = (): Promise<string> => asking((client) => client.flushall());
  beforeEach(flush);

  describe('while it runs', () => {
    conformance({
      open,
      // BullMQ keeps the due time in the score, above twelve bits of order.
      dueOf: (id) => asking(async (client) => Math.floor(Number(await client.zscore('bull:clockwork:delayed', id)) / 0x1000)),
    });
  });

  describe('when Redis is lost', () => {
    let queues: Queues;
    beforeEach(async () => {
      queues = await open();
    });
    afterEach(async () => {
      await queues.close(200);
      await redis.stop();
      await redis.start();
    });

    it('works on after it was flushed', async () => {
      const seen = new Arrivals();
      queues.clockwork.process(seen.take, { concurrency: 1 });
      queues.clockwork.every('sweep', 200);
      await seen.count(1);
      await flush();
      const before = seen.jobs.length;
      await queues.clockwork.add('after-flush', {});
      await seen.count(before + 3);
      expect(seen.names).toContain('after-flush');
      expect(seen.names.slice(before)).toContain('sweep');
    });

    it('tells callers soon, keeps the sweep going, and works on when it is back', async () => {
      const seen = new Arrivals();
      queues.clockwork.process(seen.take, { concurrency: 1 });
      await queues.clockwork.add('before', {});
      await seen.count(1);
      await redis.stop();
      const start = performance.now();
      await expect(queues.clockwork.add('lost', {})).rejects.toThrow(QueueUnavailable);
      await expect(queues.ping()).rejects.toThrow(QueueUnavailable);
      expect(performance.now() - start).toBeLessThan(4_500);
      queues.clockwork.every('sweep', 100);
      await seen.count(3);
      expect(seen.jobs.slice(1).map((job) => job.id)).toEqual(['every-sweep', 'every-sweep']);
      await redis.start();
      await addWhenBack(queues, 'back');
      while (!seen.names.includes('back')) await seen.count(seen.jobs.length + 1);
    }, 30_000);

    it('can be started and closed without it', async () => {
      await redis.stop();
      const early = await open();
      const seen = new Arrivals();
      early.clockwork.process(seen.take, { concurrency: 1 });
      await expect(early.clockwork.add('lost', {})).rejects.toThrow(QueueUnavailable);
      const start = performance.now();
      await early.close();
      expect(performance.now() - start).toBeLessThan(2_500);
    }, 30_000);
  });
});

/** The connection comes back by itself within its own pauses; each try waits for at most two seconds. */
async function addWhenBack(queues: Queues, name: string): Promise<void> {
  for (;;) {
    try {
      return await queues.clockwork.add(name, {});
    } catch (error) {
      if (!(error instanceof QueueUnavailable)) throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    }
  }
}
