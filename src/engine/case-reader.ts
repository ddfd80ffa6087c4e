import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Step } from '../calendar/steps.js';
import { localDate, placeOf } from '../calendar/place.js';
import type { StateMeta } from '../kit/index.js';
import { query, type SqlClient } from '../platform/database.js';
import { Catalogue } from './catalogue.js';
import { Clockwork } from './clockwork.js';
import { openActs } from './core/accepted.js';
import { countingBody, type CaseState, type DeadlineRow, type StepRow } from './core/case-state.js';
import { activeStates, metaOf } from './core/chart.js';
import { dueOf } from './core/deadline-rows.js';
import { ruleOf, type Definition } from './core/definition.js';
import { expireEnded } from './core/expiries.js';
import { firstBrokenLine, GENESIS, type ChainedLine, type JournalLine, type PowerRecord } from './core/journal-line.js';
import { leafPaths } from './core/kernel.js';
import { entitled, entitledTo, mergedOffices, possibleEvents, type Entitled, type Possible } from './core/next.js';
import type { World } from './core/outcome.js';
import { Surroundings, type ActMoment } from './ports.js';
import { readCase, type StoredCase } from './store/case-row.js';
import { readJournal } from './store/read-journal.js';
import { Tools } from './tools.js';

export type { CaseState, ChainedLine, DeadlineRow, Definition, JournalLine, Possible, PowerRecord, StepRow, StoredCase };
export { entitled, firstBrokenLine, GENESIS };

/** A case as it stands, with what is needed to speak of it. */
export interface CaseRead {
  readonly stored: StoredCase;
  readonly definition: Definition;
  readonly world: World;
  readonly now: string;
  /** The day it is in the case's territory. */
  readonly today: string;
}

/** Reads cases for people: the engine's door for those who only look. */
@Injectable()
export class CaseReader {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource, @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(Surroundings) private readonly surroundings: Surroundings, @Inject(Clockwork) private readonly clockwork: Clockwork, @Inject(Tools) private readonly tools: Tools,
  ) {}

  /** The case now; null when there is none. What has ended is expired first: nobody sees an overdue deadline running. */
  async read(id: string): Promise<CaseRead | null> {
    const now = this.tools.clock.now();
    const found = await readCase(this.client, id);
    const overdue = found?.state.deadlines.some((row) => row.status === 'running' && row.endsAt !== null && row.endsAt <= now) ?? false;
    const stored = overdue && (await this.clockwork.expireCase(id)) ? await readCase(this.client, id) : found;
    if (!stored) return null;
    const definition = this.catalogue.of(stored.workflow, stored.version);
    const world = await this.surroundings.world(stored.state.participants, stored.territory);
    return { stored, definition, world, now, today: localDate(now, world.zone) };
  }

  /** Everything that could happen to the case now, each with an example that works or the reasons why none does. */
  async next({ stored, definition, world, now, today }: CaseRead): Promise<readonly Possible[]> {
    const names = [...Object.values(definition.events), ...Object.values(definition.steps)].flatMap(({ law = [] }) => law);
    const law = await this.surroundings.law([...new Set(names)], today, stored.state.participants, stored.territory);
    // The day of the territory may be ahead of the clock of the body that must act: an event sent now expires that first.
    const state = expireEnded(definition, stored.state, { on: today, at: now }, world).at(-1)?.decision.state ?? stored.state;
    return possibleEvents(definition, state, { on: today, at: now, law }, world);
  }

  /** How a deadline's date was counted, recomputed; empty while it has none, or where the date stands in the act itself. */
  explanationOf({ definition, world }: CaseRead, row: DeadlineRow): readonly Step[] {
    const rule = ruleOf(definition, row.name);
    if (row.started === null || row.due === null || rule.untilField) return [];
    const body = countingBody(row);
    return dueOf(rule, row, body === '' ? placeOf(null) : world.placeOf(body)).explanation;
  }

  /** Who is expected to act, or may, in an open step: offices by role, of these participants. */
  actorsOfStep({ definition, stored: { state }, today }: CaseRead, step: StepRow): Entitled {
    const acts = openActs(definition, state, today, {}).filter((act) => act.stepId === step.id);
    const participants = state.participants.filter((one) => acts.some((act) => entitled(state, act).includes(one)));
    return { by: mergedOffices(acts.map(({ by }) => by)), participants };
  }

  /** A case's journal as it was written, first line first. */
  journal(id: string): Promise<readonly ChainedLine[]> {
    return readJournal(this.client, id);
  }

  private get client(): Pick<SqlClient, 'query'> {
    const read = async ({ text, values }: { readonly text: string; readonly values: readonly unknown[] }): Promise<{ rows: unknown[] }> => ({ rows: await query(this.dataSource, text, values) });
    return { query: read } as unknown as Pick<SqlClient, 'query'>;
  }
}

/** What the active states of a case declare: tasks, waits, acts they refuse; leaves first. */
export function activeMeta({ definition, stored }: Pick<CaseRead, 'definition' | 'stored'>): readonly StateMeta[] {
  return activeStates(definition, stored.state.envelope.value).map(metaOf);
}

/** The active leaf states as dotted paths. */
export function leavesOf(state: CaseState): readonly string[] {
  return leafPaths(state.envelope.value);
}

/** Who may do an act at a moment: offices by role, of these participants; undefined when the case does not know the act then. */
export function whoMay(definition: Definition, state: CaseState, type: string, moment: ActMoment): Entitled | undefined {
  return entitledTo(definition, state, type, { ...moment, law: {} });
}
