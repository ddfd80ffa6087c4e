import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { withTransaction, type SqlClient } from '../platform/database.js';
import { errorCode } from '../platform/postgres/error-code.js';
import { Tools } from './tools.js';
import { actMoment } from './act-moment.js';
import type { CaseWork, Recording } from './case-work.js';
import { expiredNames, type CaseState, type OpeningData } from './core/case-state.js';
import { blankState, decide, openCase } from './core/decide.js';
import { datingOf, type Occurrence } from './core/occurrence.js';
import { GENESIS } from './core/journal-line.js';
import { lawOf } from './core/next.js';
import { isRefused, type Refusal } from './core/outcome.js';
import { Bell, type ActMoment, type Judgement, type OpenCommand, type SendCommand } from './ports.js';
import { EngineRefusal } from './refusals.js';
import { Catalogue } from './catalogue.js';
import { validData } from './event-data.js';
import { isKeyTaken, rememberedOpening } from './store/insert-case.js';
import { Workbench } from './workbench.js';

const deadlockDetected = '40P01';

/** What an event made of its case: where it stands; `repeated` when the same key had been answered before. */
export interface Answer {
  readonly caseId: string;
  readonly seq: number;
  readonly repeated: boolean;
}

/** The one door: nothing else changes a case. */
@Injectable()
export class Engine {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource, @Inject(Catalogue) readonly catalogue: Catalogue,
    @Inject(Workbench) private readonly workbench: Workbench, @Inject(Bell) private readonly bell: Bell, @Inject(Tools) private readonly tools: Tools,
  ) {}

  /** Opens a case, in one transaction. The same key of the same official opens it once. */
  async open(command: OpenCommand): Promise<Answer> {
    const opening = (): Promise<Answer> => this.transact((client) => this.openIn(client, command));
    const answer = await opening().catch((error: unknown) => (isKeyTaken(error) ? opening() : Promise.reject(error)));
    this.bell.ring();
    return answer;
  }

  /** An event of a case, in one transaction. Throws `EngineRefusal`, or what the judge throws; what expired before it stays expired. */
  async send(command: SendCommand): Promise<Answer> {
    const now = this.tools.clock.now();
    const { answer, refused, hasNews } = await this.transact((client) => this.sendIn(client, command, now));
    if (hasNews) this.bell.ring();
    if (refused) throw refused;
    return answer;
  }

  /** A transaction that leaves connections free for what governance is asked from inside it. */
  async transact<Result>(work: (client: SqlClient) => Promise<Result>): Promise<Result> {
    const once = (): Promise<Result> => this.tools.gate.pass(() => withTransaction(this.dataSource, work));
    try {
      return await once();
    } catch (error) {
      // A competence that takes open cases along locks many: of two that wait for each other PostgreSQL lets one go on first.
      if (errorCode(error) === deadlockDetected) return once();
      throw error;
    }
  }

  /** Opens within the caller's transaction. */
  async openIn(client: SqlClient, command: OpenCommand): Promise<Answer> {
    const { idempotency } = command;
    const scope = `open:${command.recordedBy}`;
    if (idempotency) {
      const known = await rememberedOpening(client, scope, idempotency.key);
      if (known) return this.repeated(known, idempotency.bodyHash, { caseId: known.caseId, seq: 1 });
    }
    const work = await this.begin(command);
    await this.workbench.putNew(client, command, work, idempotency ? { scope, ...idempotency } : null);
    return { caseId: command.id, seq: work.state.seq, repeated: false };
  }

  /**
   * Opens a case with its whole past, written as one change within the caller's transaction: the importer's door. What ended
   * between two lines, and after the last, expires at its own date. Of each line: the `seq` it got, or why it was refused.
   */
  async replayIn(client: SqlClient, command: OpenCommand, past: readonly SendCommand[]): Promise<readonly (number | EngineRefusal)[]> {
    const work = await this.begin(command);
    work.isPast = true;
    const answers: (number | EngineRefusal)[] = [];
    for (const line of past) {
      const refused = await this.attempt(work, line, actMoment(line.occurredAt, work.stamp.now, work.world.zone));
      answers.push(refused ?? work.state.seq);
    }
    work.expireOverdue();
    await this.workbench.putNew(client, command, work);
    return answers;
  }

  /** A case with its opening, not yet stored. */
  private async begin(command: OpenCommand): Promise<CaseWork> {
    const { definition, participants, territory, title, identifiers } = command;
    const now = this.tools.clock.now();
    const blank = blankState(definition, participants, now.slice(0, 10));
    const work = await this.workbench.lay(definition, { id: command.id, headHash: GENESIS, state: blank, flags: [], territory, remembered: null }, now);
    const { world } = work;
    const moment = actMoment(command.occurredAt, now, world.zone);
    const law = await this.workbench.law(definition.opening.law ?? [], moment.on, work);
    const context = definition.opening.context(command.data, participants, law);
    const judgement = await command.judge(definition, { ...blank, since: moment.on, lastOn: moment.on }, territory, moment);
    const { links = [] } = command;
    const data: OpeningData = { title, territory, participants, identifiers, data: command.data, ...(links.length > 0 && { links }) };
    const event: Occurrence = { ...this.occurrence({ ...command, type: 'case.opened', data }, blankState(definition, participants, moment.on), moment, judgement), law };
    work.record(event, openCase(definition, { context, participants }, event, world), recordingOf(command, judgement));
    return work;
  }

  /** Sends within the caller's transaction. A refusal is answered, not thrown, so that what expired first can be committed. */
  async sendIn(client: SqlClient, command: SendCommand, now: string): Promise<{ answer: Answer; refused: EngineRefusal | null; hasNews: boolean }> {
    const scope = `send:${command.recordedBy}:${command.caseId}`;
    const work = await this.workbench.take(client, command.caseId, { scope, key: command.idempotency?.key ?? '', now });
    if (!work) throw new EngineRefusal('unknown-case', []);
    const { stored } = work;
    const here = { caseId: command.caseId, seq: stored.state.seq };
    if (stored.remembered && command.idempotency) {
      return { answer: this.repeated(stored.remembered, command.idempotency.bodyHash, here), refused: null, hasNews: false };
    }
    const refused = await this.attempt(work, command, actMoment(command.occurredAt, now, work.world.zone));
    await this.workbench.put(client, work, command.idempotency && !refused ? { scope, ...command.idempotency } : null);
    return { answer: { ...here, seq: work.state.seq, repeated: false }, refused, hasNews: work.hasNews };
  }

  /** Expires what ended first, judges the case as it then stands, validates, decides. */
  private async attempt(work: CaseWork, command: SendCommand, moment: ActMoment): Promise<EngineRefusal | null> {
    const { definition } = work;
    work.expireUntil(moment);
    const judgement = await command.judge(definition, work.state, work.stored.territory, moment);
    if (command.expectedSeq !== undefined && command.expectedSeq !== work.state.seq) return new EngineRefusal('stale', []);
    if (judgement.source === 'attested' && !command.instrument) return new EngineRefusal('attested-without-instrument', []);
    const data = validData(definition, { ...command, source: judgement.source }, moment);
    if (data instanceof EngineRefusal) return data;
    const law = await this.workbench.law(lawOf(definition, command.type), moment.on, work);
    const event: Occurrence = { ...this.occurrence({ ...command, data }, work.state, moment, judgement), law };
    const decision = decide(definition, work.state, event, work.world);
    if (isRefused(decision)) return refusedEvent(decision);
    work.record(event, decision, recordingOf(command, judgement));
    return null;
  }

  private occurrence(command: Pick<SendCommand, 'type' | 'data' | 'instrument' | 'flags'>, state: CaseState, { on, at }: ActMoment, judgement: Judgement): Occurrence {
    const { type, data, instrument, flags = [] } = command;
    const order = judgement.source === 'imported' && on < state.lastOn ? 'out-of-order' : 'in-order';
    return {
      type, data, instrument, on, at, order, source: judgement.source, actor: judgement.actor, seq: state.seq + 1, law: {},
      expired: expiredNames(state.deadlines), participants: state.participants, ...datingOf(judgement.source, flags),
    };
  }

  private repeated(known: { readonly bodyHash: string }, bodyHash: string, here: { caseId: string; seq: number }): Answer {
    if (known.bodyHash !== bodyHash) throw new EngineRefusal('key-reused', []);
    return { ...here, repeated: true };
  }
}

function refusedEvent({ refused, accepted }: Refusal): EngineRefusal {
  return new EngineRefusal('event-refused', refused, { accepted });
}

function recordingOf(command: Pick<SendCommand, 'recordedBy' | 'flags'>, { actor, power }: Judgement): Recording {
  return { actor, power, recordedBy: command.recordedBy, flags: command.flags ?? [] };
}
