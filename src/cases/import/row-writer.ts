import { Inject, Injectable } from '@nestjs/common';
import { Clockwork } from '../../engine/clockwork.js';
import { Engine } from '../../engine/engine.service.js';
import { Tools } from '../../engine/tools.js';
import { Directory } from '../../governance/directory.js';
import type { SqlClient } from '../../platform/database.js';
import { attesting } from './attesting.js';
import { commandOf, TakenBack, type ImportRun, type RowResult } from './import-run.js';
import { hashOfCells, holdRow, keepRow, toldLine, type RowKey, type ToldLine } from './import-store.js';
import { RowCorrector } from './row-corrector.js';
import type { RegisterRow, RowPlan } from './row-plan.js';

/** Writes one row: its whole past in one transaction, or nothing of it. */
@Injectable()
export class RowWriter {
  constructor(
    @Inject(Engine) private readonly engine: Engine, @Inject(Clockwork) private readonly clockwork: Clockwork, @Inject(RowCorrector) private readonly corrector: RowCorrector,
    @Inject(Directory) private readonly directory: Directory, @Inject(Tools) private readonly tools: Tools,
  ) {}

  async write(run: ImportRun, row: RegisterRow): Promise<RowResult> {
    const plan = await this.withUnit(run, run.plan(row));
    const result = await this.engine.transact((client) => this.writeIn(client, run, row, plan)).catch(resultOf);
    // An event added to a past may have started what has ended since.
    if (run.mode === 'write' && result.result === 'updated' && result.caseId !== null) await this.clockwork.expireCase(result.caseId);
    return result;
  }

  private async writeIn(client: SqlClient, run: ImportRun, row: RegisterRow, plan: RowPlan): Promise<RowResult> {
    const key: RowKey = { source: run.source, sheet: row.sheet, row: row.row };
    const known = await holdRow(client, key);
    const hash = hashOfCells(row);
    if (known?.hash === hash) return { caseId: known.caseId, result: 'unchanged', reasons: [] };
    const now = this.tools.clock.now();
    const before = known && run.plan({ ...row, cells: known.cells });
    const written = known && before
      ? { ...(await this.corrector.correct(client, run, { key, known, before, plan, now })), caseId: known.caseId }
      : await this.create(client, run, plan);
    const { told, reasons, caseId } = written;
    await keepRow(client, key, { caseId, hash, cells: row.cells, lines: told, reasons }, { by: run.importer.official, at: now });
    const result: RowResult = { caseId, result: known ? 'updated' : 'created', reasons };
    if (run.mode === 'rehearse') throw new TakenBack(result);
    return result;
  }

  private async create(client: SqlClient, run: ImportRun, plan: RowPlan): Promise<{ told: readonly ToldLine[]; reasons: readonly string[]; caseId: string }> {
    const { definition, importer } = run;
    const { title, territory, region, participants, identifiers, opening } = plan;
    const caseId = this.tools.newId();
    const answers = await this.engine.replayIn(client, {
      id: caseId, definition, title, territory, region, participants, identifiers, data: opening.data, occurredAt: opening.on, recordedBy: importer.official,
      flags: opening.flags, judge: attesting(importer, participants, opening),
    }, plan.lines.map((line) => commandOf(line, caseId, run, plan)));
    const taken = plan.lines.flatMap((line, index) => (typeof answers[index] === 'number' ? [{ line, seq: answers[index] }] : []));
    const told = [toldLine(opening, 1), ...taken.map(({ line, seq }) => toldLine(line, seq))];
    const asked = taken.flatMap(({ line: { needed } }) => (needed === 'always' ? [] : [needed.ifAsked]));
    const refused = plan.lines.filter(({ needed }, index) => needed === 'always' && typeof answers[index] !== 'number').map(({ type }) => `not-taken:${type}`);
    return { told, reasons: [...plan.reasons, ...asked, ...refused], caseId };
  }

  /** An unknown unit is made before the transaction. A rehearsal makes none: the importer's own institution stands in. */
  private async withUnit(run: ImportRun, plan: RowPlan): Promise<RowPlan> {
    const { newUnit } = plan;
    if (!newUnit) return plan;
    if (run.mode === 'write') {
      await this.directory.ensureUnit(newUnit.slug, newUnit.name);
      return plan;
    }
    const unit = `unit-${newUnit.slug}`;
    if (await this.directory.institution(unit)) return plan;
    return { ...plan, participants: plan.participants.map((one) => (one.institution === unit ? { ...one, institution: run.importer.power.institution } : one)) };
  }
}

function resultOf(error: unknown): RowResult {
  if (error instanceof TakenBack) return error.result;
  throw error;
}
