import type { Engine } from '../../engine/engine.service.js';
import { addIdentifiers } from '../../engine/identifiers.js';
import type { Tools } from '../../engine/tools.js';
import type { SqlClient } from '../../platform/database.js';
import { attesting } from './attesting.js';
import { commandOf, type ImportRun } from './import-run.js';
import { casesAbout, lastDay, toldLine, type OlderCase, type ToldLine } from './import-store.js';
import type { PlannedLine, RowPlan } from './row-plan.js';

/** What a row told, and where. */
export interface Told {
  readonly caseId: string;
  readonly told: readonly ToldLine[];
  readonly reasons: readonly string[];
}

/** Tells a row that was not known: on the case it is about, where that takes it, or on a case of its own. */
export class RowTeller {
  constructor(private readonly engine: Engine, private readonly tools: Tools) {}

  async tell(client: SqlClient, run: ImportRun, plan: RowPlan): Promise<Told & { readonly result: 'created' | 'updated' }> {
    const older = plan.about ? await casesAbout(client, plan.about, plan.region) : [];
    const several = older.length > 1 ? [`about-several:${older.length}`] : [];
    if (plan.onto) {
      for (const one of older) {
        const told = await this.goOn(client, run, { ...plan, ...plan.onto }, one);
        if (told) return { ...told, reasons: [...told.reasons, ...several], result: 'updated' };
      }
    }
    const told = await this.open(client, run, plan, older[0] ?? null);
    return { ...told, reasons: [...told.reasons, ...several], result: 'created' };
  }

  /** Tells the lines on a case that is open already; null where it does not take the first of them. */
  private async goOn(client: SqlClient, run: ImportRun, plan: RowPlan, { id }: OlderCase): Promise<Told | null> {
    const told: ToldLine[] = [];
    const refused: PlannedLine[] = [];
    for (const line of plan.lines) {
      const flags = (await lastDay(client, id)) > line.on ? [...new Set([...line.flags, 'order'])] : line.flags;
      const sent = await this.engine.sendIn(client, commandOf({ ...line, flags }, id, run, plan), this.tools.clock.now());
      if (!sent.refused) told.push(toldLine(line, sent.answer.seq));
      else if (told.length === 0) return null;
      else refused.push(line);
    }
    await addIdentifiers(client, id, plan.identifiers);
    return { caseId: id, told, reasons: reasonsOf(plan, told, refused) };
  }

  /** A case with its whole past, linked to the one it is about. */
  private async open(client: SqlClient, run: ImportRun, plan: RowPlan, older: OlderCase | null): Promise<Told> {
    const { definitionOf, importer } = run;
    const { workflow, title, territory, region, participants, identifiers, opening, about } = plan;
    const caseId = this.tools.newId();
    const answers = await this.engine.replayIn(client, {
      id: caseId, definition: definitionOf(workflow), title, territory, region, participants, identifiers, data: opening.data, occurredAt: opening.on,
      recordedBy: importer.official, flags: opening.flags, judge: attesting(importer, participants, opening),
      ...(older && about && { links: [{ relation: about.relation, case: older.id }] }),
    }, plan.lines.map((line) => commandOf(line, caseId, run, plan)));
    const taken = plan.lines.flatMap((line, index) => (typeof answers[index] === 'number' ? [toldLine(line, answers[index])] : []));
    const refused = plan.lines.filter((_line, index) => typeof answers[index] !== 'number');
    const apart = older && plan.onto ? [`amends-apart:${older.number}`] : [];
    return { caseId, told: [toldLine(opening, 1), ...taken], reasons: [...reasonsOf(plan, taken, refused), ...apart] };
  }
}

/** What is odd about the row, what the procedure asked for that the register does not show, and what it did not take. */
function reasonsOf({ lines, reasons }: RowPlan, told: readonly ToldLine[], refused: readonly PlannedLine[]): readonly string[] {
  const asked = lines.flatMap(({ key, needed }) => (needed !== 'always' && told.some((line) => line.key === key) ? [needed.ifAsked] : []));
  return [...reasons, ...asked, ...refused.flatMap(({ type, needed }) => (needed === 'always' ? [`not-taken:${type}`] : []))];
}
