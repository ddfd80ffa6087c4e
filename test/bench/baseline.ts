import { createHash, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { query, withTransaction, type SqlClient } from '../../src/platform/database.js';
import type { NewId } from '../../src/platform/ids.js';
import type { Walk } from './load.js';

/** One prepared statement that writes what one transaction of the engine wrote, and its values; `$1` is the case. */
interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The rows of one journey, as statements a programmer would write who knows what each act changes: see docs/performance.md. */
export interface Script {
  readonly caseId: string;
  readonly statements: readonly Statement[];
}

type Row = Readonly<Record<string, unknown>>;
export type Tables = Readonly<Record<string, readonly Row[]>>;

/** The tables of a case, with what tells its rows apart. */
const keys: Readonly<Record<string, readonly string[]>> = {
  cases: ['id'], participant: ['role', 'institution'], identifier: ['scheme', 'value'], journal: ['seq'], deadline: ['name', 'subject', 'started_seq'],
  step: ['id', 'started_seq'], task: ['key'], dispatch: ['id'], idempotency: ['scope', 'key'],
};

/** All rows of one case. */
export async function snapshot(dataSource: DataSource, caseId: string): Promise<Tables> {
  const entries = await Promise.all(Object.keys(keys).map(async (table) => {
    const sql = `SELECT to_jsonb(t) AS row FROM ${table} t WHERE ${table === 'cases' ? 'id' : 'case_id'} = $1`;
    return [table, (await query<{ row: Row }>(dataSource, sql, [caseId])).map(({ row }) => row)] as const;
  }));
  return Object.fromEntries(entries);
}

/** Writes down what changed from one snapshot to the next; the first is of the case just opened. */
export function scriptOf(caseId: string, snapshots: readonly Tables[]): Script {
  return { caseId, statements: snapshots.map((after, index) => statementOf(caseId, snapshots[index - 1] ?? {}, after)) };
}

function statementOf(caseId: string, before: Tables, after: Tables): Statement {
  const values: unknown[] = [caseId];
  const place = (value: unknown): string => {
    if (value === caseId) return '$1';
    if (value === null) return 'NULL';
    values.push(sent(value));
    return `$${values.length}`;
  };
  const parts = Object.keys(keys).flatMap((table) => changes(table, before[table] ?? [], after[table] ?? [], place));
  const text = `WITH ${parts.map((part, number) => `w${number} AS (${part})`).join(', ')} SELECT`;
  return { name: `baseline-${createHash('sha1').update(text).digest('hex').slice(0, 12)}`, text, values };
}

function changes(table: string, before: readonly Row[], after: readonly Row[], place: (value: unknown) => string): readonly string[] {
  const keyOf = (row: Row): string => JSON.stringify(keys[table].map((column) => row[column]));
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const here = (row: Row): string => [...(table === 'cases' ? [] : ['case_id']), ...keys[table]].map((column) => `${column} = ${place(row[column])}`).join(' AND ');
  const written = after.flatMap((row) => {
    const old = known.get(keyOf(row));
    known.delete(keyOf(row));
    if (!old) return [insert(table, row, place)];
    const changed = Object.keys(row).filter((column) => JSON.stringify(row[column]) !== JSON.stringify(old[column]));
    return changed.length === 0 ? [] : [`UPDATE ${table} SET ${changed.map((column) => `${column} = ${place(row[column])}`).join(', ')} WHERE ${here(row)}`];
  });
  return [...written, ...[...known.values()].map((row) => `DELETE FROM ${table} WHERE ${here(row)}`)];
}

/** The number of a case is drawn where it is written; everything else is known beforehand. */
function insert(table: string, row: Row, place: (value: unknown) => string): string {
  if (table !== 'cases') return `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).map(place).join(', ')})`;
  const { number, ...rest } = row;
  const prefix = String(number).slice(0, -7);
  const drawn = `INSERT INTO case_counter (prefix, last) VALUES ('${prefix}', 1) ON CONFLICT (prefix) DO UPDATE SET last = case_counter.last + 1 RETURNING last`;
  return `${drawn}), opened AS (INSERT INTO cases (number, ${Object.keys(rest).join(', ')})
    VALUES ('${prefix}-' || lpad((SELECT last::text FROM w0), 6, '0'), ${Object.values(rest).map(place).join(', ')})`;
}

/** As the driver takes it: arrays of text as arrays, other structures as JSON. */
function sent(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : JSON.stringify(value);
}

const lockSql = /* sql */ `
  SELECT c.status, c.state, c.seq, c.envelope, c.head_hash, (SELECT i.body_hash FROM idempotency i WHERE i.scope = $2 AND i.key = $3) AS remembered
  FROM cases c WHERE c.id = $1 FOR UPDATE OF c`;
const rememberedSql = 'SELECT body_hash FROM idempotency WHERE scope = $1 AND key = $2';

/** Walks a case through the script: a transaction for each act, with one statement that reads under a lock and one that writes. */
export function replay(dataSource: DataSource, script: Script, newId: NewId): Walk {
  const freshKeys = new Set(script.statements.flatMap(({ values }) => values.filter(isKey)));
  return async (timed) => {
    const id = newId();
    const fresh = new Map<unknown, string>([[script.caseId, id]]);
    for (const key of freshKeys) fresh.set(key, randomUUID());
    for (const [index, statement] of script.statements.entries()) {
      await timed(() => withTransaction(dataSource, async (client) => {
        if (index === 0) await client.query({ name: 'baseline-remembered', text: rememberedSql, values: ['open:investment.gore-16', id] });
        else await client.query({ name: 'baseline-lock', text: lockSql, values: [id, `send:${id}`, id] });
        await write(client, script.caseId, statement, fresh);
      }));
    }
  };
}

async function write(client: SqlClient, caseId: string, { name, text, values }: Statement, fresh: ReadonlyMap<unknown, string>): Promise<void> {
  const id = fresh.get(caseId)!;
  await client.query({ name, text, values: values.map((value) => fresh.get(value) ?? (typeof value === 'string' ? value.replaceAll(caseId, id) : value)) });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Idempotency keys, and ids of dispatches. */
function isKey(value: unknown): boolean {
  return typeof value === 'string' && UUID.test(value);
}
