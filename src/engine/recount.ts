import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { query } from '../platform/database.js';
import { localDate } from '../calendar/place.js';
import type { DeadlineRow } from './core/case-state.js';
import { recount } from './core/deadline-rows.js';
import { Engine } from './engine.service.js';
import { Workbench } from './workbench.js';

/** Recomputes open deadlines when the calendar they were counted by changes; each that moves says so in its journal. */
@Injectable()
export class Recount {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource, @Inject(Engine) private readonly engine: Engine, @Inject(Workbench) private readonly workbench: Workbench,
  ) {}

  /** After a holiday was declared: how many cases it moved a deadline of. `by` declared it, for the reason given. */
  async afterHoliday(holiday: { readonly date: string; readonly name: string }, by: string): Promise<number> {
    const sql = `SELECT DISTINCT case_id FROM deadline WHERE status = 'running' AND (row->>'started')::date < $1::date AND ends_at >= $1::date ORDER BY case_id`;
    const cases = await query<{ case_id: string }>(this.dataSource, sql, [holiday.date]);
    let moved = 0;
    for (const { case_id: caseId } of cases) if (await this.recountCase(caseId, holiday, by)) moved += 1;
    return moved;
  }

  private async recountCase(caseId: string, holiday: { readonly date: string; readonly name: string }, by: string): Promise<boolean> {
    return this.engine.transact(async (client) => {
      const work = await this.workbench.take(client, caseId);
      if (!work) return false;
      const { definition, world, stamp: { now } } = work;
      // What ended under the old calendar, before the holiday was declared, has ended.
      work.expireOverdue();
      const on = localDate(now, world.zone);
      for (const row of work.state.deadlines.filter((one) => one.status === 'running' && moves(one, recount(definition, one, world)))) {
        const data = { deadline: row.name, ...(row.subject && { subject: row.subject }), reason: `${holiday.name}, ${holiday.date}` };
        work.take('deadline.recomputed', data, { on, at: now }, by);
      }
      await this.workbench.put(client, work);
      return work.changed;
    });
  }
}

function moves(before: DeadlineRow, after: DeadlineRow): boolean {
  return before.due !== after.due || before.alternative !== after.alternative || before.endsAt !== after.endsAt;
}
