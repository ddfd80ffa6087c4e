import { Inject, Injectable } from '@nestjs/common';
import { localDate } from '../calendar/place.js';
import type { Instrument, MigrationPlan, Reason } from '../kit/index.js';
import type { SqlClient } from '../platform/database.js';
import type { CaseWork } from './case-work.js';
import { Catalogue } from './catalogue.js';
import type { CaseState } from './core/case-state.js';
import type { Definition } from './core/definition.js';
import { isUndecided, isUntouched, migrate, plain, type MigrationDifference, type MigrationPolicy, type Migrated, type Undecided } from './core/migration.js';
import type { Occurrence } from './core/occurrence.js';
import { migrationLines } from './core/house-events.js';
import { Engine } from './engine.service.js';
import type { Judgement } from './ports.js';
import { EngineRefusal } from './refusals.js';
import { lineOf, readJournal } from './store/read-journal.js';
import { Workbench } from './workbench.js';

export type { MigrationDifference, MigrationPolicy };

/** Two versions of a workflow, and how a case of one stands in the other. */
export interface MigrationRoute {
  readonly from: Definition;
  readonly to: Definition;
  readonly plan: MigrationPlan;
}

/** A decision to move cases, as it goes into each one's journal. */
export interface MigrationOrder {
  readonly route: MigrationRoute;
  readonly policy: MigrationPolicy;
  readonly decision: string;
  readonly reason: string;
  readonly instrument: Instrument;
  readonly decidedBy: Pick<Judgement, 'actor' | 'power'>;
}

/** What a case would become, or became; or what must be decided for it first. */
export type CaseMigration =
  | { readonly caseId: string; readonly result: 'moved'; readonly seq: number; readonly difference: MigrationDifference }
  | { readonly caseId: string; readonly result: 'undecided'; readonly questions: readonly Reason[] };

/** Moves running cases from one version of their workflow to another, one transaction each, and takes the move back. */
@Injectable()
export class Migrator {
  constructor(@Inject(Engine) private readonly engine: Engine, @Inject(Catalogue) private readonly catalogue: Catalogue, @Inject(Workbench) private readonly workbench: Workbench) {}

  /** @throws EngineRefusal `invalid-data` when no version says how to get there. */
  route(workflow: string, from: number, to: number): MigrationRoute {
    const find = (version: number): Definition | undefined => this.catalogue.definitions.find((one) => one.name === workflow && one.version === version);
    const [older, newer] = [find(from), find(to)];
    const plan = newer?.migrations?.find((one) => one.from === from && one.to === to);
    if (!older || !newer || !plan) throw new EngineRefusal('invalid-data', [{ code: 'migration-none', params: { from, to } }]);
    return { from: older, to: newer, plan };
  }

  /** What would become of a case; nothing is stored. Null when it is not open on the version any more. */
  async rehearse(caseId: string, { from, to, plan }: MigrationRoute, policy: MigrationPolicy): Promise<CaseMigration | null> {
    return this.engine.transact(async (client) => {
      const work = await this.takeUp(client, caseId, from);
      if (!work) return null;
      return answerOf(work, await this.moved(work, { from, to, plan }, policy));
    });
  }

  /** Moves a case, with a line that says who decided it, by which act, and all that it changed. */
  async move(caseId: string, order: MigrationOrder): Promise<CaseMigration | null> {
    const { route, policy } = order;
    return this.engine.transact(async (client) => {
      const old = await this.takeUp(client, caseId, route.from);
      if (!old) return null;
      // What ended before the decision ended under the old version.
      await this.workbench.put(client, old);
      const work = await this.takeUp(client, caseId, route.from);
      if (!work) return null;
      const result = await this.moved(work, route, policy);
      if (isUndecided(result)) return answerOf(work, result);
      await this.write(client, work, { definition: route.to, order, result });
      return answerOf(work, result);
    });
  }

  /**
   * Takes a move back: the case stands as it stood. Only while nothing has happened to it since.
   * @throws EngineRefusal `event-refused` when it has gone on.
   */
  async restore(caseId: string, seq: number, { route, reason, decidedBy, instrument }: Pick<MigrationOrder, 'route' | 'reason' | 'decidedBy' | 'instrument'>): Promise<number> {
    return this.engine.transact(async (client) => {
      const work = await this.takeUp(client, caseId, route.to);
      const moved = (await readJournal(client, caseId)).map(lineOf).find((line) => line.seq === seq);
      if (!work || !moved || work.changed || !isUntouched(moved.data['after'], work.state, seq)) {
        throw new EngineRefusal('event-refused', [{ code: 'migration-touched', params: { line: (work?.state.seq ?? seq) } }]);
      }
      const before = moved.data['before'] as CaseState;
      const back = await this.workbench.lay(route.from, work.stored, work.stamp.now);
      const state: CaseState = { ...before, seq: seq + 1 };
      const event = this.event(work, migrationLines.restored, { migration: seq, reason, before: moved.data['after'], after: plain(state) }, instrument);
      back.record(event, { state, dispatches: [], competences: [] }, { ...decidedBy, recordedBy: decidedBy.actor.official, flags: [] });
      await this.workbench.putAnew(client, back);
      return state.seq;
    });
  }

  private async takeUp(client: SqlClient, caseId: string, { name, version }: Definition): Promise<CaseWork | null> {
    const work = await this.workbench.take(client, caseId);
    if (!work || work.definition.name !== name || work.definition.version !== version) return null;
    work.expireOverdue();
    return work.state.status === 'open' ? work : null;
  }

  private async moved(work: CaseWork, route: MigrationRoute, policy: MigrationPolicy): Promise<Migrated | Undecided> {
    const names = [...new Set(Object.values(route.to.steps).flatMap(({ law = [] }) => law))];
    const event = this.event(work, migrationLines.migrated, {}, undefined);
    return migrate(route, work.state, policy, { ...event, law: await this.workbench.law(names, event.on, work) }, work.world);
  }

  private async write(client: SqlClient, work: CaseWork, { definition, order, result }: { readonly definition: Definition; readonly order: MigrationOrder; readonly result: Migrated }): Promise<void> {
    const { route, decision, reason, policy, instrument, decidedBy } = order;
    const data = {
      decision, from: route.from.version, to: route.to.version, article: route.plan.article, reason, policy, difference: result.difference,
      before: plain(work.state), after: plain(result.state),
    };
    const next = await this.workbench.lay(definition, work.stored, work.stamp.now);
    next.record(this.event(work, migrationLines.migrated, data, instrument), { state: result.state, dispatches: [], competences: [] }, { ...decidedBy, recordedBy: decidedBy.actor.official, flags: [] });
    await this.workbench.putAnew(client, next);
  }

  private event({ state, world, stamp: { now } }: CaseWork, type: string, data: Occurrence['data'], instrument: Instrument | undefined): Occurrence {
    return { type, data, instrument, source: 'own', on: localDate(now, world.zone), at: now, seq: state.seq + 1, law: {}, order: 'in-order', expired: [], participants: state.participants };
  }
}

function answerOf({ stored: { id: caseId } }: CaseWork, result: Migrated | Undecided): CaseMigration {
  if (isUndecided(result)) return { caseId, result: 'undecided', questions: result.questions };
  return { caseId, result: 'moved', seq: result.state.seq, difference: result.difference };
}
