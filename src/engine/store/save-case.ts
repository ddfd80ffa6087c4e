import type { SqlClient } from '../../platform/database.js';
import type { CaseState, DeadlineRow, StepRow } from '../core/case-state.js';
import type { ChainedLine, JournalLine } from '../core/journal-line.js';
import { leafPaths } from '../core/kernel.js';
import type { Task } from '../core/tasks.js';
import type { Dispatch } from '../../kit/index.js';

/** Everything one transaction changes in a case. */
export interface CaseChange {
  readonly id: string;
  readonly before: CaseState | null;
  readonly after: CaseState;
  readonly lines: readonly { readonly line: JournalLine; readonly chained: ChainedLine }[];
  readonly tasks: readonly Task[];
  readonly dispatches: readonly (Dispatch & { readonly id: string; readonly seq: number })[];
  readonly amount: number | null;
  readonly flags: readonly string[];
  readonly remember: { readonly scope: string; readonly key: string; readonly bodyHash: string } | null;
  readonly recordedAt: string;
}

/**
 * Snapshot, journal, deadlines, steps, tasks, outbox and idempotency key in one statement, one round trip. Only rows that
 * changed are sent: unchanged ones are the very objects that were read.
 */
const saveSql = /* sql */ `
  WITH saved AS (
    UPDATE cases SET status = $2, state = $3, outcome = $4, seq = $5, envelope = $6, since = $7, last_on = $8, last_expiry_on = $9,
      amount = $10, flags = $11, head_hash = $12, recorded_at = $13
    WHERE id = $1
  ), lines AS (
    INSERT INTO journal (case_id, seq, type, occurred_on, recorded_at, text, previous_hash, hash)
    SELECT $1, l.* FROM unnest($14::int[], $15::text[], $16::date[], $17::timestamptz[], $18::text[], $19::text[], $20::text[]) AS l
  ), deadlines AS (
    INSERT INTO deadline (case_id, name, subject, started_seq, status, due, ends_at, institution, row)
    SELECT $1, d->>'name', d->>'subject', (d->>'startedSeq')::int, d->>'status', (d->>'due')::date, (d->>'endsAt')::timestamptz, d->>'institution', d
    FROM unnest($21::jsonb[]) AS d
    ON CONFLICT (case_id, name, subject, started_seq) DO UPDATE SET status = excluded.status, due = excluded.due,
      belled = deadline.belled AND deadline.ends_at IS NOT DISTINCT FROM excluded.ends_at, ends_at = excluded.ends_at, row = excluded.row
  ), steps AS (
    INSERT INTO step (case_id, id, started_seq, kind, status, row)
    SELECT $1, s->>'id', (s->>'startedSeq')::int, s->>'kind', s->>'status', s FROM unnest($22::jsonb[]) AS s
    ON CONFLICT (case_id, id, started_seq) DO UPDATE SET status = excluded.status, row = excluded.row
  ), gone AS (
    DELETE FROM task WHERE case_id = $1 AND key <> ALL ($23::text[])
  ), tasks AS (
    INSERT INTO task (case_id, key, name, role, institution, office, offices, events, due)
    SELECT $1, t->>'key', t->>'name', t->>'role', t->>'institution', t->>'office',
      ARRAY(SELECT jsonb_array_elements_text(t->'offices')), ARRAY(SELECT jsonb_array_elements_text(t->'events')), (t->>'due')::date
    FROM unnest($24::jsonb[]) AS t
    ON CONFLICT (case_id, key) DO UPDATE SET due = excluded.due, offices = excluded.offices, office = excluded.office, events = excluded.events
    WHERE (task.due, task.offices, task.events) IS DISTINCT FROM (excluded.due, excluded.offices, excluded.events)
  ), outbox AS (
    INSERT INTO dispatch (id, case_id, seq, kind, payload, created_at)
    SELECT (o->>'id')::uuid, $1, (o->>'seq')::int, o->>'kind', o, $13 FROM unnest($25::jsonb[]) AS o
  ), remembered AS (
    INSERT INTO idempotency (scope, key, body_hash, case_id, seq, at)
    SELECT k->>'scope', k->>'key', k->>'bodyHash', $1, $5, $13 FROM unnest($26::jsonb[]) AS k
  )
  SELECT`;

/** Writes a change of a case that the transaction has locked (or just inserted). */
export async function saveCase(client: SqlClient, change: CaseChange): Promise<void> {
  const { after, before, lines } = change;
  const last = lines.at(-1);
  if (!last) return;
  const values = [
    change.id, after.status, leafPaths(after.envelope.value), after.outcome, after.seq, JSON.stringify(after.envelope), after.since, after.lastOn, after.lastExpiryOn,
    change.amount, change.flags, last.chained.hash, change.recordedAt,
    lines.map(({ line }) => line.seq), lines.map(({ line }) => line.type), lines.map(({ line }) => line.occurredOn), lines.map(({ line }) => line.recordedAt),
    lines.map(({ chained }) => chained.text), lines.map(({ chained }) => chained.previousHash), lines.map(({ chained }) => chained.hash),
    changed<DeadlineRow>(before?.deadlines, after.deadlines), changed<StepRow>(before?.steps, after.steps),
    change.tasks.map((task) => task.key), change.tasks.map((task) => JSON.stringify(task)),
    change.dispatches.map((dispatch) => JSON.stringify(dispatch)),
    change.remember ? [JSON.stringify(change.remember)] : [],
  ];
  await client.query({ name: 'save-case', text: saveSql, values });
}

function changed<Row extends object>(before: readonly Row[] | undefined, after: readonly Row[]): readonly string[] {
  const known = new Set<Row>(before);
  return after.filter((row) => !known.has(row)).map((row) => JSON.stringify(row));
}

const dropRowsSql = /* sql */ `
  WITH d AS (DELETE FROM deadline WHERE case_id = $1), s AS (DELETE FROM step WHERE case_id = $1) SELECT`;

/** Before a rectification replaces them: deadlines and steps of a case are derived from its journal, and may be made anew. */
export async function dropDerivedRows(client: SqlClient, id: string): Promise<void> {
  await client.query(dropRowsSql, [id]);
}
