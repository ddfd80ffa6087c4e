import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { query, withTransaction } from '../platform/database.js';
import { Bell } from './ports.js';
import { Tools } from './tools.js';
import { Workbench } from './workbench.js';

interface EndedCase extends Record<string, unknown> {
  readonly case_id: string;
  readonly ends_at: string;
}

/** What a sweep found: cases whose deadlines it expired, and those it could not (a defect; the others go on). */
export interface Swept {
  readonly expired: number;
  readonly failed: readonly { readonly caseId: string; readonly error: unknown }[];
}

/** Expires deadlines that ended. Any number of workers may sweep at once: each case is looked at again under its lock. */
@Injectable()
export class Clockwork {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource, @Inject(Workbench) private readonly workbench: Workbench,
    @Inject(Bell) private readonly bell: Bell, @Inject(Tools) private readonly tools: Tools,
  ) {}

  /** Expires everything that has ended by now, page by page, so that one case that fails holds up nobody else's. */
  async sweep(): Promise<Swept> {
    const now = this.tools.clock.now();
    const failed: { caseId: string; error: unknown }[] = [];
    let expired = 0;
    let after = '00000000-0000-0000-0000-000000000000';
    for (let page = await this.endedCases(now, after); page.length > 0; page = await this.endedCases(now, after)) {
      for (const { case_id: caseId } of page) {
        after = caseId;
        try {
          if (await this.expireCase(caseId)) expired += 1;
        } catch (error) {
          failed.push({ caseId, error });
        }
      }
    }
    return { expired, failed };
  }

  /** Expires what has ended in one case; false when nothing had. */
  async expireCase(caseId: string): Promise<boolean> {
    const changed = await this.tools.gate.pass(() => withTransaction(this.dataSource, async (client) => {
      const work = await this.workbench.take(client, caseId);
      work?.expireOverdue();
      if (work) await this.workbench.put(client, work);
      return work?.changed ?? false;
    }));
    if (changed) this.bell.ring();
    return changed;
  }

  /** The next instant at which any deadline ends; null when none runs. */
  async nextEnd(): Promise<string | null> {
    const [row] = await query<{ ends_at: string }>(this.dataSource, `SELECT ends_at FROM deadline WHERE status = 'running' ORDER BY ends_at LIMIT 1`);
    return row?.ends_at ?? null;
  }

  private endedCases(now: string, after: string): Promise<EndedCase[]> {
    const sql = `SELECT case_id, min(ends_at) AS ends_at FROM deadline WHERE status = 'running' AND ends_at <= $1 AND case_id > $2 GROUP BY case_id ORDER BY case_id LIMIT 200`;
    return query<EndedCase>(this.dataSource, sql, [now, after]);
  }
}

