import { Inject, Injectable } from '@nestjs/common';
import { localDate } from '../calendar/place.js';
import { linkEvents, type JsonObject } from '../kit/index.js';
import type { SqlClient } from '../platform/database.js';
import type { LinkNews } from './store/case-link.js';
import { Workbench } from './workbench.js';

/** Tells cases of the cases linked to them. */
@Injectable()
export class LinkedCases {
  constructor(@Inject(Workbench) private readonly workbench: Workbench) {}

  /**
   * Writes the news into the parent's journal, and takes it through the chart where that waits for it. In the transaction
   * that marks the news as told: it is told once.
   */
  async tell(client: SqlClient, caseId: string, { type, relation, parent }: LinkNews): Promise<void> {
    const { rows: [linked] } = await client.query<{ number: string; workflow: string; outcome: string | null }>('SELECT number, workflow, outcome FROM cases WHERE id = $1', [caseId]);
    const work = await this.workbench.take(client, parent);
    if (!linked || !work) throw new Error(`no case ${caseId}, or none ${parent}, to link`);
    const { definition, world, stamp: { now } } = work;
    const { number, workflow, outcome } = linked;
    const data: JsonObject = { relation, case: caseId, number, workflow, ...(type === linkEvents.closed && { outcome: outcome ?? '' }) };
    work.expireOverdue();
    const refusal = work.take(type, data, { on: localDate(now, world.zone), at: now });
    if (refusal) throw new Error(`${type} refused by ${definition.name}: ${refusal.refused.map(({ code }) => code).join(', ')}`);
    await this.workbench.put(client, work);
  }
}
