import type { Definition } from '../../engine/case-reader.js';
import type { SendCommand } from '../../engine/ports.js';
import { attesting, type Importer } from './attesting.js';
import type { PlannedLine, RegisterRow, RowPlan, UnfitRow } from './row-plan.js';

/** One import: what its rows are written with. */
export interface ImportRun {
  /** Whose register it is: rows of two registers may bear the same sheet and number. */
  readonly source: string;
  /** The definition that cases of a workflow are opened on. */
  readonly definitionOf: (workflow: string) => Definition;
  readonly importer: Importer;
  /** `rehearse` does everything and takes it back. */
  readonly mode: 'write' | 'rehearse';
  readonly plan: (row: RegisterRow) => RowPlan | UnfitRow;
}

export interface RowResult {
  readonly caseId: string | null;
  readonly result: 'created' | 'updated' | 'unchanged' | 'rejected';
  readonly reasons: readonly string[];
}

/** Ends a transaction that shall leave nothing behind, with what to answer. */
export class TakenBack extends Error {
  constructor(readonly result: RowResult) {
    super('taken back');
  }
}

/** A planned line as an event of its case. */
export function commandOf(line: PlannedLine, caseId: string, { importer }: Pick<ImportRun, 'importer'>, { participants }: Pick<RowPlan, 'participants'>): SendCommand {
  return {
    caseId, type: line.type, data: line.data, occurredAt: line.on, instrument: line.instrument ?? undefined, recordedBy: importer.official, flags: line.flags,
    judge: attesting(importer, participants, line),
  };
}
