import { createLog } from '../../src/platform/log.js';
import { openQueues } from '../../src/platform/queue.js';
import { migrateQueue } from '../../src/platform/queue-migrate.js';
import { database } from '../support/database.js';
import { conformance } from './queue-conformance.js';

const db = database();
const log = createLog('silent');

describe('queue in PostgreSQL', () => {
  it('says so where its tables are missing', async () => {
    await expect(openQueues({ databaseUrl: db.appUrl }, log)).rejects.toThrow('not initialized');
  });

  describe('once migrated', () => {
    beforeAll(() => migrateQueue(db.migratorUrl));
    beforeEach(async () => void (await db.asMigrator('DELETE FROM bullmq.job')));
    conformance({
      open: () => openQueues({ databaseUrl: db.appUrl }, log),
      async dueOf(id) {
        const rows = await db.asMigrator<{ due: string }>('SELECT process_at_ms AS due FROM bullmq.job WHERE id = $1', [id]);
        return Number(rows[0]?.due);
      },
    });

    it('is migrated again without harm', async () => {
      await expect(migrateQueue(db.migratorUrl)).resolves.toBeUndefined();
    });
  });
});
