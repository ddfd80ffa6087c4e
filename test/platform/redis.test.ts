import { Redis } from 'ioredis';
import { describeWithRedis } from '../support/redis.js';

describeWithRedis('the Redis of a test file', (redis) => {
  it('is empty, and comes back at the same address after an outage', async () => {
    const client = new Redis(redis.url, { retryStrategy: () => 10 });
    client.on('error', () => undefined);
    await client.set('key', 'value');
    await redis.stop();
    await redis.start();
    await expect(client.get('key')).resolves.toBeNull();
    client.disconnect();
  });
});
