import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { APP_ROLE } from './postgres/bootstrap.js';

/** Schema of BullMQ's tables. */
export const QUEUE_SCHEMA = 'bullmq';

/**
 * Brings BullMQ's own tables up to date, as the migrator; part of `migrate`, also where Redis is used, so that going back
 * to PostgreSQL is a matter of one variable. CREATE on the schema: the first job of a queue makes that queue's sequence.
 */
export async function migrateQueue(migratorUrl: string): Promise<void> {
  const client = new Client({ connectionString: migratorUrl, application_name: 'convenio migrations' });
  await client.connect();
  try {
    await runMigrations(client, QUEUE_SCHEMA);
    await client.query(`
      GRANT USAGE, CREATE ON SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE};
      GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE};
    `);
  } finally {
    await client.end();
  }
}
