import { createHash } from 'node:crypto';
import type { SqlClient } from '../../platform/database.js';
import type { Instrument, JsonObject } from '../../kit/index.js';
import type { About, PlannedLine, RegisterRow } from './row-plan.js';

/** What the register says, so far, of a journal line it became. */
export interface ToldLine {
  readonly key: string;
  readonly seq: number;
  readonly type: string;
  readonly on: string;
  /** Whether the register gives that day, or it was implied. */
  readonly dated: boolean;
  readonly data: JsonObject;
  readonly instrument: Instrument | null;
  /** `expiry`: the act was told after a deadline it had met was told as expired, and took the expiry's place. */
  readonly replaces: 'expiry' | null;
}

export interface ImportedRow {
  readonly caseId: string;
  readonly hash: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly lines: readonly ToldLine[];
}

/** A row's place: which register, which sheet, which row. */
export interface RowKey {
  readonly source: string;
  readonly sheet: string;
  readonly row: string;
}

export function toldLine({ key, type, on, data, instrument, flags }: PlannedLine, seq: number): ToldLine {
  return { key, seq, type, on, dated: !flags.includes('dateImplied'), data, instrument, replaces: null };
}

export function hashOfCells({ cells }: RegisterRow): string {
  return createHash('sha256').update(JSON.stringify(Object.entries(cells).toSorted(([one], [other]) => (one < other ? -1 : 1))), 'utf8').digest('hex');
}

/** Known rows of a register by `sheet/row`, as hashes: what an unchanged row is told by, without a transaction each. */
export async function knownHashes(client: Pick<SqlClient, 'query'>, source: string): Promise<ReadonlyMap<string, { readonly caseId: string; readonly hash: string }>> {
  const { rows } = await client.query<{ sheet: string; row: string; case_id: string; hash: string }>('SELECT sheet, row, case_id, hash FROM import_row WHERE source = $1', [source]);
  return new Map(rows.map(({ sheet, row, case_id: caseId, hash }) => [`${sheet}/${row}`, { caseId, hash }]));
}

/** Holds a row for the length of the transaction, whether it is known yet or not: two imports at once take turns. */
export async function holdRow(client: SqlClient, { source, sheet, row }: RowKey): Promise<ImportedRow | null> {
  await client.query({ name: 'hold-import-row', text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 7305))', values: [`${source}|${sheet}|${row}`] });
  const { rows } = await client.query<{ case_id: string; hash: string; cells: ImportedRow['cells']; lines: ToldLine[] }>({
    name: 'read-import-row', text: 'SELECT case_id, hash, cells, lines FROM import_row WHERE source = $1 AND sheet = $2 AND row = $3', values: [source, sheet, row],
  });
  const found = rows[0];
  return found ? { caseId: found.case_id, hash: found.hash, cells: found.cells, lines: found.lines } : null;
}

const keepSql = /* sql */ `
  INSERT INTO import_row (source, sheet, row, case_id, hash, cells, lines, reasons, imported_by, imported_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  ON CONFLICT (source, sheet, row) DO UPDATE SET hash = excluded.hash, cells = excluded.cells, lines = excluded.lines, reasons = excluded.reasons,
    imported_by = excluded.imported_by, imported_at = excluded.imported_at`;

export async function keepRow(
  client: SqlClient, key: RowKey, row: ImportedRow & { readonly reasons: readonly string[] }, stamp: { readonly by: string; readonly at: string },
): Promise<void> {
  const values = [key.source, key.sheet, key.row, row.caseId, row.hash, JSON.stringify(row.cells), JSON.stringify(row.lines), row.reasons, stamp.by, stamp.at];
  await client.query({ name: 'keep-import-row', text: keepSql, values });
}

/** A case that a row is about. */
export interface OlderCase {
  readonly id: string;
  readonly number: string;
}

const aboutSql = /* sql */ `
  SELECT c.id, c.number FROM cases c JOIN identifier i ON i.case_id = c.id JOIN participant p ON p.case_id = c.id
  WHERE c.workflow = $1 AND c.region = $2 AND i.scheme = $3 AND lower(i.value) = lower($4) AND p.institution = $5
    AND EXISTS (SELECT FROM import_row r WHERE r.case_id = c.id)
  ORDER BY c.status = 'open' DESC, c.opened_on DESC, c.id`;

/** The agreements imported before that a row may be about, by their code and their unit; those still open, and the latest, first. */
export async function casesAbout(client: SqlClient, { workflow, code, unit }: About, region: string): Promise<readonly OlderCase[]> {
  const { rows } = await client.query<OlderCase & Record<string, unknown>>({ name: 'cases-about', text: aboutSql, values: [workflow, region, code.scheme, code.value, unit] });
  return rows.map(({ id, number }) => ({ id, number }));
}

/** The day of a case's latest line. */
export async function lastDay(client: SqlClient, caseId: string): Promise<string> {
  const { rows } = await client.query<{ last_on: string }>('SELECT last_on FROM cases WHERE id = $1', [caseId]);
  return rows[0]?.last_on ?? '';
}
