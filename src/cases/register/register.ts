import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '../../engine/catalogue.js';
import type { ReadingScope } from '../../governance/powers/reading.js';
import type { Language } from '../../i18n/language.js';
import { query } from '../../platform/database.js';
import type { CaseHead } from '../case-head.js';
import { TaskViews } from '../view/task-views.js';
import { Visibility } from '../visibility.js';
import { conditionsOf, overdueSql, type CasesWanted } from './conditions.js';
import { afterSql, orderSql, sortExpression, type Sort, type SortPlace } from './sorting.js';

/** A case as one line of the register. */
export interface CaseSummary extends CaseHead {
  readonly participants: readonly { readonly role: string; readonly institution: string; readonly party: boolean }[];
  /** The earliest date by which somebody must act; null when no clock runs. */
  readonly due: string | null;
  readonly overdue: boolean;
  /** Who holds the ball. */
  readonly tasks: readonly { readonly name: string; readonly title: string; readonly office: string; readonly offices: readonly string[]; readonly institution: string; readonly due: string | null }[];
  readonly amount: number | null;
  readonly recordedAt: string;
}

interface Row extends Omit<CaseSummary, 'stateNames' | 'amount' | 'tasks'>, Record<string, unknown> {
  readonly amount: string | null;
  readonly tasks: readonly Omit<CaseSummary['tasks'][number], 'title'>[];
  readonly sort_key: string;
}

/** The register of cases, as far as an official may see it. */
@Injectable()
export class Register {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource, @Inject(Catalogue) private readonly catalogue: Catalogue, @Inject(Visibility) private readonly visibility: Visibility, @Inject(TaskViews) private readonly tasks: TaskViews) {}

  /** Cases in the order asked for, after a place in it: `limit` of them at most, each with its own place. */
  async find(wanted: CasesWanted, official: string, page: { readonly sort: Sort; readonly after?: SortPlace | undefined; readonly limit: number; readonly language: Language }): Promise<readonly { readonly item: CaseSummary; readonly place: SortPlace }[]> {
    const rows = await this.rows(wanted, await this.visibility.scopeOf(official), page);
    return Promise.all(rows.map(async (row) => ({ item: await this.summary(row, page.language), place: [row.sort_key, row.id] as const })));
  }

  private async rows(wanted: CasesWanted, scope: ReadingScope, { sort, after, limit }: { readonly sort: Sort; readonly after?: SortPlace | undefined; readonly limit: number }): Promise<readonly Row[]> {
    // Which events meet which deadline stands in the definitions, not in the rows.
    const metBy = Object.fromEntries(this.catalogue.definitions.map((one) => [`${one.name}@${one.version}`, Object.fromEntries(Object.entries(one.deadlines).map(([name, rule]) => [name, rule.metBy]))]));
    const params: unknown[] = [this.visibility.today, JSON.stringify(metBy)];
    const conditions = conditionsOf(wanted, scope, params);
    const place = after ? [afterSql(sort, after, params)] : [];
    params.push(limit);
    return query<Row>(this.dataSource, /* sql */ `
      SELECT f.*, ${overdueSql('f')} AS overdue,
        (SELECT coalesce(json_agg(json_build_object('scheme', i.scheme, 'value', i.value) ORDER BY i.scheme, i.value), '[]') FROM identifier i WHERE i.case_id = f.id) AS identifiers,
        (SELECT coalesce(json_agg(json_build_object('name', t.name, 'office', t.office, 'offices', t.offices, 'institution', t.institution, 'due', t.due) ORDER BY t.due NULLS LAST, t.key), '[]') FROM task t WHERE t.case_id = f.id) AS tasks
      FROM (
        SELECT c.id, c.number, c.workflow, c.version, c.title, c.territory, c.region, c.status, c.state, c.outcome, c.seq, c.participants, c.amount, c.flags, c.since,
          c.opened_on AS "openedOn", c.recorded_at AS "recordedAt", n.due, ${sortExpression(sort)} AS sort_key
        FROM cases c CROSS JOIN LATERAL (SELECT min(d.due) AS due FROM deadline d WHERE d.case_id = c.id AND d.status = 'running') n
        WHERE ${[...conditions, ...place].join(' AND ')}
        ORDER BY ${orderSql(sort)} LIMIT $${params.length}
      ) f ORDER BY ${orderSql(sort, 'f')}`, params);
  }

  private async summary({ sort_key: _key, amount, tasks, ...row }: Row, language: Language): Promise<CaseSummary> {
    const words = this.catalogue.of(row.workflow, row.version).words[language];
    return {
      ...row, amount: amount === null ? null : Number(amount), stateNames: row.state.map((state) => words.states[state] ?? state),
      tasks: await Promise.all(tasks.map((task) => this.tasks.put({ ...task, title: words.tasks[task.name] ?? task.name }, this.visibility.today))),
    };
  }
}
