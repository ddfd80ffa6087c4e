import { database } from '../support/database.js';
import { app, silentQueues } from './app.js';

const db = database();
const api = app(db);
let queueAnswers = true;
const shaky = app(db, { parts: { queues: { ...silentQueues, ping: () => (queueAnswers ? Promise.resolve() : Promise.reject(new Error('gone'))) } } });

describe('health', () => {
  it('says that the process lives', async () => {
    const response = await api.get('/health/live');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'live' });
  });

  it('is ready with a migrated database and a queue', async () => {
    const response = await api.get('/health/ready');
    expect([response.status, await response.json()]).toEqual([200, { status: 'ready', checks: { database: 'up', migrations: 'up', queue: 'up' } }]);
  });

  it('serves on without its queue, and says so', async () => {
    queueAnswers = false;
    const response = await shaky.get('/health/ready');
    expect([response.status, await response.json()]).toMatchObject([200, { status: 'degraded', checks: { queue: 'down' } }]);
  });

  it('is not ready when a migration of this build is missing', async () => {
    const removed = await db.asMigrator<{ name: string; timestamp: string }>(
      'DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations) RETURNING timestamp, name',
    );
    const response = await api.get('/health/ready');
    expect([response.status, await response.json()]).toMatchObject([503, { status: 'unready', checks: { migrations: 'behind' } }]);
    await db.asMigrator('INSERT INTO migrations (timestamp, name) VALUES ($1, $2)', [removed[0]?.timestamp, removed[0]?.name]);
  });

  it('shows metrics by route pattern', async () => {
    await api.get('/health/live');
    const text = await (await api.get('/metrics')).text();
    expect(text).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/health\/live",status="200"\} \d/);
    expect(text).toContain('process_resident_memory_bytes');
  });
});
