import type { DataSource } from 'typeorm';
import { query } from '../../platform/database.js';

/** Another case that this one is about, or that is about this one. */
export interface LinkView extends Record<string, unknown> {
  readonly relation: string;
  /** `to`: this case is about the other. `from`: the other is about this one. */
  readonly direction: 'to' | 'from';
  readonly case: string;
  readonly number: string;
  readonly workflow: string;
  readonly status: 'open' | 'closed';
  readonly outcome: string | null;
}

const sql = /* sql */ `
  SELECT l.relation, 'to' AS direction, c.id AS "case", c.number, c.workflow, c.status, c.outcome FROM case_link l JOIN cases c ON c.id = l.parent WHERE l.case_id = $1
  UNION ALL
  SELECT l.relation, 'from', c.id, c.number, c.workflow, c.status, c.outcome FROM case_link l JOIN cases c ON c.id = l.case_id WHERE l.parent = $1
  ORDER BY direction DESC, number`;

/** The cases linked to a case, older ones first: that they exist and how they stand; what they hold is for those who may see them. */
export function linksOf(dataSource: DataSource, caseId: string): Promise<readonly LinkView[]> {
  return query<LinkView>(dataSource, sql, [caseId]);
}
