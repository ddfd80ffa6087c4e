import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CaseReader, leavesOf, type CaseRead } from '../../engine/case-reader.js';
import { Directory } from '../../governance/directory.js';
import type { Language } from '../../i18n/language.js';
import type { JsonObject, Variant } from '../../kit/index.js';
import { query } from '../../platform/database.js';
import type { CaseHead } from '../case-head.js';
import { cautionsOf, cautionsOfPast } from '../cautions.js';
import { CaseRefusal } from '../refusal.js';
import { deadlinesOf, type DeadlineView } from './deadlines.js';
import { linksOf, type LinkView } from './links.js';
import { NextActs, type NextView } from './next.js';
import { stepsOf, type StepView } from './steps.js';
import { TaskViews } from './task-views.js';
import { taskColumns, type TaskRow, type TaskView } from './tasks.js';
import { waitsOf, type WaitView } from './waits.js';

/** A case as the contract shows it: everything there is to know of where it stands. */
export interface CaseView extends CaseHead {
  readonly outcomeName: string | null;
  readonly participants: readonly { readonly role: string; readonly institution: string; readonly party: boolean; readonly name: string; readonly roleName: string }[];
  /** What the reader must know before relying on it: a definition without official text, a law that has changed. */
  readonly cautions: readonly string[];
  /** How the case's region begins and ends this procedure, by its own register; null where none says. */
  readonly variant: Variant | null;
  readonly links: readonly LinkView[];
  readonly data: JsonObject;
  readonly deadlines: readonly DeadlineView[];
  readonly tasks: readonly TaskView[];
  readonly steps: readonly StepView[];
  readonly waits: readonly WaitView[];
  readonly next: readonly NextView[];
}

/** Shows cases to officials who may see them (the caller has asked). */
@Injectable()
export class CaseViewer {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource, @Inject(CaseReader) private readonly reader: CaseReader,
    @Inject(Directory) private readonly directory: Directory, @Inject(TaskViews) private readonly tasks: TaskViews, @Inject(NextActs) private readonly next: NextActs,
  ) {}

  /** @throws CaseRefusal `unknown-case` */
  async view(caseId: string, official: string, language: Language): Promise<CaseView> {
    const read = await this.reader.read(caseId);
    if (!read) throw new CaseRefusal('unknown-case');
    const [identifiers, tasks, participants, links] = await Promise.all([
      this.identifiersOf(caseId), this.tasksOf(read, language), this.participantsOf(read, language), linksOf(this.dataSource, caseId),
    ]);
    const movers = tasks.flatMap(({ offices, institution }) => offices.map((office) => ({ office, institution })));
    return {
      ...headOf(read, language), participants, identifiers, links, cautions: [...cautionsOf(read.definition, language), ...cautionsOfPast(read.stored, language)], variant: variantOf(read),
      data: read.stored.state.envelope.context,
      deadlines: deadlinesOf(read, this.reader, language), tasks, steps: stepsOf(read, this.reader, language), waits: waitsOf(read, language),
      next: await this.next.of(read, official, language, movers),
    };
  }

  private async identifiersOf(caseId: string): Promise<CaseView['identifiers']> {
    return query<{ scheme: string; value: string }>(this.dataSource, 'SELECT scheme, value FROM identifier WHERE case_id = $1 ORDER BY scheme, value', [caseId]);
  }

  private async tasksOf({ stored, definition, today }: CaseRead, language: Language): Promise<readonly TaskView[]> {
    const rows = await query<TaskRow>(this.dataSource, `SELECT ${taskColumns} FROM task t WHERE t.case_id = $1 ORDER BY t.due NULLS LAST, t.key`, [stored.id]);
    return Promise.all(rows.map((row) => this.tasks.of(row, definition, { today, language })));
  }

  private async participantsOf({ stored: { state }, definition }: CaseRead, language: Language): Promise<CaseView['participants']> {
    return Promise.all(state.participants.map(async ({ role, institution, party }) => {
      const name = (await this.directory.institution(institution))?.name ?? institution;
      return { role, institution, party, name, roleName: definition.words[language].roles[role] ?? role };
    }));
  }
}

function variantOf({ stored: { region }, definition: { variants = [] } }: CaseRead): Variant | null {
  return variants.find((one) => one.region === region) ?? null;
}

function headOf({ stored, definition }: CaseRead, language: Language) {
  const { id, number, workflow, version, title, territory, region, openedOn, flags, state } = stored;
  const { status, outcome, seq, since } = state;
  const words = definition.words[language];
  const leaves = leavesOf(state);
  return {
    id, number, workflow, version, title, territory, region, status, state: leaves, stateNames: leaves.map((leaf) => words.states[leaf] ?? leaf),
    outcome, outcomeName: outcome === null ? null : (words.outcomes[outcome] ?? outcome), seq, openedOn, since, flags,
  };
}
