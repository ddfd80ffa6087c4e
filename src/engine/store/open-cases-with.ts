import type { SqlClient } from '../../platform/database.js';

/** A role of a version of a workflow. */
export interface RoleOf {
  readonly workflow: string;
  readonly version: number;
  readonly role: string;
}

/** Ids, in order, of the open cases that have one of the roles and lie in one of the territories. */
export async function openCasesWith(client: SqlClient, roles: readonly RoleOf[], territories: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(openSql, [JSON.stringify(roles), territories]);
  return rows.map(({ id }) => id);
}

const openSql = /* sql */ `
  SELECT DISTINCT c.id FROM cases c JOIN participant p ON p.case_id = c.id
    JOIN jsonb_to_recordset($1::jsonb) AS r (workflow text, version integer, role text) ON (r.workflow, r.version, r.role) = (c.workflow, c.version, p.role)
  WHERE c.status = 'open' AND EXISTS (SELECT FROM unnest($2::text[]) AS t WHERE starts_with(c.territory, t)) ORDER BY c.id`;
