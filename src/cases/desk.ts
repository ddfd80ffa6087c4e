import { Inject, Injectable } from '@nestjs/common';
import { CaseReader, type CaseRead, type JournalLine } from '../engine/case-reader.js';
import { Engine } from '../engine/engine.service.js';
import type { ActMoment, Judge } from '../engine/ports.js';
import { EngineRefusal } from '../engine/refusals.js';
import { rectificationSchema, Rectifier } from '../engine/rectifier.js';
import { Powers } from '../governance/powers/powers.js';
import { GovernanceRefusal } from '../governance/refusal.js';
import type { Instrument, JsonObject } from '../kit/index.js';
import { fieldFaults } from './field-faults.js';
import { isOwnWord, judgeOfOwnWord } from './own-word.js';
import { Judging, type Asked } from './judging.js';
import { CaseRefusal, invalid } from './refusal.js';
import { isOfDate, translated } from './translated.js';

/** An act as it is sent, well-formed. `expectedSeq` is the `seq` the sender saw. */
export interface Sent extends Asked {
  readonly data: JsonObject;
  readonly occurredAt?: string | undefined;
  readonly instrument?: Instrument | undefined;
  readonly expectedSeq?: number | undefined;
  readonly idempotency: { readonly key: string; readonly bodyHash: string };
}

/** Events of the clockwork alone. */
const ofClockwork: ReadonlySet<string> = new Set(['deadline.recomputed']);
const ofDeadlines: ReadonlySet<string> = new Set(['deadline.extended', 'deadline.suspended', 'deadline.resumed']);

/** Where officials hand in their acts. The caller has asked whether the official may see the case. */
@Injectable()
export class Desk {
  constructor(
    @Inject(Engine) private readonly engine: Engine, @Inject(Rectifier) private readonly rectifier: Rectifier,
    @Inject(CaseReader) private readonly reader: CaseReader, @Inject(Judging) private readonly judging: Judging, @Inject(Powers) private readonly powers: Powers,
  ) {}

  /** Does the act, or throws a GovernanceRefusal or a CaseRefusal. */
  async send(caseId: string, sent: Sent): Promise<void> {
    try {
      if (ofClockwork.has(sent.type)) await this.refuseOfClockwork(caseId, sent);
      else if (sent.type === 'rectification') await this.rectify(caseId, sent);
      else await this.engine.send({ caseId, ...sent, recordedBy: sent.official, judge: staleFirst(this.judgeOf(caseId, sent, sent.data), sent.expectedSeq) });
    } catch (error) {
      if (isOfDate(error)) await this.foresee(caseId, sent);
      throw await translated(error, () => this.reader.read(caseId), sent, this.powers);
    }
  }

  /**
   * Says of an act that is not well-formed what comes before that complaint: that the official holds no power for it, or saw
   * an older state of the case.
   */
  async foresee(caseId: string, asked: Asked & { readonly data?: unknown; readonly expectedSeq?: number | undefined }): Promise<void> {
    const read = await this.reader.read(caseId);
    if (!read) throw new CaseRefusal('unknown-case');
    const { definition, stored, today, now } = read;
    const data = typeof asked.data === 'object' && asked.data !== null ? (asked.data as JsonObject) : {};
    const moment: ActMoment = { on: today, at: now, today };
    if (asked.type === 'rectification') await this.foreseeRectification(read, { ...asked, type: typeof data['type'] === 'string' ? data['type'] : '' }, data['corrects']);
    else await this.judgeOf(caseId, asked, data)(definition, stored.state, stored.territory, moment);
    if (asked.expectedSeq !== undefined && asked.expectedSeq !== stored.state.seq) throw new CaseRefusal('stale');
  }

  /** @throws CaseRefusal `not-found` when the case's procedure has no deadline of that name */
  async requireDeadline(caseId: string, name: string): Promise<void> {
    const read = await this.reader.read(caseId);
    if (!read || !Object.hasOwn(read.definition.deadlines, name)) throw new CaseRefusal('not-found');
  }

  private judgeOf(caseId: string, asked: Asked, data: JsonObject): Judge {
    const { type } = asked;
    if (ofDeadlines.has(type)) return this.judging.ofDeadline(asked, String(data['deadline']));
    if (isOwnWord(type)) return judgeOfOwnWord({ journal: () => this.reader.journal(caseId), judging: this.judging }, asked, data);
    return this.judging.ofAct(asked);
  }

  /** Nobody's to send, whoever asks: refused like an event that no procedure knows. */
  private async refuseOfClockwork(caseId: string, { official, type, expectedSeq }: Sent): Promise<never> {
    await this.foresee(caseId, { official, type: '', expectedSeq });
    throw new EngineRefusal('event-refused', [{ code: 'event-unknown', params: { event: type } }]);
  }

  private async foreseeRectification({ stored, definition, today }: CaseRead, asked: Asked, corrects: unknown): Promise<void> {
    const lines = (await this.reader.journal(stored.id)).map(({ text }) => JSON.parse(text) as JournalLine);
    const line = lines.find(({ seq }) => seq === corrects);
    if (line) await this.judging.overPast(asked, line, definition, stored.state.participants, { on: today, today });
  }

  private async rectify(caseId: string, { official, office, data, expectedSeq, type, attested, idempotency }: Sent): Promise<void> {
    const parsed = rectificationSchema.safeParse(data);
    if (!parsed.success) await this.foresee(caseId, { official, office, type, data, expectedSeq });
    if (!parsed.success) throw new CaseRefusal('invalid', { errors: (language) => fieldFaults(rectificationSchema, data, 'data', language) });
    if (attested) throw invalid({ path: 'attested', word: 'fault.attested-own-word' });
    const read = await this.reader.read(caseId);
    if (!read) throw new CaseRefusal('unknown-case');
    const moment = { on: read.today, today: read.today };
    await this.rectifier.rectify({
      caseId, ...parsed.data, recordedBy: official, expectedSeq, idempotency,
      judge: (definition, line) => this.judging.overPast({ official, office, type: parsed.data.type ?? '' }, line, definition, read.stored.state.participants, moment),
    });
  }
}

/** Who saw an older state of the case is told so before any complaint about what was sent. */
function staleFirst(judge: Judge, expectedSeq: number | undefined): Judge {
  return async (definition, state, territory, moment) => {
    try {
      return await judge(definition, state, territory, moment);
    } catch (error) {
      const ofForm = error instanceof CaseRefusal || (error instanceof GovernanceRefusal && error.code === 'ambiguous-office');
      throw ofForm && expectedSeq !== undefined && expectedSeq !== state.seq ? new CaseRefusal('stale') : error;
    }
  };
}
