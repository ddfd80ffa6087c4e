import type { QueryResultRow } from 'pg';
import type { Participant } from '../../kit/index.js';
import type { SqlClient } from '../../platform/database.js';
import type { CaseState, DeadlineRow, Envelope, StepRow } from '../core/case-state.js';

/** A case as read for an event: what `decide` needs, and what the next journal line is chained to. */
export interface StoredCase {
  readonly id: string;
  readonly number: string;
  readonly workflow: string;
  readonly version: number;
  readonly title: string;
  readonly territory: string | null;
  readonly region: string | null;
  readonly openedOn: string;
  readonly flags: readonly string[];
  readonly headHash: string;
  readonly state: CaseState;
  /** What an earlier event with the same idempotency key was. */
  readonly remembered: { readonly bodyHash: string; readonly seq: number } | null;
}

interface Row extends QueryResultRow {
  id: string; number: string; workflow: string; version: number; title: string; territory: string | null; region: string | null;
  status: 'open' | 'closed'; outcome: string | null; seq: number; envelope: Envelope; participants: Participant[]; since: string; opened_on: string;
  last_on: string; last_expiry_on: string | null; flags: string[]; head_hash: string;
  deadlines: DeadlineRow[] | null; steps: StepRow[] | null; remembered: { bodyHash: string; seq: number } | null;
}

const columns = /* sql */ `
  c.id, c.number, c.workflow, c.version, c.title, c.territory, c.region, c.status, c.outcome, c.seq, c.envelope, c.participants, c.since, c.opened_on,
  c.last_on, c.last_expiry_on, c.flags, c.head_hash,
  (SELECT json_agg(d.row ORDER BY d.started_seq, d.name, d.subject) FROM deadline d WHERE d.case_id = c.id) AS deadlines,
  (SELECT json_agg(s.row ORDER BY s.started_seq, s.id) FROM step s WHERE s.case_id = c.id) AS steps`;

const lockSql = 'SELECT * FROM lock_case($1, $2, $3)';
const readSql = /* sql */ `SELECT ${columns}, NULL::json AS remembered FROM cases c WHERE c.id = $1`;

/** Locks a case for the length of the transaction and reads it as it stands then, in one round trip; null when there is none. */
export async function lockCase(client: SqlClient, id: string, remembered: { readonly scope: string; readonly key: string } = { scope: '', key: '' }): Promise<StoredCase | null> {
  const { rows } = await client.query<Row>({ name: 'lock-case', text: lockSql, values: [id, remembered.scope, remembered.key] });
  return rows[0] ? storedCase(rows[0]) : null;
}

/** Reads a case without a lock; null when there is none. */
export async function readCase(client: Pick<SqlClient, 'query'>, id: string): Promise<StoredCase | null> {
  const { rows } = await client.query<Row>({ name: 'read-case', text: readSql, values: [id] });
  return rows[0] ? storedCase(rows[0]) : null;
}

function storedCase(row: Row): StoredCase {
  const { id, number, workflow, version, title, territory, region, status, outcome, seq, envelope, participants, since, flags } = row;
  return {
    id, number, workflow, version, title, territory, region, flags, openedOn: row.opened_on, headHash: row.head_hash, remembered: row.remembered,
    state: {
      seq, status, outcome, envelope, since, participants, lastOn: row.last_on, lastExpiryOn: row.last_expiry_on,
      steps: row.steps ?? [], deadlines: row.deadlines ?? [],
    },
  };
}
