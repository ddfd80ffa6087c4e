import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { fromEpochDay, toEpochDay } from '../calendar/epoch-day.js';
import { localDate } from '../calendar/place.js';
import { Migrator, type CaseMigration, type MigrationDifference, type MigrationOrder, type MigrationPolicy, type MigrationRoute } from '../engine/migrator.js';
import { EngineRefusal } from '../engine/refusals.js';
import { Tools } from '../engine/tools.js';
import { statesOf } from '../engine/definition-reader.js';
import type { Power } from '../governance/powers/decide.js';
import type { Language } from '../i18n/language.js';
import type { Instrument, Reason } from '../kit/index.js';
import { query } from '../platform/database.js';
import { recordOf } from './judging.js';
import { CaseRefusal, invalid, type Fault } from './refusal.js';
import { sayWhy } from './words.js';

/** Which running cases a decision is about; all of the version when nothing is said. */
export interface MigrationFilter {
  readonly region?: string | undefined;
  readonly institution?: string | undefined;
  /** A state, or one that contains it. */
  readonly state?: string | undefined;
  readonly cases?: readonly string[] | undefined;
}

export interface MigrationAsked {
  readonly workflow: string;
  readonly from: number;
  readonly to: number;
  readonly filter: MigrationFilter;
  readonly policy: MigrationPolicy;
}

/** A decision with the act that it rests on. */
export interface MigrationDecided extends MigrationAsked {
  readonly reason: string;
  readonly instrument: Instrument;
}

/** One case of a rehearsed or decided migration. */
export interface MigratedCase {
  readonly case: string;
  readonly number: string;
  readonly result: 'moved' | 'undecided';
  readonly difference: MigrationDifference | null;
  /** What must be decided for it first, in the reader's language. */
  readonly questions: readonly string[];
}

export interface MigrationReport {
  /** The article that governs running cases; null: not read, so each deadline's fate has to be decided. */
  readonly article: string | null;
  readonly cases: readonly MigratedCase[];
}

/** Days within which a decision can be taken back: ours, no law's. */
const UNDO_DAYS = 10;
/** More at once would hold the caller for minutes: the filter can be narrowed. */
const MOST = 1_000;

/** Migration of running cases as a decision: rehearsed, decided by act, undone within its window. */
@Injectable()
export class Migrations {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource, @Inject(Migrator) private readonly migrator: Migrator, @Inject(Tools) private readonly tools: Tools) {}

  /** What the decision would make of each case. Nothing is stored. @throws CaseRefusal `invalid` */
  async rehearse(asked: MigrationAsked, language: Language): Promise<MigrationReport> {
    const route = this.routeOf(asked);
    this.requireKnownNames(asked, route);
    const found = await this.casesOf(asked);
    const cases: MigratedCase[] = [];
    for (const { id, number } of found) cases.push(...shown(await this.migrator.rehearse(id, route, asked.policy), number, route, language));
    return { article: route.plan.article, cases };
  }

  /** Moves every case for which nothing is left to decide; the others stay. @throws CaseRefusal `invalid` */
  async decide(decided: MigrationDecided, by: Power, language: Language): Promise<MigrationReport & { readonly id: string; readonly undoUntil: string }> {
    const route = this.routeOf(decided);
    this.requireKnownNames(decided, route);
    this.requireActOfThePast(decided.instrument);
    const found = await this.casesOf(decided);
    const id = this.tools.newId();
    const undoUntil = fromEpochDay(toEpochDay(this.today) + UNDO_DAYS);
    const { workflow, from, to, filter, policy, reason, instrument } = decided;
    // A decision that is about no case, as one sent twice, is none.
    if (found.length === 0) return { id, undoUntil, article: route.plan.article, cases: [] };
    const sql = 'INSERT INTO migration_decision (id, workflow, from_version, to_version, filter, policy, article, reason, instrument, decided_by, decided_on, undo_until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)';
    await query(this.dataSource, sql, [id, workflow, from, to, JSON.stringify(filter), JSON.stringify(policy), route.plan.article, reason, JSON.stringify(instrument), by.official, this.today, undoUntil]);
    const order: MigrationOrder = { route, policy, decision: id, reason, instrument, decidedBy: decidedBy(by) };
    const cases: MigratedCase[] = [];
    for (const { id: caseId, number } of found) {
      const moved = await this.migrator.move(caseId, order);
      if (moved?.result === 'moved') await query(this.dataSource, 'INSERT INTO migrated_case (decision, case_id, seq) VALUES ($1, $2, $3)', [id, caseId, moved.seq]);
      cases.push(...shown(moved, number, route, language));
    }
    return { id, undoUntil, article: route.plan.article, cases };
  }

  /** The decisions taken for a workflow, in their order. */
  async list(workflow: string): Promise<readonly DecisionView[]> {
    const sql = /* sql */ `
      SELECT d.id, d.from_version AS "from", d.to_version AS "to", d.article, d.reason, d.instrument, d.decided_by AS "decidedBy", d.decided_on AS "decidedOn", d.undo_until AS "undoUntil",
        (SELECT count(*)::int FROM migrated_case m WHERE m.decision = d.id) AS moved, (SELECT count(*)::int FROM migrated_case m WHERE m.decision = d.id AND m.restored_seq IS NOT NULL) AS restored
      FROM migration_decision d WHERE d.workflow = $1 ORDER BY d.id`;
    return query<DecisionView>(this.dataSource, sql, [workflow]);
  }

  /** Takes a decision back for every case to which nothing has happened since. @throws CaseRefusal `not-found`, `event-refused` */
  async undo(workflow: string, id: string, { reason, instrument, by }: { readonly reason: string; readonly instrument: Instrument; readonly by: Power }, language: Language): Promise<readonly MigratedCase[]> {
    const [decision] = await query<DecisionRow>(this.dataSource, 'SELECT from_version, to_version, undo_until FROM migration_decision WHERE id = $1 AND workflow = $2', [id, workflow]);
    if (!decision) throw new CaseRefusal('not-found');
    const route = this.routeOf({ workflow, from: decision.from_version, to: decision.to_version });
    this.requireActOfThePast(instrument);
    if (this.today > decision.undo_until) throw refusedWhy({ code: 'migration-window', params: { until: decision.undo_until } }, route);
    const rows = await query<{ case_id: string; seq: number; number: string }>(this.dataSource, 'SELECT m.case_id, m.seq, c.number FROM migrated_case m JOIN cases c ON c.id = m.case_id WHERE m.decision = $1 AND m.restored_seq IS NULL ORDER BY c.number', [id]);
    const cases: MigratedCase[] = [];
    for (const { case_id: caseId, seq, number } of rows) {
      try {
        const restored = await this.migrator.restore(caseId, seq, { route, reason, instrument, decidedBy: decidedBy(by) });
        await query(this.dataSource, 'UPDATE migrated_case SET restored_seq = $3 WHERE decision = $1 AND case_id = $2', [id, caseId, restored]);
        cases.push({ case: caseId, number, result: 'moved', difference: null, questions: [] });
      } catch (error) {
        if (!(error instanceof EngineRefusal)) throw error;
        cases.push({ case: caseId, number, result: 'undecided', difference: null, questions: error.reasons.map((one) => sayWhy(one, route.to, language)) });
      }
    }
    return cases;
  }

  /** A name that neither version knows would silently decide nothing. */
  private requireKnownNames({ policy, filter: { state } }: MigrationAsked, { from, to }: MigrationRoute): void {
    const [older, newer] = [from, to].map((definition) => new Set(statesOf(definition).map(({ path }) => path)));
    const faults = [
      ...unknownIn('policy.deadlines', Object.keys(policy.deadlines), new Set(Object.keys(to.deadlines))), ...unknownIn('policy.states', Object.keys(policy.states), older),
      ...unknownIn('policy.states', Object.values(policy.states), newer), ...unknownIn('filter.state', state === undefined ? [] : [state], older),
    ];
    if (faults.length > 0) throw invalid(...faults);
  }

  /** An act that decides is there when it decides. */
  private requireActOfThePast({ date }: Instrument): void {
    if (date > this.today) throw invalid({ path: 'instrument.date', word: 'fault.act-to-come', params: { date, today: this.today } });
  }

  private get today(): string {
    return localDate(this.tools.clock.now(), 'America/Santiago');
  }

  private routeOf({ workflow, from, to }: Pick<MigrationAsked, 'workflow' | 'from' | 'to'>): MigrationRoute {
    try {
      return this.migrator.route(workflow, from, to);
    } catch (error) {
      if (error instanceof EngineRefusal) throw invalid({ path: 'to', word: 'fault.no-migration', params: { workflow, from, to } });
      throw error;
    }
  }

  private async casesOf({ workflow, from, filter: { region, institution, state, cases } }: MigrationAsked): Promise<readonly { readonly id: string; readonly number: string }[]> {
    const sql = /* sql */ `
      SELECT c.id, c.number FROM cases c
      WHERE c.workflow = $1 AND c.version = $2 AND c.status = 'open' AND ($3::text IS NULL OR c.region = $3)
        AND ($4::text IS NULL OR EXISTS (SELECT FROM participant p WHERE p.case_id = c.id AND p.institution = $4))
        AND ($5::text IS NULL OR EXISTS (SELECT FROM unnest(c.state) AS s WHERE s = $5 OR starts_with(s, $5 || '.')))
        AND ($6::uuid[] IS NULL OR c.id = ANY ($6))
      ORDER BY c.number LIMIT ${MOST + 1}`;
    const found = await query<{ id: string; number: string }>(this.dataSource, sql, [workflow, from, region ?? null, institution ?? null, state ?? null, cases ?? null]);
    if (found.length > MOST) throw invalid({ path: 'filter', word: 'fault.migration-too-many', params: { most: MOST } });
    return found;
  }
}

function unknownIn(path: string, names: readonly string[], known: ReadonlySet<string>): readonly Fault[] {
  return names.filter((name) => !known.has(name)).map((name) => ({ path: `${path}.${name}`, word: 'fault.name-unknown-to-version', params: { name } }));
}

/** A decision as it was taken, with how many cases it moved and how many of them came back. */
export interface DecisionView extends Record<string, unknown> {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly article: string | null;
  readonly reason: string;
  readonly instrument: Instrument;
  readonly decidedBy: string;
  readonly decidedOn: string;
  readonly undoUntil: string;
  readonly moved: number;
  readonly restored: number;
}

interface DecisionRow extends Record<string, unknown> {
  readonly from_version: number;
  readonly to_version: number;
  readonly undo_until: string;
}

function decidedBy(power: Power): MigrationOrder['decidedBy'] {
  const { office, institution, official } = power;
  return { actor: { role: 'administrator', office, institution, official }, power: recordOf(power) };
}

function refusedWhy(reason: Reason, { to }: MigrationRoute): CaseRefusal {
  return new CaseRefusal('event-refused', { accepted: [], why: (language) => [{ code: reason.code, message: sayWhy(reason, to, language), unblockedBy: [] }] });
}

function shown(migration: CaseMigration | null, number: string, { to }: MigrationRoute, language: Language): readonly MigratedCase[] {
  if (migration === null) return [];
  const { caseId, result } = migration;
  return [{
    case: caseId, number, result, difference: result === 'moved' ? migration.difference : null,
    questions: result === 'undecided' ? migration.questions.map((one) => sayWhy(one, to, language)) : [],
  }];
}
