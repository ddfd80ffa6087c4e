import type { SqlClient } from '../platform/database.js';
import { plainLetters } from './store/insert-case.js';

/** Makes a case known under further identifiers: numbers of acts that came after its opening. One it has already changes nothing. */
export async function addIdentifiers(client: SqlClient, caseId: string, identifiers: readonly { readonly scheme: string; readonly value: string }[]): Promise<void> {
  for (const { scheme, value } of identifiers) {
    const { rowCount } = await client.query('INSERT INTO identifier (case_id, scheme, value) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [caseId, scheme, value]);
    if (rowCount) await client.query(`UPDATE cases SET search = search || ' ' || $2 WHERE id = $1`, [caseId, plainLetters(value)]);
  }
}
