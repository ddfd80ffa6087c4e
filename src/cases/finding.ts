import type { DataSource } from 'typeorm';
import { query } from '../platform/database.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id of a case named by its id or its number; null when there is none. For whoever may see all, such as a command. */
export async function findCase(dataSource: DataSource, idOrNumber: string): Promise<string | null> {
  const column = UUID.test(idOrNumber) ? 'id' : 'number';
  const [found] = await query<{ id: string }>(dataSource, `SELECT id FROM cases WHERE ${column} = $1`, [idOrNumber]);
  return found?.id ?? null;
}

/** Something a case has to tell somebody outside, not yet told. */
export interface Untold extends Record<string, unknown> {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  readonly message: string;
  /** `dead`: every try failed; it waits for somebody to retry it. */
  readonly status: 'waiting' | 'queued' | 'dead';
  readonly attempts: number;
  readonly lastError: string | null;
}

/** The dispatches of a case that were not sent. */
export async function untoldOf(dataSource: DataSource, caseId: string): Promise<readonly Untold[]> {
  return query<Untold>(dataSource, /* sql */ `
    SELECT id, seq, kind, payload->>'message' AS message, status, attempts, last_error AS "lastError"
    FROM dispatch WHERE case_id = $1 AND status <> 'done' ORDER BY created_at, id`, [caseId]);
}
