import { Inject, Injectable } from '@nestjs/common';
import { Competences, type CompetenceMove } from '../../engine/ports.js';
import type { CompetenceChange } from '../../kit/index.js';
import type { SqlClient } from '../../platform/database.js';
import { asking, enterTitles } from './entering.js';
import { Ledger } from './ledger.js';
import type { TitleEntry } from './title.js';

/** The ledger as the engine sees it. */
@Injectable()
export class GovernedCompetences extends Competences {
  constructor(@Inject(Ledger) private readonly ledger: Ledger) {
    super();
  }

  override async apply(client: SqlClient, move: CompetenceMove, changes: readonly CompetenceChange[]): Promise<void> {
    await enterTitles(asking(client), changes.map((change) => entryOf(move, change)));
  }

  override async hold(client: SqlClient, competences: readonly string[]): Promise<void> {
    await client.query('SELECT FROM competence WHERE code = ANY ($1) ORDER BY code FOR SHARE', [competences]);
  }

  override inCharge(client: SqlClient, competence: string, territory: string | null, on: string): Promise<string | null> {
    return this.ledger.inCharge(competence, territory, on, asking(client));
  }
}

/** A temporary change without a last day is one whose last day is not known. */
function entryOf({ caseId, seq }: CompetenceMove, { sharedWith = [], ...change }: CompetenceChange): TitleEntry {
  const ends = change.duration === 'definitive' ? 'never' : change.until === null ? 'unknown' : 'on-day';
  const others = sharedWith.map((institution) => ({ institution, part: 'shares' as const }));
  return { ...change, until: ends === 'on-day' ? change.until : null, ends, others, source: `case ${caseId} line ${seq}`, caseId, seq };
}
