import type { SqlClient } from '../../platform/database.js';
import type { CaseState } from '../core/case-state.js';
import { GENESIS } from '../core/journal-line.js';
import { leafPaths } from '../core/kernel.js';
import type { OpenCommand } from '../ports.js';

/** Draws the next number of a prefix such as `FT-16-2026`: gapless, because it is drawn in the case's own transaction. */
export async function nextNumber(client: SqlClient, prefix: string): Promise<string> {
  const { rows } = await client.query<{ last: number }>({
    name: 'next-number', values: [prefix],
    text: /* sql */ `INSERT INTO case_counter (prefix, last) VALUES ($1, 1) ON CONFLICT (prefix) DO UPDATE SET last = case_counter.last + 1 RETURNING last`,
  });
  return `${prefix}-${String(rows[0].last).padStart(6, '0')}`;
}

/** Title, number and identifiers without accents or capitals: what a person types is made the same before it is looked for. */
export function searchText(command: Pick<OpenCommand, 'title' | 'identifiers'>, number: string): string {
  return plainLetters([command.title, number, ...command.identifiers.map((one) => one.value)].join(' '));
}

export function plainLetters(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

const insertSql = /* sql */ `
  WITH opened AS (
    INSERT INTO cases (id, number, workflow, version, title, territory, region, status, state, seq, envelope, participants, since, opened_on, last_on, head_hash, recorded_at, search)
    VALUES ($1, $2, $3, $4, $5, $6, $7, 'open', $8, 0, $9, $10, $11, $11, $11, $12, $13, $15) RETURNING id
  ), parts AS (
    INSERT INTO participant (case_id, role, institution, party)
    SELECT opened.id, p->>'role', p->>'institution', (p->>'party')::boolean FROM opened, jsonb_array_elements($10::jsonb) AS p
  )
  INSERT INTO identifier (case_id, scheme, value)
  SELECT opened.id, i->>'scheme', i->>'value' FROM opened, jsonb_array_elements($14::jsonb) AS i ON CONFLICT DO NOTHING`;

/** Inserts the row of a case that has no event yet; its opening is saved right after, in the same transaction. */
export async function insertCase(client: SqlClient, command: OpenCommand, number: string, state: CaseState, recordedAt: string): Promise<void> {
  const { definition } = command;
  await client.query({
    name: 'insert-case', text: insertSql,
    values: [
      command.id, number, definition.name, definition.version, command.title, command.territory, command.region, leafPaths(state.envelope.value),
      JSON.stringify(state.envelope), JSON.stringify(command.participants), state.since, GENESIS, recordedAt, JSON.stringify(command.identifiers),
      searchText(command, number),
    ],
  });
}

/** What an opening with the same key produced; null when the key is new. */
export async function rememberedOpening(client: SqlClient, scope: string, key: string): Promise<{ readonly bodyHash: string; readonly caseId: string } | null> {
  // Two openings at once with one key: the second waits for the first to commit.
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7302))', [`${scope}|${key}`]);
  const { rows } = await client.query<{ body_hash: string; case_id: string }>('SELECT body_hash, case_id FROM idempotency WHERE scope = $1 AND key = $2', [scope, key]);
  return rows[0] ? { bodyHash: rows[0].body_hash, caseId: rows[0].case_id } : null;
}
