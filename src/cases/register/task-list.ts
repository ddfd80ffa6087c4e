import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Catalogue } from '../../engine/catalogue.js';
import { Powers } from '../../governance/powers/powers.js';
import type { Language } from '../../i18n/language.js';
import { query } from '../../platform/database.js';
import { TaskViews } from '../view/task-views.js';
import { taskColumns, type TaskRow, type TaskView } from '../view/tasks.js';
import { visibleCondition, Visibility } from '../visibility.js';

/** Which tasks are wanted. */
export interface TasksWanted {
  /** Those the asker may do today. */
  readonly mine?: boolean | undefined;
  readonly institution?: string | undefined;
  /** Due by that day. */
  readonly due?: string | undefined;
}

/** A task with the case it belongs to. */
export interface TaskOfCase extends TaskView {
  readonly case: { readonly id: string; readonly number: string; readonly title: string; readonly workflow: string };
}

/** A place in the list: due day (`9999-12-31` for none), case, key. */
export type TaskPlace = readonly [due: string, caseId: string, key: string];

interface Row extends TaskRow {
  readonly number: string;
  readonly case_title: string;
  readonly workflow: string;
  readonly version: number;
}

/** Tasks are filtered by powers after they were read: so many are read at a time. */
const BATCH = 500;

/** What has to be done, as far as an official may see it; soonest due first. */
@Injectable()
export class TaskList {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource, @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(Visibility) private readonly visibility: Visibility, @Inject(Powers) private readonly powers: Powers, @Inject(TaskViews) private readonly tasks: TaskViews,
  ) {}

  async find(wanted: TasksWanted, official: string, page: { readonly after?: TaskPlace | undefined; readonly limit: number; readonly language: Language }): Promise<readonly { readonly item: TaskOfCase; readonly place: TaskPlace }[]> {
    const found: Row[] = [];
    let { after } = page;
    for (let more = true; more && found.length < page.limit;) {
      const rows = await this.batch(wanted, official, after);
      for (const row of rows) if (!wanted.mine || (await this.isMine(row, official))) found.push(row);
      after = rows.length > 0 ? placeOf(rows.at(-1)!) : after;
      more = rows.length === BATCH;
    }
    return Promise.all(found.slice(0, page.limit).map(async (row) => ({ item: await this.shown(row, page.language), place: placeOf(row) })));
  }

  private async batch({ mine, institution, due }: TasksWanted, official: string, after: TaskPlace | undefined): Promise<readonly Row[]> {
    const scope = await this.visibility.scopeOf(official);
    const params: unknown[] = [institution ?? null, due ?? null, mine ? scope.institutions : null, ...(after ?? [null, null, null])];
    return query<Row>(this.dataSource, /* sql */ `
      SELECT ${taskColumns}, c.number, c.title AS case_title, c.workflow, c.version
      FROM task t JOIN cases c ON c.id = t.case_id
      WHERE ($1::text IS NULL OR t.institution = $1) AND ($2::date IS NULL OR t.due <= $2) AND ($3::text[] IS NULL OR t.institution = ANY ($3))
        AND ($4::text IS NULL OR (coalesce(t.due::text, '9999-12-31'), t.case_id::text, t.key COLLATE "C") > ($4, $5::text, $6::text))
        AND ${visibleCondition(scope, params)}
      ORDER BY coalesce(t.due::text, '9999-12-31'), t.case_id::text, t.key COLLATE "C" LIMIT ${BATCH}`, params);
  }

  private async isMine({ institution, offices, events, workflow }: Row, official: string): Promise<boolean> {
    const held = await Promise.all(events.map((event) => this.powers.officesHolding(institution, offices, this.visibility.today, { workflow, event })));
    return held.flat().some(({ officials }) => officials.includes(official));
  }

  private async shown(row: Row, language: Language): Promise<TaskOfCase> {
    const { case_id: id, number, case_title: title, workflow, version } = row;
    const definition = this.catalogue.of(workflow, version);
    const task = await this.tasks.of(row, definition, { today: this.visibility.today, language });
    return { ...task, case: { id, number, title, workflow } };
  }
}

function placeOf({ due, case_id: caseId, key }: Row): TaskPlace {
  return [due ?? '9999-12-31', caseId, key];
}
