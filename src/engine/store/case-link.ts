import type { linkEvents, LinkRelation } from '../../kit/index.js';
import type { SqlClient } from '../../platform/database.js';

/** Which older case a new one is about, and what it is to it. */
export interface CaseLink {
  readonly relation: LinkRelation;
  readonly case: string;
}

/** What is told to a case of another that is about it: a row of the outbox, performed by the engine itself. */
export interface LinkNews {
  readonly kind: 'link';
  readonly type: (typeof linkEvents)[keyof typeof linkEvents];
  readonly relation: LinkRelation;
  readonly parent: string;
}

const openedSql = /* sql */ `
  WITH links AS (
    INSERT INTO case_link (case_id, relation, parent) SELECT $1, l->>'relation', (l->>'case')::uuid FROM jsonb_array_elements($2::jsonb) AS l
    ON CONFLICT DO NOTHING RETURNING relation, parent
  )
  INSERT INTO dispatch (id, case_id, seq, kind, payload, created_at)
  SELECT gen_random_uuid(), $1, 1, 'link', jsonb_build_object('kind', 'link', 'type', $3::text, 'relation', relation, 'parent', parent), $4 FROM links`;

const closedSql = /* sql */ `
  INSERT INTO dispatch (id, case_id, seq, kind, payload, created_at)
  SELECT gen_random_uuid(), $1, $2, 'link', jsonb_build_object('kind', 'link', 'type', $3::text, 'relation', relation, 'parent', parent), $4 FROM case_link WHERE case_id = $1`;

/** Links a case that was just opened, and puts the news of it in the outbox. */
export async function insertLinks(client: SqlClient, caseId: string, links: readonly CaseLink[], at: string): Promise<void> {
  if (links.length === 0) return;
  await client.query(openedSql, [caseId, JSON.stringify(links), 'link.opened' satisfies LinkNews['type'], at]);
}

/** Puts the news that a case ended in the outbox, for every case it is about. */
export async function announceEnd(client: SqlClient, caseId: string, seq: number, at: string): Promise<void> {
  await client.query(closedSql, [caseId, seq, 'link.closed' satisfies LinkNews['type'], at]);
}
