import type { SqlClient } from '../../platform/database.js';
import { leafPaths } from '../core/kernel.js';
import { partsOf, statementOf, type CaseChange, type Part } from './case-change.js';

/** Writes a change of a case that the transaction has locked: snapshot, journal and all that is derived, in one round trip. */
export async function saveCase(client: SqlClient, change: CaseChange): Promise<void> {
  if (change.lines.length === 0) return;
  await client.query(statementOf(change.id, [saved(change), ...partiesOf(change), ...partsOf(change)]));
}

/** Who takes part seldom changes: only when a competence changes hands, and then in its rows, too. */
function partiesOf({ before, after }: CaseChange): readonly Part[] {
  if (before === null || before.participants === after.participants) return [];
  return [{ name: 'parties', sql: partiesSql, values: [JSON.stringify(after.participants)] }];
}

function saved({ before, after, lines, amount, flags, recordedAt }: CaseChange): Part {
  const values = [
    after.status, leafPaths(after.envelope.value), after.outcome, after.seq, JSON.stringify(after.envelope), after.since, after.lastOn, after.lastExpiryOn,
    amount, flags, lines.at(-1)?.chained.hash, recordedAt, before?.participants === after.participants ? null : JSON.stringify(after.participants),
    after.envelope.version,
  ];
  return { name: 'save-case', sql: savedSql, values };
}

const savedSql = (): string => /* sql */ `saved AS (
    UPDATE cases SET status = $2, state = $3, outcome = $4, seq = $5, envelope = $6, since = $7, last_on = $8, last_expiry_on = $9,
      amount = $10, flags = $11, head_hash = $12, recorded_at = $13, participants = coalesce($14, participants), version = $15
    WHERE id = $1
  )`;

const partiesSql = (at: number): string => /* sql */ `parties AS (SELECT role, institution, party FROM jsonb_to_recordset($${at}::jsonb) AS p (role text, institution text, party boolean)),
  left_parties AS (DELETE FROM participant WHERE case_id = $1 AND (role, institution) NOT IN (SELECT role, institution FROM parties)),
  new_parties AS (INSERT INTO participant (case_id, role, institution, party) SELECT $1, role, institution, party FROM parties ON CONFLICT DO NOTHING)`;

const dropRowsSql = /* sql */ `
  WITH d AS (DELETE FROM deadline WHERE case_id = $1), s AS (DELETE FROM step WHERE case_id = $1), t AS (DELETE FROM task WHERE case_id = $1) SELECT`;

/** Before a rectification replaces them: deadlines, steps and tasks of a case are derived from its journal, and may be made anew. */
export async function dropDerivedRows(client: SqlClient, id: string): Promise<void> {
  await client.query(dropRowsSql, [id]);
}
