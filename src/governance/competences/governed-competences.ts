import { Injectable } from '@nestjs/common';
import { Competences } from '../../engine/ports.js';
import type { CompetenceChange } from '../../kit/index.js';
import type { SqlClient } from '../../platform/database.js';

/** The ledger as the engine sees it. */
@Injectable()
export class GovernedCompetences extends Competences {
  override apply(_client: SqlClient, { caseId }: { readonly caseId: string }, changes: readonly CompetenceChange[]): Promise<void> {
    return Promise.reject(new Error(`case ${caseId} moves ${changes.length} competences, and the ledger takes none yet`));
  }
}
