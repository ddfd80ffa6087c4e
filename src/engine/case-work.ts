import type { CompetenceChange, Dispatch, JsonObject } from '../kit/index.js';
import type { NewId } from '../platform/ids.js';
import { AHEAD_MS } from './bell.js';
import { expiredNames, type CaseState } from './core/case-state.js';
import { decide } from './core/decide.js';
import type { Definition } from './core/definition.js';
import { expireEnded, type Until } from './core/expiries.js';
import type { Occurrence } from './core/occurrence.js';
import { chain, type ChainedLine, type JournalLine } from './core/journal-line.js';
import { isRefused, type Decision, type Refusal, type World } from './core/outcome.js';
import { tasksOf } from './core/tasks.js';
import type { StoredCase } from './store/case-row.js';
import type { CaseChange } from './store/case-change.js';

/** What only the recorder knows of an event: everything of its journal line that `decide` does not need. */
export type Recording = Pick<JournalLine, 'actor' | 'power' | 'recordedBy' | 'flags'>;

const byClockwork: Recording = { actor: null, power: null, recordedBy: 'clockwork', flags: [] };

/** One transaction's work on one case: events in order, each with its line; saved in one go. */
export class CaseWork {
  state: CaseState;
  /** Whether what is recorded is a past that others told us: it is written down and told to nobody. */
  isPast = false;
  private readonly lines: { readonly line: JournalLine; readonly chained: ChainedLine }[] = [];
  /** Competences that changed hands, by the event that moved them. */
  readonly competences: { readonly caseId: string; readonly seq: number; readonly on: string; readonly changes: readonly CompetenceChange[] }[] = [];
  private readonly dispatches: (Dispatch & { readonly id: string; readonly seq: number })[] = [];

  constructor(
    readonly definition: Definition, readonly stored: Pick<StoredCase, 'id' | 'headHash' | 'state' | 'flags' | 'territory' | 'remembered'>,
    readonly world: World, readonly stamp: { readonly now: string; readonly newId: NewId },
  ) {
    this.state = stored.state;
  }

  get changed(): boolean {
    return this.lines.length > 0;
  }

  /** Of a case that is new: the day of its first line. */
  get openedOn(): string {
    return this.lines[0]?.line.occurredOn ?? this.state.since;
  }

  /** Whether a worker has something to do after the commit: to send, or to wake at a new instant that is near. */
  get hasNews(): boolean {
    const known = new Set(this.stored.state.deadlines);
    const near = new Date(Date.parse(this.stamp.now) + AHEAD_MS).toISOString();
    return this.dispatches.length > 0 || this.state.deadlines.some((row) => row.status === 'running' && !known.has(row) && row.endsAt! < near);
  }

  /** Expires, in order of date, what ended by then. */
  expireUntil(until: Until): void {
    for (const { event, decision } of expireEnded(this.definition, this.state, until, this.world)) this.record(event, decision, byClockwork);
  }

  /** Expires what has ended by now, by instant alone: at midnight in the capital the day of another zone may not have ended. */
  expireOverdue(): void {
    this.expireUntil({ on: '0000-00-00', at: this.stamp.now });
  }

  /** Takes an event that the engine itself says of the case; the refusal where the case does not take it. */
  take(type: string, data: JsonObject, moment: Until, recordedBy = byClockwork.recordedBy): Refusal | null {
    const { state } = this;
    const event: Occurrence = {
      type, data, source: 'clockwork', ...moment, seq: state.seq + 1, law: {}, order: 'in-order', expired: expiredNames(state.deadlines), participants: state.participants,
    };
    const decision = decide(this.definition, state, event, this.world);
    if (isRefused(decision)) return decision;
    this.record(event, decision, { ...byClockwork, recordedBy });
    return null;
  }

  /** Takes a decision: its state, its dispatches, its journal line. */
  record(event: Occurrence, decision: Decision, recording: Recording): void {
    const line: JournalLine = {
      case: this.stored.id, seq: event.seq, type: event.type, data: event.data, law: event.law, instrument: event.instrument ?? null, ...recording,
      attested: event.source === 'attested' || event.source === 'imported', source: event.source, occurredOn: event.on, occurredAt: event.at,
      recordedAt: this.stamp.now, definitionHash: this.definition.hash,
    };
    const previous = this.lines.at(-1)?.chained.hash ?? this.stored.headHash;
    this.lines.push({ line, chained: chain(line, previous) });
    // The past is not told anew: whoever had to know of an imported line, or of an expiry between two, knew years ago.
    if (event.source !== 'imported' && !this.isPast) {
      for (const dispatch of decision.dispatches) this.dispatches.push({ ...dispatch, id: this.stamp.newId(), seq: event.seq });
    }
    if (decision.competences.length > 0) this.competences.push({ caseId: this.stored.id, seq: event.seq, on: event.on, changes: decision.competences });
    this.state = decision.state;
  }

  change(opening: { readonly before: CaseState | null }, remember: CaseChange['remember'] = null): CaseChange {
    const { amount } = this.state.envelope.context;
    const flags = [...new Set([...this.stored.flags, ...this.lines.flatMap(({ line }) => line.flags)])];
    const last = this.lines.at(-1)?.line.occurredOn ?? this.state.lastOn;
    return {
      id: this.stored.id, before: opening.before, after: this.state, lines: this.lines, tasks: tasksOf(this.definition, this.state, last),
      dispatches: this.dispatches, amount: typeof amount === 'number' ? amount : null, flags, remember, recordedAt: this.stamp.now,
    };
  }
}
