import type { SqlClient } from '../../platform/database.js';
import type { ChainedLine, JournalLine } from '../core/journal-line.js';

/** A case's journal as it was written, first line first. */
export async function readJournal(client: Pick<SqlClient, 'query'>, caseId: string): Promise<readonly ChainedLine[]> {
  const { rows } = await client.query<{ seq: number; text: string; previous_hash: string; hash: string }>({
    name: 'read-journal', text: 'SELECT seq, text, previous_hash, hash FROM journal WHERE case_id = $1 ORDER BY seq', values: [caseId],
  });
  return rows.map(({ seq, text, previous_hash: previousHash, hash }) => ({ seq, text, previousHash, hash }));
}

/** A line as it was recorded. */
export function lineOf({ text }: ChainedLine): JournalLine {
  return JSON.parse(text) as JournalLine;
}
