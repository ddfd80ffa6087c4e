import type { CompetenceChange, Instrument, JsonObject, Reason } from '../../kit/index.js';
import { expiredNames, type CaseState, type OpeningData } from './case-state.js';
import { decide, expire, openCase } from './decide.js';
import type { Definition } from './definition.js';
import { expiryEvent, firstEnded, type Until } from './expiries.js';
import { migrationLines } from './house-events.js';
import { datingOf, type Occurrence } from './occurrence.js';
import type { JournalLine } from './journal-line.js';
import { isRefused, type Decision, type World } from './outcome.js';

/** What a rectification says of an earlier line (Ley 19.880 art. 62); what it leaves out stays as it was. */
export interface Correction {
  readonly corrects: number;
  /** Only of an expiry that an act, recorded late, had in truth prevented. */
  readonly type?: string | undefined;
  readonly on?: string | undefined;
  readonly at?: string | undefined;
  readonly data?: JsonObject | undefined;
  readonly instrument?: Instrument | undefined;
  readonly actor?: Occurrence['actor'];
  readonly law?: Occurrence['law'] | undefined;
  /** Of the line as it now reads: told to readers. To the replay only whether the day is known matters. */
  readonly flags?: readonly string[] | undefined;
}

/** A line that would no longer be accepted if the past were corrected. */
export interface InTheWay {
  readonly line: number;
  readonly reasons: readonly Reason[];
}

/**
 * Replays a journal with corrections applied. Expiries are not taken over but found anew, in order of date, up to `until`;
 * every other line must still be accepted. A pure fold: the stored case is not touched.
 */
export function replay(definition: Definition, lines: readonly JournalLine[], corrections: readonly Correction[], world: World, until: Until & { readonly seq: number }): CaseState | InTheWay {
  let last: Retold | undefined;
  for (const told of retell(definition, lines, corrections, world, until)) {
    if (isInTheWay(told)) return told;
    last = told;
  }
  return { ...last!.state, seq: until.seq };
}

/** The competences that change hands in a replay, in their order. */
export function competencesMoved(...[definition, lines, corrections, world, until]: Parameters<typeof retell>): readonly CompetenceChange[] {
  return [...retell(definition, lines, corrections, world, until)].flatMap((told) => (isInTheWay(told) ? [] : told.competences));
}

/** A line as it is told again, and what the case was after it. */
export interface Retold {
  readonly event: Occurrence;
  readonly state: CaseState;
  readonly competences: readonly CompetenceChange[];
}

/** The same replay event by event, expiries among them, from the opening on; a line in the way is the last. */
export function* retell(definition: Definition, lines: readonly JournalLine[], corrections: readonly Correction[], world: World, until: Until & { readonly seq: number }): Generator<Retold | InTheWay, void> {
  const expirySeqs = new Map(lines.filter((line) => line.type === 'deadline.expired').map((line) => [keyOf(line.data), line.seq]));
  const base = beginningOf(lines);
  const [first, ...events] = correctedEvents(lines.slice(base), corrections);
  if (!first) throw new Error('a journal has at least its opening');
  const began = base === 0 ? reopen(definition, lines[0], first, world) : migratedTo(lines[base]);
  let { state } = began;
  yield { event: first, ...began };
  for (const event of events) {
    state = yield* expireAll(definition, state, { on: event.on, at: event.at }, world, { expirySeqs, fallback: until.seq });
    const decision = decide(definition, state, fitted(state, event), world);
    if (isRefused(decision)) {
      yield { line: event.seq, reasons: decision.refused };
      return;
    }
    state = decision.state;
    yield { event, state, competences: decision.competences };
  }
  yield* expireAll(definition, state, until, world, { expirySeqs, fallback: until.seq });
}

/** The line a replay begins with: the opening, or the last one by which the case came to the version it runs on. */
export function beginningOf(lines: readonly JournalLine[]): number {
  return Math.max(0, lines.findLastIndex(({ type }) => type === migrationLines.migrated || type === migrationLines.restored));
}

/** What came before ran on another version: its line holds the case as it then stood. */
function migratedTo({ data }: JournalLine): Omit<Retold, 'event'> {
  return { state: data['after'] as CaseState, competences: [] };
}

export function isInTheWay(result: CaseState | Retold | InTheWay): result is InTheWay {
  return 'line' in result;
}

interface Seqs {
  readonly expirySeqs: ReadonlyMap<string, number>;
  readonly fallback: number;
}

function* expireAll(definition: Definition, before: CaseState, until: Until, world: World, { expirySeqs, fallback }: Seqs): Generator<Retold, CaseState> {
  let state = before;
  for (let row = firstEnded(state, until, world); row; row = firstEnded(state, until, world)) {
    const event = expiryEvent(state, row, world);
    const told = { ...event, seq: expirySeqs.get(keyOf(event.data)) ?? fallback };
    const decision = expire(definition, state, row, told, world);
    state = decision.state;
    yield { event: told, state, competences: decision.competences };
  }
  return state;
}

function keyOf(data: JsonObject): string {
  return JSON.stringify([data['deadline'], data['subject'] ?? '', data['startedSeq']]);
}

/** The lines somebody sent, each as it now reads; an expiry only where an act takes its place. */
function correctedEvents(lines: readonly JournalLine[], corrections: readonly Correction[]): readonly Occurrence[] {
  return lines.flatMap((line) => {
    const mine = corrections.filter((correction) => correction.corrects === line.seq);
    const derived = line.type === 'rectification' || line.type === 'deadline.recomputed';
    if (derived || (line.type === 'deadline.expired' && !mine.some((correction) => correction.type))) return [];
    return [mine.reduce(corrected, eventOf(line))];
  });
}

function corrected(event: Occurrence, correction: Correction): Occurrence {
  const { type = event.type, on = event.on, at = event.at, data = event.data, instrument = event.instrument, actor = event.actor, law = event.law } = correction;
  const source = event.source === 'clockwork' ? 'own' : event.source;
  return { ...event, type, on, at, data, instrument, actor, law, source, dated: redated(event, correction) };
}

/** A line that is given a day has one, unless its flags still say otherwise. */
function redated({ dated, source }: Occurrence, { on, flags }: Correction): Occurrence['dated'] {
  if (flags !== undefined) return datingOf(source, flags).dated;
  return on === undefined ? dated : undefined;
}

function eventOf(line: JournalLine): Occurrence {
  const { type, data, source, occurredOn, occurredAt, seq, law, flags } = line;
  return {
    type, data, source, on: occurredOn, at: occurredAt, seq, law, order: 'in-order', expired: [], participants: [], ...datingOf(source, flags),
    ...(line.instrument && { instrument: line.instrument }), ...(line.actor && { actor: line.actor }),
  };
}

/** What of an event depends on the case it meets. */
function fitted(state: CaseState, event: Occurrence): Occurrence {
  const order = event.source === 'imported' && event.on < state.lastOn ? 'out-of-order' : 'in-order';
  return { ...event, order, expired: expiredNames(state.deadlines), participants: state.participants };
}

function reopen(definition: Definition, opening: JournalLine, event: Occurrence, world: World): Decision {
  const { participants } = opening.data as unknown as OpeningData;
  const { data } = event.data as unknown as OpeningData;
  const context = definition.opening.context(data, participants, event.law);
  return openCase(definition, { context, participants }, { ...event, participants }, world);
}
