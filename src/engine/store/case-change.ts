import type { Dispatch } from '../../kit/index.js';
import type { CaseState, DeadlineRow, StepRow } from '../core/case-state.js';
import type { ChainedLine, JournalLine } from '../core/journal-line.js';
import type { Task } from '../core/tasks.js';

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

/** A part of the statement that writes a change: `$1` is the case, `at` the place of its own first value. */
export interface Part {
  readonly name: string;
  readonly sql: (at: number) => string;
  readonly values: readonly unknown[];
}

/**
 * One statement, one round trip, for everything. It has only the parts that the change needs, since starting an idle part
 * costs the server as much as a row does; each combination is prepared under its own name.
 */
export function statementOf(id: string, parts: readonly Part[]): { readonly name: string; readonly text: string; readonly values: unknown[] } {
  const name = parts.map((part) => part.name).join(' ');
  let text = texts.get(name);
  if (text === undefined) {
    text = composed(parts);
    texts.set(name, text);
  }
  return { name, text, values: [id, ...parts.flatMap((part) => part.values)] };
}

const texts = new Map<string, string>();

function composed(parts: readonly Part[]): string {
  let at = 2;
  const written = parts.map((part) => {
    const sql = part.sql(at);
    at += part.values.length;
    return sql;
  });
  return `WITH ${written.join(', ')} SELECT`;
}

/** Journal, deadlines, steps, tasks, outbox and idempotency key. Only rows that changed: unchanged ones are the very objects that were read. */
export function partsOf(change: CaseChange): readonly Part[] {
  const { before, after, tasks, dispatches, remember } = change;
  return [
    lines(change),
    ...goneDeadlines(change),
    ...rows('d', deadlineSql, changed<DeadlineRow>(before?.deadlines, after.deadlines)),
    ...rows('s', stepSql, changed<StepRow>(before?.steps, after.steps)),
    ...(before ? [{ name: 'g', sql: goneSql, values: [tasks.map((task) => task.key)] }] : []),
    ...rows('t', taskSql, tasks),
    ...rows('o', outboxSql, dispatches, change.recordedAt),
    ...(remember ? [{ name: 'k', sql: rememberedSql, values: [remember.scope, remember.key, remember.bodyHash, after.seq, change.recordedAt] }] : []),
  ];
}

function lines({ lines: all }: CaseChange): Part {
  const values = [
    all.map(({ line }) => line.seq), all.map(({ line }) => line.type), all.map(({ line }) => line.occurredOn), all.map(({ line }) => line.recordedAt),
    all.map(({ chained }) => chained.text), all.map(({ chained }) => chained.previousHash), all.map(({ chained }) => chained.hash),
  ];
  return { name: 'l', sql: lineSql, values };
}

function rows(name: string, sql: Part['sql'], all: readonly object[], ...more: readonly unknown[]): readonly Part[] {
  return all.length === 0 ? [] : [{ name, sql, values: [JSON.stringify(all), ...more] }];
}

/** A deadline that runs for a body by name is another row once the body's part has another's name. */
function goneDeadlines({ before, after }: CaseChange): readonly Part[] {
  if (before === null || before.participants === after.participants) return [];
  const kept = new Set(after.deadlines.map(keyOf));
  const gone = before.deadlines.filter((row) => !kept.has(keyOf(row)));
  return rows('x', goneDeadlineSql, gone);
}

function keyOf({ name, subject, startedSeq }: DeadlineRow): string {
  return JSON.stringify([name, subject, startedSeq]);
}

function changed<Row extends object>(before: readonly Row[] | undefined, after: readonly Row[]): readonly Row[] {
  const known = new Set<Row>(before);
  return after.filter((row) => !known.has(row));
}

const lineSql = (at: number): string => /* sql */ `lines AS (
    INSERT INTO journal (case_id, seq, type, occurred_on, recorded_at, text, previous_hash, hash)
    SELECT $1, l.* FROM unnest($${at}::int[], $${at + 1}::text[], $${at + 2}::date[], $${at + 3}::timestamptz[], $${at + 4}::text[], $${at + 5}::text[], $${at + 6}::text[]) AS l
  )`;

const deadlineSql = (at: number): string => /* sql */ `deadlines AS (
    INSERT INTO deadline (case_id, name, subject, started_seq, status, due, ends_at, institution, row)
    SELECT $1, d->>'name', d->>'subject', (d->>'startedSeq')::int, d->>'status', (d->>'due')::date, (d->>'endsAt')::timestamptz, d->>'institution', d
    FROM jsonb_array_elements($${at}::jsonb) AS d
    ON CONFLICT (case_id, name, subject, started_seq) DO UPDATE SET status = excluded.status, due = excluded.due,
      institution = excluded.institution, belled = deadline.belled AND deadline.ends_at IS NOT DISTINCT FROM excluded.ends_at, ends_at = excluded.ends_at, row = excluded.row
  )`;

const goneDeadlineSql = (at: number): string => /* sql */ `gone_deadlines AS (
    DELETE FROM deadline USING jsonb_array_elements($${at}::jsonb) AS d
    WHERE case_id = $1 AND name = d->>'name' AND subject = d->>'subject' AND started_seq = (d->>'startedSeq')::int
  )`;

const stepSql = (at: number): string => /* sql */ `steps AS (
    INSERT INTO step (case_id, id, started_seq, kind, status, row)
    SELECT $1, s->>'id', (s->>'startedSeq')::int, s->>'kind', s->>'status', s FROM jsonb_array_elements($${at}::jsonb) AS s
    ON CONFLICT (case_id, id, started_seq) DO UPDATE SET status = excluded.status, row = excluded.row
  )`;

const goneSql = (at: number): string => /* sql */ `gone AS (DELETE FROM task WHERE case_id = $1 AND key <> ALL ($${at}::text[]))`;

const taskSql = (at: number): string => /* sql */ `tasks AS (
    INSERT INTO task (case_id, key, name, role, institution, office, offices, events, due)
    SELECT $1, t->>'key', t->>'name', t->>'role', t->>'institution', t->>'office',
      ARRAY(SELECT jsonb_array_elements_text(t->'offices')), ARRAY(SELECT jsonb_array_elements_text(t->'events')), (t->>'due')::date
    FROM jsonb_array_elements($${at}::jsonb) AS t
    ON CONFLICT (case_id, key) DO UPDATE SET due = excluded.due, offices = excluded.offices, office = excluded.office, events = excluded.events
    WHERE (task.due, task.offices, task.events) IS DISTINCT FROM (excluded.due, excluded.offices, excluded.events)
  )`;

const outboxSql = (at: number): string => /* sql */ `outbox AS (
    INSERT INTO dispatch (id, case_id, seq, kind, payload, created_at)
    SELECT (o->>'id')::uuid, $1, (o->>'seq')::int, o->>'kind', o, $${at + 1} FROM jsonb_array_elements($${at}::jsonb) AS o
  )`;

const rememberedSql = (at: number): string => /* sql */ `remembered AS (
    INSERT INTO idempotency (scope, key, body_hash, case_id, seq, at) VALUES ($${at}, $${at + 1}, $${at + 2}, $1, $${at + 3}, $${at + 4})
  )`;
