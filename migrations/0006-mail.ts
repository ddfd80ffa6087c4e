import { sqlMigration } from './sql-migration.js';

/** Where an official is written to; without an address nothing is sent, and the dispatch says so. */
export const mail = sqlMigration(6, 'mail', /* sql */ `
  ALTER TABLE official ADD COLUMN email text CHECK (email ~ '^[^@[:space:]]+@[^@[:space:]]+$');
`);
