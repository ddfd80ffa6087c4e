import { Redis } from 'ioredis';
import { database } from '../support/database.js';
import { describeWithRedis } from '../support/redis.js';
import { migrateQueue } from '../../src/platform/queue-migrate.js';
import { Hosts } from './host-process.js';
import { invariants } from './invariants.js';
import { Load } from './load.js';
import { settle } from './settle.js';
import { AFTER_CORE } from './story.js';

describeWithRedis('jobs in Redis', (redis) => {
  const db = database();
  let hosts: Hosts;
  afterEach(() => hosts.end());

  it('flushed under load, again and again: rows are made into jobs anew', async () => {
    await migrateQueue(db.migratorUrl);
    hosts = new Hosts({ appUrl: db.appUrl, redisUrl: redis.url });
    const host = await hosts.start();
    const load = new Load(() => host, 8);
    const client = new Redis(redis.url);
    for (let flushes = 0; flushes < 4; flushes += 1) {
      await load.progress(60);
      await client.flushall();
    }
    await load.finish();
    await client.flushall();
    client.disconnect();
    await settle(host, db.dataSource, AFTER_CORE);
    expect(await invariants(db.dataSource, load.acknowledged, AFTER_CORE)).toMatchObject({ faults: [] });
    await eachSentOnce();
  }, 60_000);

  it('stopped under load: commands are answered without it, and what waited is done when it is back', async () => {
    hosts = new Hosts({ appUrl: db.appUrl, redisUrl: redis.url });
    const host = await hosts.start();
    const load = new Load(() => host, 8);
    await load.progress(60);
    await redis.stop();
    const before = load.repeated;
    await load.progress(150);
    // Nobody who sends an event waits for the bell, or sees that there is none.
    expect(load.repeated).toBe(before);
    await redis.start();
    await load.progress(40);
    await load.finish();
    await settle(host, db.dataSource, AFTER_CORE);
    expect(await invariants(db.dataSource, load.acknowledged, AFTER_CORE)).toMatchObject({ faults: [] });
    await eachSentOnce();
  }, 60_000);

  /** No worker died: nothing had to be sent again. */
  async function eachSentOnce(): Promise<void> {
    const rows = await db.query<{ id: string }>('SELECT id FROM dispatch');
    const ids = new Set(rows.map(({ id }) => id));
    const mine = hosts.sent;
    expect(new Set(mine).size).toBe(mine.length);
    expect(mine.every((id) => ids.has(id))).toBe(true);
  }
});
