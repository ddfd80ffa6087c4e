import { isDeepStrictEqual } from 'node:util';
import type { DataSource } from 'typeorm';
import type { CaseState } from '../../src/engine/core/case-state.js';
import type { Definition } from '../../src/engine/core/definition.js';
import { firstBrokenLine, type ChainedLine, type JournalLine } from '../../src/engine/core/journal-line.js';
import type { World } from '../../src/engine/core/outcome.js';
import { isInTheWay, replay } from '../../src/engine/core/replay.js';
import { tasksOf } from '../../src/engine/core/tasks.js';
import { readCase, type StoredCase } from '../../src/engine/store/case-row.js';
import { DatedValues } from '../../src/governance/dated-values.js';
import { Directory } from '../../src/governance/directory.js';
import { Places } from '../../src/governance/places.js';
import { GovernedSurroundings } from '../../src/governance/surroundings.js';
import { query, withTransaction } from '../../src/platform/database.js';
import { catalogue } from '../../workflows/catalogue.js';
import type { Acknowledged } from './load.js';

/** What the database holds of one case. */
interface Held {
  readonly stored: StoredCase;
  readonly chain: readonly ChainedLine[];
  readonly lines: readonly JournalLine[];
  readonly keys: readonly { readonly scope: string; readonly key: string; readonly seq: number }[];
  readonly tasks: readonly { readonly key: string; readonly due: string | null }[];
  readonly world: World;
  readonly definition: Definition;
}

/** What the database says after a fault; `faults` is empty when nothing was lost, doubled or torn. */
export interface Findings {
  readonly cases: number;
  readonly lines: number;
  readonly expiries: number;
  readonly faults: readonly string[];
}

/**
 * Checks, from the database alone, what no fault may break: every acknowledged command is in the journal exactly once, none was
 * applied twice, every deadline that ended by `now` expired exactly once, chains are whole, numbers have no gap, and the rows
 * beside the journal are what the journal makes of them.
 */
export async function invariants(dataSource: DataSource, acknowledged: readonly Acknowledged[], now: string): Promise<Findings> {
  const ids = await query<{ id: string }>(dataSource, 'SELECT id FROM cases ORDER BY id');
  const held: Held[] = [];
  const directory = new Directory(dataSource);
  const surroundings = new GovernedSurroundings(new Places(dataSource, directory), new DatedValues(dataSource, directory));
  for (const { id } of ids) held.push(await hold(dataSource, surroundings, id));
  const faults = [
    ...held.flatMap((one) => faultsOf(one, now).map((fault) => `${one.stored.number}: ${fault}`)),
    ...lostOf(held, acknowledged), ...(await numberFaults(dataSource)),
  ];
  const lines = held.flatMap((one) => one.lines);
  return { cases: held.length, lines: lines.length, expiries: lines.filter(isExpiry).length, faults };
}

function faultsOf(held: Held, now: string): readonly string[] {
  const { stored, chain, lines } = held;
  const broken = firstBrokenLine(chain);
  return [
    ...(broken ? [`line ${broken.seq} is broken: ${broken.fault}`] : []),
    ...(stored.state.seq === lines.length && stored.headHash === chain.at(-1)?.hash ? [] : ['the case is not where its journal ends']),
    ...keyFaults(held), ...deadlineFaults(held, now), ...derivedFaults(held),
  ];
}

/** Every line that somebody sent was sent under a key of its own: a second one would be a command applied twice. */
function keyFaults({ lines, keys }: Held): readonly string[] {
  const sent = lines.filter((line) => line.source !== 'clockwork').map((line) => line.seq);
  const known = keys.map(({ seq }) => seq).toSorted((one, other) => one - other);
  return isDeepStrictEqual(sent, known) ? [] : [`lines ${sent.join(',')} were sent under the keys of ${known.join(',')}`];
}

function deadlineFaults({ stored, lines }: Held, now: string): readonly string[] {
  const told = lines.filter(isExpiry).map(({ data }) => {
    const { deadline: name, subject = '', startedSeq } = data as { readonly deadline: string; readonly subject?: string; readonly startedSeq: number };
    return keyOf({ name, subject, startedSeq });
  });
  const expired = stored.state.deadlines.filter((row) => row.status === 'expired').map(keyOf);
  const late = stored.state.deadlines.filter((row) => row.status === 'running' && row.endsAt !== null && row.endsAt <= now);
  return [
    ...(isDeepStrictEqual(told.toSorted(), expired.toSorted()) ? [] : [`expired ${expired.join(',')}, told ${told.join(',')}`]),
    ...late.map((row) => `${row.name} ended on ${row.endsAt} and runs on`),
  ];
}

/** Snapshot, deadlines, steps and tasks against a replay of the journal. */
function derivedFaults({ stored, lines, tasks, world, definition }: Held): readonly string[] {
  const last = lines.at(-1)!;
  const expected = replay(definition, lines, [], world, { on: last.occurredOn, at: last.occurredAt, seq: last.seq });
  if (isInTheWay(expected)) return [`line ${expected.line} would be refused in a replay`];
  const due = tasksOf(definition, stored.state, last.occurredOn).map((task) => ({ key: task.key, due: task.due }));
  return [
    ...(isDeepStrictEqual(plain(expected), plain(stored.state)) ? [] : [`not what its journal makes of it: ${JSON.stringify(plain(expected))} against ${JSON.stringify(plain(stored.state))}`]),
    ...(isDeepStrictEqual(byKey(due), byKey(tasks)) ? [] : [`tasks ${JSON.stringify(tasks)} instead of ${JSON.stringify(due)}`]),
  ];
}

function lostOf(held: readonly Held[], acknowledged: readonly Acknowledged[]): readonly string[] {
  const cases = new Map(held.map((one) => [one.stored.id, one]));
  return acknowledged.flatMap(({ caseId, type, scope, key }) => {
    const found = cases.get(caseId);
    const seqs = found?.keys.filter((one) => one.scope === scope && one.key === key).map(({ seq }) => seq) ?? [];
    const types = found?.lines.filter((line) => seqs.includes(line.seq)).map((line) => line.type) ?? [];
    return isDeepStrictEqual(types, [type]) ? [] : [`${type} of ${caseId} was acknowledged and is there ${types.length} times`];
  });
}

/** Case numbers of a prefix are drawn without gaps. */
async function numberFaults(dataSource: DataSource): Promise<readonly string[]> {
  const sql = `SELECT prefix, last, (SELECT count(*)::int FROM cases WHERE number LIKE prefix || '-%') AS there FROM case_counter`;
  const counters = await query<{ prefix: string; last: number; there: number }>(dataSource, sql);
  return counters.filter(({ last, there }) => last !== there).map(({ prefix, last, there }) => `${prefix}: ${last} numbers drawn, ${there} cases`);
}

async function hold(dataSource: DataSource, surroundings: GovernedSurroundings, id: string): Promise<Held> {
  const stored = await withTransaction(dataSource, (client) => readCase(client, id));
  const definition = catalogue.find((one) => one.name === stored?.workflow && one.version === stored.version);
  if (!stored || !definition) throw new Error(`no case ${id}`);
  const chain = await query<{ seq: number; text: string; previousHash: string; hash: string }>(dataSource, 'SELECT seq, text, previous_hash AS "previousHash", hash FROM journal WHERE case_id = $1 ORDER BY seq', [id]);
  const keys = await query<{ scope: string; key: string; seq: number }>(dataSource, 'SELECT scope, key, seq FROM idempotency WHERE case_id = $1', [id]);
  const tasks = await query<{ key: string; due: string | null }>(dataSource, 'SELECT key, due FROM task WHERE case_id = $1', [id]);
  const world = await surroundings.world(stored.state.participants, stored.territory);
  return { stored, definition, chain, keys, tasks, world, lines: chain.map(({ text }) => JSON.parse(text) as JournalLine) };
}

const isExpiry = (line: JournalLine): boolean => line.type === 'deadline.expired';
const keyOf = ({ name, subject, startedSeq }: { readonly name: string; readonly subject: string; readonly startedSeq: number }): string => `${name}/${subject}/${startedSeq}`;
const byKey = <Row extends { readonly key: string }>(rows: readonly Row[]): readonly Row[] => rows.toSorted((one, other) => (one.key < other.key ? -1 : 1));

/** Rows in one order, and without what JSON does not tell. */
function plain(state: CaseState): unknown {
  const deadlines = state.deadlines.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const steps = state.steps.toSorted((one, other) => (`${one.id}${one.startedSeq}` < `${other.id}${other.startedSeq}` ? -1 : 1));
  return JSON.parse(JSON.stringify({ ...state, deadlines, steps }));
}
