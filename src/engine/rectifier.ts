import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { isDeepStrictEqual } from 'node:util';
import { instrumentSchema, type CompetenceChange } from '../kit/index.js';
import type { SqlClient } from '../platform/database.js';
import { actMoment } from './act-moment.js';
import type { CaseWork } from './case-work.js';
import type { CaseState } from './core/case-state.js';
import type { Definition } from './core/definition.js';
import { isEngineOnly } from './core/house-events.js';
import type { JournalLine } from './core/journal-line.js';
import { leafPaths } from './core/kernel.js';
import { lawOf } from './core/next.js';
import { beginningOf, competencesMoved, isInTheWay, replay, type Correction } from './core/replay.js';
import { Engine, type Answer } from './engine.service.js';
import { validData } from './event-data.js';
import type { Judgement, RectifyCommand } from './ports.js';
import { EngineRefusal } from './refusals.js';
import { lineOf, readJournal } from './store/read-journal.js';
import { Workbench } from './workbench.js';

/** What a rectification says: which line, and what of it was wrong. */
export const rectificationSchema = z.strictObject({
  corrects: z.int().min(1),
  type: z.string().max(80).optional(),
  occurredAt: z.string().max(40).optional(),
  data: z.record(z.string(), z.unknown()).optional(),
  instrument: instrumentSchema.optional(),
  reason: z.string().min(3).max(2000),
});

/** Corrects lines of the past (Ley 19.880 art. 62). Nothing is overwritten: the journal says what it said, and what was corrected. */
@Injectable()
export class Rectifier {
  constructor(@Inject(Engine) private readonly engine: Engine, @Inject(Workbench) private readonly workbench: Workbench) {}

  /** Rectifies in a transaction of its own. Throws `EngineRefusal` `event-refused` naming the line in the way. */
  async rectify(command: RectifyCommand): Promise<Answer> {
    return this.engine.transact((client) => this.rectifyIn(client, command));
  }

  /**
   * Replays the journal in memory with the line corrected. When every later line is still accepted, the new snapshot,
   * deadlines and steps take the place of the old, and the difference is what the new line says.
   */
  async rectifyIn(client: SqlClient, command: RectifyCommand): Promise<Answer> {
    const { idempotency } = command;
    const scope = `send:${command.recordedBy}:${command.caseId}`;
    const work = await this.workbench.take(client, command.caseId, { scope, key: idempotency?.key ?? '' });
    if (!work) throw new EngineRefusal('unknown-case', []);
    const { stored, definition, world, stamp: { now } } = work;
    if (stored.remembered && idempotency) return repeated(stored, stored.remembered, idempotency);
    const lines = (await readJournal(client, command.caseId)).map(lineOf);
    const target = targetOf(lines, command);
    const moment = actMoment(undefined, now, world.zone);
    const judgement = await command.judge(definition, target);
    if (command.expectedSeq !== undefined && command.expectedSeq !== stored.state.seq) throw new EngineRefusal('stale', []);
    const correction = await this.correctionOf(work, { command, target, judgement });
    const seq = stored.state.seq + 1;
    const until = { on: moment.on, at: now, seq };
    const [earlier, corrections] = [lines.flatMap(earlierCorrection), [...lines.flatMap(earlierCorrection), correction]];
    const after = replay(definition, lines, corrections, world, until);
    if (isInTheWay(after)) throw new EngineRefusal('event-refused', [{ code: 'rectification-in-the-way', params: { line: after.line } }, ...after.reasons]);
    const competences = furtherMoves(competencesMoved(definition, lines, earlier, world, until), competencesMoved(definition, lines, corrections, world, until));
    if (!competences) throw new EngineRefusal('event-refused', [{ code: 'rectification-moves-competence', params: { line: target.seq } }]);
    const data = { corrects: target.seq, reason: command.reason, correction, difference: differenceOf(stored.state, after) };
    const event = { type: 'rectification', data, source: judgement.source, on: moment.on, at: moment.at, seq, law: {}, order: 'in-order', expired: [], participants: after.participants } as const;
    work.record(event, { state: after, dispatches: [], competences }, { actor: judgement.actor, power: judgement.power, recordedBy: command.recordedBy, flags: command.flags ?? [] });
    await this.workbench.putAnew(client, work, idempotency ? { scope, ...idempotency } : null);
    return { caseId: command.caseId, seq, repeated: false };
  }

  private async correctionOf(work: CaseWork, { command, target, judgement }: { readonly command: RectifyCommand; readonly target: JournalLine; readonly judgement: Judgement }): Promise<Correction> {
    const { definition, stamp: { now }, world: { zone } } = work;
    const type = command.type ?? target.type;
    const moment = actMoment(command.occurredAt ?? target.occurredAt, now, zone);
    const given = command.data ?? target.data;
    const data = type === 'case.opened' ? openingData(definition, target, command.data) : validData(definition, { type, data: given, source: target.source }, moment);
    if (data instanceof EngineRefusal) throw data;
    const law = await this.workbench.law(lawOf(definition, type), moment.on, work);
    return {
      corrects: target.seq, data, law, ...(command.type && { type: command.type, actor: judgement.actor }),
      ...(command.occurredAt && { on: moment.on, at: moment.at }), ...(command.instrument && { instrument: command.instrument }),
      ...(command.flags && { flags: command.flags }),
    };
  }
}

function repeated({ id, state }: CaseWork['stored'], known: { readonly bodyHash: string }, given: { readonly bodyHash: string }): Answer {
  if (known.bodyHash !== given.bodyHash) throw new EngineRefusal('key-reused', []);
  return { caseId: id, seq: state.seq, repeated: true };
}

/** The line to correct: an act of somebody, or an expiry that a timely act, recorded late, had prevented. */
function targetOf(lines: readonly JournalLine[], { corrects, type }: RectifyCommand): JournalLine {
  const written = lines.find((line) => line.seq === corrects);
  if (!written) throw new EngineRefusal('invalid-data', [{ code: 'rectification-of-no-line', params: { line: corrects } }]);
  const base = beginningOf(lines);
  if (base > 0 && written.seq <= lines[base].seq) throw new EngineRefusal('invalid-data', [{ code: 'rectification-before-migration', params: { line: corrects } }]);
  const target = asItReads(written, lines.flatMap(earlierCorrection));
  if (target.type === 'rectification' || isEngineOnly(target.type) || (target.type === 'deadline.expired') !== (type !== undefined)) {
    throw new EngineRefusal('invalid-data', [{ code: 'rectification-not-of-this-line', params: { line: corrects, type: target.type } }]);
  }
  return target;
}

/** A line with what earlier rectifications made of it: the next one corrects that, not the first writing. */
function asItReads(line: JournalLine, corrections: readonly Correction[]): JournalLine {
  const mine = corrections.filter((correction) => correction.corrects === line.seq);
  const latest = <Field extends 'type' | 'data' | 'at' | 'on'>(field: Field): Correction[Field] => mine.findLast((one) => one[field] !== undefined)?.[field];
  return {
    ...line, type: latest('type') ?? line.type, data: latest('data') ?? line.data,
    occurredAt: latest('at') ?? line.occurredAt, occurredOn: latest('on') ?? line.occurredOn,
  };
}

function openingData(definition: Definition, target: JournalLine, data: JournalLine['data'] | undefined): JournalLine['data'] | EngineRefusal {
  if (data === undefined) return target.data;
  const parsed = definition.opening.schema.safeParse(data);
  return parsed.success ? { ...target.data, data: parsed.data } : new EngineRefusal('invalid-data', [], { issues: parsed.error.issues });
}

/**
 * What the corrected past moves beyond what was moved. Null when it would take something back: a competence that changed hands
 * did so for third parties, too, and comes back by a new act only.
 */
function furtherMoves(before: readonly CompetenceChange[], after: readonly CompetenceChange[]): readonly CompetenceChange[] | null {
  return before.every((change, index) => isDeepStrictEqual(change, after[index])) ? after.slice(before.length) : null;
}

function earlierCorrection(line: JournalLine): readonly Correction[] {
  return line.type === 'rectification' ? [line.data['correction'] as Correction] : [];
}

/** What became different: the state, and each deadline that is not what it was. */
function differenceOf(before: CaseState, after: CaseState): JournalLine['data'] {
  const [was, is] = [told(before), told(after)];
  const deadlines = [...new Set([...was.keys(), ...is.keys()])].filter((key) => was.get(key) !== is.get(key))
    .map((key) => ({ deadline: key.trim(), before: was.get(key) ?? null, after: is.get(key) ?? null }));
  return { state: { before: leafPaths(before.envelope.value), after: leafPaths(after.envelope.value) }, outcome: { before: before.outcome, after: after.outcome }, deadlines };
}

function told(state: CaseState): ReadonlyMap<string, string> {
  return new Map(state.deadlines.map((row) => [`${row.name} ${row.subject} ${row.startedSeq}`, `${row.status} ${row.due ?? '-'}`]));
}
