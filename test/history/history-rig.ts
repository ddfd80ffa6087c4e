import { Historian, type History } from '../../src/cases/history/history.js';
import { CaseReader, type JournalLine } from '../../src/engine/case-reader.js';
import { Powers } from '../../src/governance/powers/powers.js';
import type { JsonObject } from '../../src/kit/index.js';
import { EngineRig } from '../support/engine-rig.js';

/** A case of the history, as the database holds it. */
export interface HistoricCase extends Record<string, unknown> {
  readonly id: string;
  readonly workflow: string;
  readonly title: string;
  readonly state: readonly string[];
  readonly since: string;
  readonly amount: string | null;
  readonly flags: readonly string[];
  readonly participants: readonly { readonly role: string; readonly institution: string; readonly party: boolean }[];
  readonly context: JsonObject;
}

/** The demonstration country on a database of its own, and who tells its history. */
export class HistoryRig extends EngineRig {
  private get historian(): Historian {
    return new Historian(this.engine, new Powers(this.db.dataSource, this.directory), this.tools);
  }

  tell(): Promise<History> {
    return this.historian.tell();
  }

  async caseOf(id: string): Promise<HistoricCase> {
    const [found] = await this.db.query<HistoricCase>(/* sql */ `
      SELECT c.id, c.workflow, c.title, c.state, c.since, c.amount, c.flags, c.participants, c.envelope->'context' AS context
      FROM cases c JOIN identifier i ON i.case_id = c.id WHERE i.scheme = 'HISTORY' AND i.value = $1`, [id]);
    if (!found) throw new Error(`no case of ${id}`);
    return found;
  }

  async lines(id: string): Promise<readonly JournalLine[]> {
    const reader = new CaseReader(this.db.dataSource, this.catalogue, this.surroundings, this.clockwork, this.tools);
    return (await reader.journal((await this.caseOf(id)).id)).map(({ text }) => JSON.parse(text) as JournalLine);
  }

  /** Everything that is written, table by table, so that nothing can change unseen. */
  async written(): Promise<readonly unknown[]> {
    const tables = ['cases', 'journal', 'deadline', 'step', 'task', 'participant', 'identifier', 'import_row', 'dispatch', 'competence_title', 'competence_charge'];
    return Promise.all(tables.map((table) => this.db.query(`SELECT '${table}' AS "table", count(*)::int AS rows, md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS sum FROM ${table} t`)));
  }
}

/** What a line's flags say under one head: `source:…`, `precision:…`. */
export function flagged({ flags }: Pick<JournalLine, 'flags'>, head: string): readonly string[] {
  return flags.filter((flag) => flag.startsWith(`${head}:`)).map((flag) => flag.slice(head.length + 1));
}
