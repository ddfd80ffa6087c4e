import { Inject, Injectable } from '@nestjs/common';
import type { Law } from '../kit/index.js';
import type { SqlClient } from '../platform/database.js';
import { CaseWork } from './case-work.js';
import { Catalogue } from './catalogue.js';
import type { Definition } from './core/definition.js';
import { Competences, Surroundings, type OpenCommand } from './ports.js';
import type { CaseChange } from './store/case-change.js';
import { lockCase, type StoredCase } from './store/case-row.js';
import { announceEnd, insertLinks } from './store/case-link.js';
import { insertCase } from './store/insert-case.js';
import { dropDerivedRows, saveCase } from './store/save-case.js';
import { catchUp, handOver } from './succession.js';
import { Tools } from './tools.js';

/** What is remembered under an idempotency key. */
type Remember = CaseChange['remember'];

/**
 * Where a case is taken up inside a transaction and put back: locked, pinned to its definition, among its surroundings.
 * Whatever changes a case takes it from here, so that everything it changes is written together.
 */
@Injectable()
export class Workbench {
  constructor(
    @Inject(Catalogue) readonly catalogue: Catalogue, @Inject(Surroundings) private readonly surroundings: Surroundings,
    @Inject(Competences) readonly competences: Competences, @Inject(Tools) private readonly tools: Tools,
  ) {}

  /** Locks a case for the length of the transaction; null when there is none. `now` is the moment of the work. */
  async take(client: SqlClient, caseId: string, asked: { readonly scope?: string; readonly key?: string; readonly now?: string } = {}): Promise<CaseWork | null> {
    const { scope = '', key = '', now = this.tools.clock.now() } = asked;
    const stored = await lockCase(client, caseId, { scope, key });
    return stored && this.lay(this.catalogue.of(stored.workflow, stored.version), stored, now);
  }

  /** A case among its surroundings: one that was locked, or one that is only being made. */
  async lay(definition: Definition, stored: Pick<StoredCase, 'id' | 'headHash' | 'state' | 'flags' | 'territory' | 'remembered'>, now: string): Promise<CaseWork> {
    const world = await this.surroundings.world(stored.state.participants, stored.territory);
    return new CaseWork(definition, stored, world, { now, newId: this.tools.newId });
  }

  /** Dated values by name as they stood on a day, for a case as it now stands. */
  law(names: readonly string[], on: string, { state, stored }: Pick<CaseWork, 'state' | 'stored'>): Promise<Law> {
    return this.surroundings.law(names, on, state.participants, stored.territory);
  }

  /** Writes what became of a case, if anything did. */
  async put(client: SqlClient, work: CaseWork, remember: Remember = null): Promise<void> {
    if (!work.changed) return;
    const { stored, state, stamp } = work;
    await saveCase(client, work.change({ before: stored.state }, remember));
    if (state.status !== stored.state.status) await announceEnd(client, stored.id, state.seq, stamp.now);
    await this.moveCompetences(client, work);
  }

  /** Writes a case whose derived rows are made anew. */
  async putAnew(client: SqlClient, work: CaseWork, remember: Remember = null): Promise<void> {
    await dropDerivedRows(client, work.stored.id);
    await saveCase(client, work.change({ before: null }, remember));
    await this.moveCompetences(client, work);
  }

  /** Writes a case that was just opened. */
  async putNew(client: SqlClient, command: OpenCommand, work: CaseWork, remember: Remember = null): Promise<void> {
    await catchUp(client, this.competences, work);
    await insertCase(client, command, prefixOf(command, work), work.change({ before: null }, remember));
    const { state, stamp } = work;
    await insertLinks(client, command.id, command.links ?? [], stamp.now);
    if (state.status === 'closed') await announceEnd(client, command.id, state.seq, stamp.now);
    await this.moveCompetences(client, work);
  }

  private async moveCompetences(client: SqlClient, work: CaseWork): Promise<void> {
    for (const move of work.competences) {
      await this.competences.apply(client, move, move.changes);
      await handOver(client, this, move, move.changes);
    }
  }
}

/** Of a case number: workflow, region, year of the opening. */
function prefixOf({ definition, region }: OpenCommand, { openedOn }: CaseWork): string {
  return `${definition.abbreviation}-${region ?? 'CL'}-${openedOn.slice(0, 4)}`;
}
