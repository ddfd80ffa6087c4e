import { Inject, Injectable } from '@nestjs/common';
import { Clockwork } from '../../engine/clockwork.js';
import { Engine } from '../../engine/engine.service.js';
import { Tools } from '../../engine/tools.js';
import { Directory } from '../../governance/directory.js';
import type { SqlClient } from '../../platform/database.js';
import { TakenBack, type ImportRun, type RowResult } from './import-run.js';
import { hashOfCells, holdRow, keepRow, type ImportedRow, type RowKey } from './import-store.js';
import { RowCorrector } from './row-corrector.js';
import { RowTeller, type Told } from './row-teller.js';
import type { RegisterRow, RowPlan } from './row-plan.js';

/** Writes one row: its whole past in one transaction, or nothing of it. */
@Injectable()
export class RowWriter {
  private readonly teller: RowTeller;

  constructor(
    @Inject(Engine) private readonly engine: Engine, @Inject(Clockwork) private readonly clockwork: Clockwork, @Inject(RowCorrector) private readonly corrector: RowCorrector,
    @Inject(Directory) private readonly directory: Directory, @Inject(Tools) private readonly tools: Tools,
  ) {
    this.teller = new RowTeller(engine, tools);
  }

  async write(run: ImportRun, row: RegisterRow): Promise<RowResult> {
    const planned = run.plan(row);
    if ('unfit' in planned) return { caseId: null, result: 'rejected', reasons: planned.unfit };
    const plan = await this.withUnit(run, planned);
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
    const { told, reasons, caseId, result } = known ? await this.correct(client, run, { key, known, row, plan }) : await this.teller.tell(client, run, plan);
    await keepRow(client, key, { caseId, hash, cells: row.cells, lines: told, reasons }, { by: run.importer.official, at: this.tools.clock.now() });
    const written: RowResult = { caseId, result, reasons };
    if (run.mode === 'rehearse') throw new TakenBack(written);
    return written;
  }

  private async correct(
    client: SqlClient, run: ImportRun, { key, known, row, plan }: { readonly key: RowKey; readonly known: ImportedRow; readonly row: RegisterRow; readonly plan: RowPlan },
  ): Promise<Told & { readonly result: 'updated' }> {
    const before = run.plan({ ...row, cells: known.cells });
    // What was written once had a plan; and the names it was made of do not go.
    if ('unfit' in before) throw new Error(`row ${key.sheet}/${key.row} was imported and cannot be read`);
    const corrected = await this.corrector.correct(client, run, { key, known, before, plan, now: this.tools.clock.now() });
    return { ...corrected, caseId: known.caseId, result: 'updated' };
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
