import { createHash, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { query, withTransaction, type SqlClient } from '../../src/platform/database.js';
import type { NewId } from '../../src/platform/ids.js';
import type { Walk } from './load.js';

interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The rows of one journey as prepared statements, transaction by transaction; in each statement `$1` is the case. */
export interface Script {
  readonly caseId: string;
  readonly transactions: readonly (readonly Statement[])[];
}

/**
 * How a transaction writes its rows: `each` row, or the several of one table, by a statement of its own, as one writes it by hand;
 * or all in `one` statement, the least that these rows can cost.
 */
export type Way = 'each' | 'one';

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
export function scriptOf(caseId: string, snapshots: readonly Tables[], way: Way): Script {
  const transactions = snapshots.map((after, index) => {
    const all = new Placing(caseId);
    const before = snapshots[index - 1] ?? {};
    const parts = Object.keys(keys).flatMap((table) => changes(table, before[table] ?? [], after[table] ?? [], () => (way === 'one' ? all : new Placing(caseId))));
    return way === 'one' ? [prepared(`WITH ${parts.map(({ name, text }, at) => `${name}${at} AS (${text})`).join(', ')} SELECT`, all.values)]
      : parts.map(({ name, text, placing }) => prepared(name === 'drawn' ? `WITH drawn0 AS (${text}) SELECT` : text, placing.values));
  });
  return { caseId, transactions };
}

function prepared(text: string, values: readonly unknown[]): Statement {
  return { name: `baseline-${createHash('sha1').update(text).digest('hex').slice(0, 12)}`, text, values };
}

/** Values of a statement, and where each of them stands. */
class Placing {
  readonly values: unknown[];

  constructor(private readonly caseId: string) {
    this.values = [caseId];
  }

  readonly place = (column: string, value: unknown): string => {
    if (value === this.caseId && (column === 'id' || column === 'case_id')) return '$1';
    if (value === null) return 'NULL';
    return `$${this.values.push(sent(value))}`;
  };
}

interface Part {
  readonly name: string;
  readonly text: string;
  readonly placing: Placing;
}

function changes(table: string, before: readonly Row[], after: readonly Row[], begin: () => Placing): readonly Part[] {
  const keyOf = (row: Row): string => JSON.stringify(keys[table].map((column) => row[column]));
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const added = after.filter((row) => !known.has(keyOf(row)));
  const updated = after.flatMap((row) => {
    const old = known.get(keyOf(row));
    known.delete(keyOf(row));
    const changed = old ? Object.keys(row).filter((column) => JSON.stringify(row[column]) !== JSON.stringify(old[column])) : [];
    return changed.length > 0 ? [{ row, changed }] : [];
  });
  const part = (name: string, sql: (place: Placing['place']) => string): Part => {
    const placing = begin();
    return { name, text: sql(placing.place), placing };
  };
  const here = (row: Row, place: Placing['place']): string => [...(table === 'cases' ? [] : ['case_id']), ...keys[table]].map((column) => `${column} = ${place(column, row[column])}`).join(' AND ');
  return [
    ...(added.length > 0 ? [part(table === 'cases' ? 'drawn' : 'added', (place) => inserts(table, added, place))] : []),
    ...updated.map(({ row, changed }) => part('updated', (place) => `UPDATE ${table} SET ${changed.map((column) => `${column} = ${place(column, row[column])}`).join(', ')} WHERE ${here(row, place)}`)),
    ...[...known.values()].map((row) => part('gone', (place) => `DELETE FROM ${table} WHERE ${here(row, place)}`)),
  ];
}

/** The number of a case is drawn where it is written; everything else is known beforehand. */
function inserts(table: string, rows: readonly Row[], place: Placing['place']): string {
  const [first] = rows;
  if (table !== 'cases') return `INSERT INTO ${table} (${Object.keys(first).join(', ')}) VALUES ${rows.map((row) => `(${placed(row, place)})`).join(', ')}`;
  const { number, ...rest } = first;
  const prefix = String(number).slice(0, -7);
  return `INSERT INTO case_counter (prefix, last) VALUES ('${prefix}', 1) ON CONFLICT (prefix) DO UPDATE SET last = case_counter.last + 1 RETURNING last), opened AS (
    INSERT INTO cases (number, ${Object.keys(rest).join(', ')}) VALUES ('${prefix}-' || lpad((SELECT last::text FROM drawn0), 6, '0'), ${placed(rest, place)})`;
}

function placed(row: Row, place: Placing['place']): string {
  return Object.entries(row).map(([column, value]) => place(column, value)).join(', ');
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

/** Walks a case through the script: transactions that read the case under a lock, and write. */
export function replay(dataSource: DataSource, script: Script, newId: NewId): Walk {
  const freshKeys = new Set(script.transactions.flat().flatMap(({ values }) => values.filter(isKey)));
  return async (timed) => {
    const id = newId();
    const fresh = new Map<unknown, string>([[script.caseId, id]]);
    for (const key of freshKeys) if (key !== script.caseId) fresh.set(key, randomUUID());
    for (const [index, statements] of script.transactions.entries()) {
      await timed(() => withTransaction(dataSource, async (client) => {
        if (index === 0) await client.query({ name: 'baseline-remembered', text: rememberedSql, values: ['open:investment.gore-16', id] });
        else await client.query({ name: 'baseline-lock', text: lockSql, values: [id, `send:${id}`, id] });
        for (const statement of statements) await write(client, script.caseId, statement, fresh);
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
