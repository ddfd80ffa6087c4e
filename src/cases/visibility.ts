import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { localDate } from '../calendar/place.js';
import { Tools } from '../engine/tools.js';
import { Powers } from '../governance/powers/powers.js';
import { readingCondition, type ReadingScope } from '../governance/powers/reading.js';
import { query } from '../platform/database.js';
import { CaseRefusal } from './refusal.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Who may see which cases. What one may not see does not exist. */
@Injectable()
export class Visibility {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource, @Inject(Powers) private readonly powers: Powers, @Inject(Tools) private readonly tools: Tools) {}

  /** The day it is for the administration of the country. */
  get today(): string {
    return localDate(this.tools.clock.now(), 'America/Santiago');
  }

  /** @throws CaseRefusal `unknown-case` */
  async require(official: string, caseId: string): Promise<void> {
    if (!UUID.test(caseId)) throw new CaseRefusal('unknown-case');
    const params: unknown[] = [caseId];
    const condition = visibleCondition(await this.scopeOf(official), params);
    const [found] = await query(this.dataSource, `SELECT 1 FROM cases c WHERE c.id = $1 AND ${condition}`, params);
    if (!found) throw new CaseRefusal('unknown-case');
  }

  /** Of some cases, those an official may see. */
  async among(official: string, caseIds: readonly string[]): Promise<ReadonlySet<string>> {
    const params: unknown[] = [caseIds.filter((id) => UUID.test(id))];
    const condition = visibleCondition(await this.scopeOf(official), params);
    const found = await query<{ id: string }>(this.dataSource, `SELECT c.id FROM cases c WHERE c.id = ANY ($1) AND ${condition}`, params);
    return new Set(found.map(({ id }) => id));
  }

  scopeOf(official: string): Promise<ReadingScope> {
    return this.powers.readingScope(official, this.today);
  }
}

/** The condition that a case `c` may be read; appends to `params`. */
export function visibleCondition(scope: ReadingScope, params: unknown[]): string {
  return readingCondition(scope, { region: 'c.region', takesPart }, params);
}

function takesPart(institutions: string): string {
  return `EXISTS (SELECT FROM participant p WHERE p.case_id = c.id AND p.institution = ANY (${institutions}))`;
}
