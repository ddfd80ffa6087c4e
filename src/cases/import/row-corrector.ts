import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { Engine } from '../../engine/engine.service.js';
import { addIdentifiers } from '../../engine/identifiers.js';
import { Rectifier } from '../../engine/rectifier.js';
import { EngineRefusal } from '../../engine/refusals.js';
import type { SqlClient } from '../../platform/database.js';
import { attesting } from './attesting.js';
import { commandOf, TakenBack, type ImportRun } from './import-run.js';
import { lastDay, toldLine, type ImportedRow, type RowKey, type ToldLine } from './import-store.js';
import type { PlannedLine, RowPlan } from './row-plan.js';

/** A row that is known and reads otherwise now. */
export interface CorrectedRow {
  readonly key: RowKey;
  readonly known: ImportedRow;
  /** What the row said before, planned as of today. */
  readonly before: RowPlan;
  readonly plan: RowPlan;
  readonly now: string;
}

/** Brings a case up to a corrected row: what it says otherwise by rectifications, what it says in addition by events. */
@Injectable()
export class RowCorrector {
  constructor(@Inject(Engine) private readonly engine: Engine, @Inject(Rectifier) private readonly rectifier: Rectifier) {}

  /** @throws TakenBack, `rejected`, when the past cannot be corrected so: the case then stays as it is. */
  async correct(client: SqlClient, run: ImportRun, row: CorrectedRow): Promise<{ told: readonly ToldLine[]; reasons: readonly string[] }> {
    const { known } = row;
    const plan = datedAsBefore(row);
    const lines = new Map((opens(known) ? [plan.opening, ...plan.lines] : plan.lines).map((line) => [line.key, line]));
    const stuck = known.lines.filter((told) => lines.get(told.key)?.type !== told.type);
    if (stuck.length > 0) throw notCorrectable(row, stuck.map(({ key }) => key));
    const told: ToldLine[] = [...(await this.rectifyAll(client, run, row, lines))];
    const asked: string[] = [];
    for (const line of plan.lines) {
      const added = known.lines.some(({ key }) => key === line.key) ? null : await this.add(client, run, row, line);
      if (added) told.push(added);
      if (line.needed !== 'always' && told.some(({ key }) => key === line.key)) asked.push(line.needed.ifAsked);
    }
    await addIdentifiers(client, known.caseId, plan.identifiers);
    return { told, reasons: [...plan.reasons, ...asked, ...notCorrected(row)] };
  }

  /**
   * Rectifies the lines that read otherwise, each when the others let it: moved alone, a line may let a deadline expire that the
   * next one meets in time once it is moved as well.
   */
  private async rectifyAll(client: SqlClient, run: ImportRun, row: CorrectedRow, lines: ReadonlyMap<string, PlannedLine>): Promise<readonly ToldLine[]> {
    const now = row.known.lines.map((told) => toldNow(told, lines.get(told.key)!));
    let waiting = now.filter((line, index) => !isDeepStrictEqual(line, row.known.lines[index]));
    while (waiting.length > 0) {
      const refused: ToldLine[] = [];
      for (const line of waiting) {
        const { instrument, seq: corrects, replaces } = line;
        const done = await this.rectify(client, run, row, { ...lines.get(line.key)!, instrument }, { corrects, replaces });
        if (!done) refused.push(line);
      }
      if (refused.length === waiting.length) throw notCorrectable(row, refused.map(({ key }) => key));
      waiting = refused;
    }
    return now;
  }

  /** A line the register did not show before; null where the procedure does not ask for it. */
  private async add(client: SqlClient, run: ImportRun, row: CorrectedRow, line: PlannedLine): Promise<ToldLine | null> {
    const { caseId } = row.known;
    const corrects = await this.preventedExpiry(client, run, row, line);
    if (corrects !== null && (await this.rectify(client, run, row, line, { corrects, replaces: 'expiry' }))) return { ...toldLine(line, corrects), replaces: 'expiry' };
    const flags = (await lastDay(client, caseId)) > line.on ? [...new Set([...line.flags, 'order'])] : line.flags;
    const { answer, refused } = await this.engine.sendIn(client, commandOf({ ...line, flags }, caseId, run, row.plan), row.now);
    if (!refused) return toldLine(line, answer.seq);
    if (line.needed === 'always') throw notCorrectable(row, [line.key]);
    return null;
  }

  /** Whether the case takes the correction; where not, nothing of it is written. */
  private async rectify(
    client: SqlClient, { importer }: ImportRun, row: CorrectedRow, line: PlannedLine, { corrects, replaces }: { readonly corrects: number; readonly replaces: ToldLine['replaces'] },
  ): Promise<boolean> {
    try {
      await this.rectifier.rectifyIn(client, {
        caseId: row.known.caseId, corrects, occurredAt: line.on, data: line.data, instrument: line.instrument ?? undefined, recordedBy: importer.official, flags: line.flags,
        ...(replaces === 'expiry' && { type: line.type }), reason: `Corrección del registro importado, fila ${row.key.sheet}/${row.key.row}`,
        judge: attesting(importer, row.plan.participants, line),
      });
      return true;
    } catch (error) {
      if (error instanceof EngineRefusal) return false;
      throw error;
    }
  }

  /** The expiry, already told, of a deadline that this line, told late, had met in time. */
  private async preventedExpiry(client: SqlClient, { definitionOf }: ImportRun, { known: { caseId }, plan: { workflow } }: CorrectedRow, line: PlannedLine): Promise<number | null> {
    const metBy = Object.entries(definitionOf(workflow).deadlines).filter(([, rule]) => rule.metBy.includes(line.type)).map(([name]) => name);
    const { rows } = await client.query<{ seq: number }>(
      `SELECT d.ended_seq AS seq FROM (SELECT (row->>'endedSeq')::int AS ended_seq, row->>'endedOn' AS ended_on, status, name FROM deadline WHERE case_id = $1) d
       WHERE d.status = 'expired' AND d.name = ANY($2) AND d.ended_on > $3
         AND EXISTS (SELECT FROM journal j WHERE j.case_id = $1 AND j.seq = d.ended_seq AND j.type = 'deadline.expired') ORDER BY d.ended_seq LIMIT 1`,
      [caseId, metBy, line.on],
    );
    return rows[0]?.seq ?? null;
  }
}

/** What a line says now; an act behind it that the register no longer dates stays. */
function toldNow(told: ToldLine, line: PlannedLine): ToldLine {
  return { ...told, on: line.on, dated: !line.flags.includes('dateImplied'), data: line.data, instrument: line.instrument ?? told.instrument };
}

/** Whether the row opened its case, or was told on that of an agreement imported before. */
function opens({ lines }: ImportedRow): boolean {
  return lines.some(({ key }) => key === 'opened');
}

/** The plan for where the row was told; what was dated by the day of the import, for want of any date, keeps that day. */
function datedAsBefore({ known, plan: whole }: CorrectedRow): RowPlan {
  const plan = opens(known) ? whole : { ...whole, lines: [], ...whole.onto };
  if (!plan.reasons.includes('no-dates')) return plan;
  const days = new Map(known.lines.map(({ key, on }) => [key, on]));
  const dated = (line: PlannedLine): PlannedLine => ({ ...line, on: days.get(line.key) ?? line.on });
  return { ...plan, opening: dated(plan.opening), lines: plan.lines.map(dated) };
}

/** What a case is opened with once and for all, and reads otherwise now. */
function notCorrected({ known, before, plan }: CorrectedRow): readonly string[] {
  if (!opens(known)) return [];
  const fixed = { title: [before.title, plan.title], territory: [before.territory, plan.territory], participants: [before.participants, plan.participants] };
  return Object.entries(fixed).filter(([, [was, is]]) => !isDeepStrictEqual(was, is)).map(([name]) => `not-corrected:${name}`);
}

function notCorrectable({ known }: CorrectedRow, keys: readonly string[]): TakenBack {
  return new TakenBack({ caseId: known.caseId, result: 'rejected', reasons: keys.map((key) => `not-correctable:${key}`) });
}
