import type { TestDatabase } from '../support/database.js';

/** Makes the database refuse every further journal line of a case; what it answers mends it. */
export async function journalFault(db: TestDatabase, caseId: string): Promise<() => Promise<void>> {
  await db.asMigrator(`ALTER TABLE journal ADD CONSTRAINT broken_journal CHECK (case_id <> '${caseId}' OR type <> 'participant.replaced') NOT VALID`);
  return async () => void (await db.asMigrator('ALTER TABLE journal DROP CONSTRAINT broken_journal'));
}
