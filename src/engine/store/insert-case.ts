import type { SqlClient } from '../../platform/database.js';
import { errorCode } from '../../platform/postgres/error-code.js';
import { leafPaths } from '../core/kernel.js';
import type { OpenCommand } from '../ports.js';
import { partsOf, statementOf, type CaseChange, type Part } from './case-change.js';

/** Title and identifiers without accents or capitals: what a person types is made the same before it is looked for. */
function searchText({ title, identifiers }: Pick<OpenCommand, 'title' | 'identifiers'>): string {
  return plainLetters([title, ...identifiers.map((one) => one.value)].join(' '));
}

export function plainLetters(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/**
 * Writes a case that was just opened, in one round trip, with the next number of a prefix such as `FT-16-2026`. Gapless, since
 * it is drawn in the case's own transaction; and drawn last, since whoever opens a case next waits for it.
 */
export async function insertCase(client: SqlClient, command: OpenCommand, prefix: string, change: CaseChange): Promise<void> {
  await client.query(statementOf(change.id, [opened(command, prefix, change), ...partsOf(change)]));
}

function opened(command: OpenCommand, prefix: string, { after, lines, amount, flags, recordedAt }: CaseChange): Part {
  const { definition, title, territory, region, identifiers } = command;
  const values = [
    prefix, definition.name, definition.version, title, territory, region, after.status, leafPaths(after.envelope.value), after.outcome, after.seq,
    JSON.stringify(after.envelope), JSON.stringify(after.participants), after.since, lines[0]?.line.occurredOn, after.lastOn, after.lastExpiryOn, amount, flags,
    lines.at(-1)?.chained.hash, recordedAt, searchText(command), JSON.stringify(identifiers),
  ];
  return { name: 'open-case', sql: openedSql, values };
}

const openedSql = (): string => /* sql */ `number AS (
    INSERT INTO case_counter (prefix, last) VALUES ($2, 1) ON CONFLICT (prefix) DO UPDATE SET last = case_counter.last + 1
    RETURNING prefix || '-' || lpad(last::text, greatest(6, length(last::text)), '0') AS text
  ), opened AS (
    INSERT INTO cases (id, number, workflow, version, title, territory, region, status, state, outcome, seq, envelope, participants, since, opened_on,
      last_on, last_expiry_on, amount, flags, head_hash, recorded_at, search)
    VALUES ($1, (SELECT text FROM number), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
      $22 || ' ' || (SELECT lower(text) FROM number))
  ), parts AS (
    INSERT INTO participant (case_id, role, institution, party)
    SELECT $1, p->>'role', p->>'institution', (p->>'party')::boolean FROM jsonb_array_elements($13::jsonb) AS p
  ), identifiers AS (
    INSERT INTO identifier (case_id, scheme, value)
    SELECT $1, i->>'scheme', i->>'value' FROM jsonb_array_elements($23::jsonb) AS i ON CONFLICT DO NOTHING
  )`;

/** What an opening with the same key produced; null when the key is new. */
export async function rememberedOpening(client: SqlClient, scope: string, key: string): Promise<{ readonly bodyHash: string; readonly caseId: string } | null> {
  const { rows } = await client.query<{ body_hash: string; case_id: string }>({
    name: 'remembered-opening', text: 'SELECT body_hash, case_id FROM idempotency WHERE scope = $1 AND key = $2', values: [scope, key],
  });
  return rows[0] ? { bodyHash: rows[0].body_hash, caseId: rows[0].case_id } : null;
}

/** Whether an opening failed because another with the same key was committed since this one looked for it. */
export function isKeyTaken(error: unknown): boolean {
  return errorCode(error) === '23505' && (error as { constraint?: string }).constraint === 'idempotency_pkey';
}
