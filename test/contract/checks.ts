import { createHash } from 'node:crypto';
import { leavesOf, type CaseState, type Definition, type JournalLine } from '../../src/engine/case-reader.js';
import { countingBody, type DeadlineRow } from '../../src/engine/core/case-state.js';
import { isInTheWay, replay } from '../../src/engine/core/replay.js';
import { tasksOf } from '../../src/engine/core/tasks.js';
import { Surroundings } from '../../src/engine/ports.js';
import { demonstrationInstitutions } from '../../src/governance/demonstration/institutions.js';
import { isDemonstrationOfficial } from '../../src/governance/demonstration/officials.js';
import { catalogue } from '../../workflows/catalogue.js';
import { nameOf, type Office } from '../support/office.js';
import { agree } from './agree.js';
import type { CaseView, Client, Json, WorkflowView } from './client.js';

const seats: ReadonlyMap<string, string | null> = new Map(demonstrationInstitutions().map(({ code, seat }) => [code, seat]));
const communes = ['16101', '16206', '13101', '12201', '01107'] as const;
const counted: ReadonlySet<string> = new Set(['business', 'calendar', 'months', 'years']);
const DAY = 86_400_000;

/** What holds of every case after every step, asked of the product from outside and reckoned once more here. */
export class Checks {
  private readonly known = new Map<string, string>();

  constructor(private readonly office: Office, private readonly client: Client, private readonly workflow: WorkflowView) {}

  /** The chain is intact; the case, its tasks and its dates are what its journal makes of it. */
  async all(view: CaseView): Promise<void> {
    const definition = definitionOf(view);
    const lines = await this.client.journal(view.id);
    checkChain(lines, view);
    const told = await this.retold(definition, lines as unknown as readonly JournalLine[], view);
    checkState(view, told);
    checkTasks(view, definition, told, this.today);
    checkOffices(view);
    await this.checkInbox(view, lines.length);
    for (const row of told.deadlines) await this.checkDeadline(row);
  }

  /** Of everything one institution is in charge, everywhere, on any day; of what the case is about, without a gap. */
  async ledger(view: CaseView, days: number): Promise<void> {
    const day = new Date(Date.UTC(2018, 0, 1) + days * DAY).toISOString().slice(0, 10);
    const commune = communes[days % communes.length];
    const all = await this.client.competences(commune, day);
    agree(`each competence once in ${commune} on ${day}`, all.map(({ code }) => code), [...new Set(all.map(({ code }) => code))]);
    agree(`somebody in charge in ${commune} on ${day}`, all.filter(({ inCharge }) => !inCharge), []);
    const { competence } = view.data;
    const code = typeof competence === 'string' ? competence : all[days % all.length].code;
    const history = (await this.client.history(code, '16101')) ?? [];
    agree(`${code} without a gap`, history.slice(1).map(({ inCharge }) => inCharge.since), history.slice(0, -1).map(({ inCharge: { until } }) => until && dayAfter(until)));
  }

  /** The case as its journal alone makes it. */
  private async retold(definition: Definition, lines: readonly JournalLine[], view: CaseView): Promise<CaseState> {
    const world = await this.office.api.nest.get(Surroundings).world(view.participants, view.territory);
    const state = replay(definition, lines, [], world, { on: this.today, at: this.office.api.clock.now(), seq: view.seq });
    if (isInTheWay(state)) throw new Error(`the journal cannot be told again: ${JSON.stringify(state)}`);
    return state;
  }

  private get today(): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Santiago' }).format(new Date(this.office.api.clock.now()));
  }

  /** An institution's inbox says the same as the case; each in its turn. */
  private async checkInbox(view: CaseView, turn: number): Promise<void> {
    const busy = [...new Set(view.tasks.map((task) => task.institution))];
    const institution = busy[turn % Math.max(1, busy.length)] ?? view.participants[turn % view.participants.length].institution;
    const listed = await this.client.tasks(institution, view.id);
    agree(`the inbox of ${institution}`, listed.toSorted(by(({ id }) => id)), view.tasks.filter((task) => task.institution === institution).toSorted(by(({ id }) => id)));
  }

  /** The date is the calendar's own answer, and what has ended does not run. */
  private async checkDeadline(row: DeadlineRow): Promise<void> {
    const { name, status, started, due, alternative, amount, unit, extended, suspensions } = row;
    if (status === 'running' && due! < this.today && (alternative ?? due!) < this.today) throw new Error(`${name} still runs on ${this.today}, due ${due}`);
    if (status === 'pending' || started === null || !counted.has(unit) || suspensions.some(({ to }) => to === null)) return;
    const rule = this.workflow.deadlines.find((one) => one.name === name);
    const seat = seats.get(countingBody(row)) ?? null;
    const rollover = rule?.assumptions.includes('rollover') ? 'none' : (rule?.rollover ?? 'next-business-day');
    const question = { from: started, amount: String(amount), unit, rollover, ...(seat && { territory: seat }), ...(extended > 0 && { extend: String(extended), rule: 'own' }) };
    const paused = suspensions.map(({ from, to }) => `${from}..${to}`);
    agree(`${name} by the calendar: ${JSON.stringify([question, paused])}`, due, await this.dueOf(question, paused));
  }

  private async dueOf(question: Readonly<Record<string, string>>, paused: readonly string[]): Promise<string> {
    const key = JSON.stringify([question, paused]);
    const due = this.known.get(key) ?? (await this.client.due(question, paused)).due;
    this.known.set(key, due);
    return due;
  }
}

function definitionOf({ workflow, version }: CaseView): Definition {
  const found = catalogue.find((one) => one.name === workflow && one.version === version);
  if (!found) throw new Error(`no ${workflow}@${version}`);
  return found;
}

const rowKeys = [
  'name', 'subject', 'started', 'due', 'alternative', 'amount', 'unit', 'status', 'onExpiry', 'certainty', 'institution', 'extended', 'suspensions', 'endsAt', 'endedOn', 'startedSeq',
];
const stepKeys = ['id', 'kind', 'status', 'startedOn', 'startedSeq', 'output', 'state'];

/** What the view shows is what the journal makes. */
function checkState(view: CaseView, state: CaseState): void {
  agree('where it stands', picked(view, ['status', 'outcome', 'seq', 'state']), { ...picked(state, ['status', 'outcome', 'seq']), state: leavesOf(state) });
  agree('what it knows', view.data, state.envelope.context);
  agree('its clocks', clocksIn(view.deadlines), clocksIn(state.deadlines));
  agree('its steps', view.steps.map((step) => picked(step, stepKeys)), state.steps.map((step) => picked(step, stepKeys)));
}

/** What the case derives is what is shown, for the offices somebody holds; and it can be done with something that is in `next`. */
function checkTasks(view: CaseView, definition: Definition, state: CaseState, today: string): void {
  const shown = view.tasks.map(({ id: _id, title: _title, sessions: _sessions, ...task }) => task);
  const derived = tasksOf(definition, state, today).map(({ name, institution, offices, due, events }) => {
    const held = offices.filter((office) => isDemonstrationOfficial(nameOf({ office, institution })));
    return { name, institution, due, events, office: held[0], offices: held };
  });
  agree(`the tasks on ${today}`, inOrder(shown), inOrder(derived));
  const offered = new Set(view.next.map(({ event }) => event));
  const idle = view.tasks.filter(({ events }) => !events.some((event) => offered.has(event)));
  if (idle.length > 0) throw new Error(`nothing in next does ${JSON.stringify(idle)}`);
}

/** Whoever is named as able to do something, or to clear its way, is somebody. */
function checkOffices({ next }: CaseView): void {
  const named = next.flatMap(({ event, offices, why }) => [...offices, ...why.flatMap(({ unblockedBy }) => unblockedBy)].map((office) => ({ event, office: nameOf(office) })));
  agree('offices nobody holds', named.filter(({ office }) => !isDemonstrationOfficial(office)), []);
}

function clocksIn(rows: readonly object[]): readonly Json[] {
  return rows.map((row) => picked(row, rowKeys)).toSorted(by((row) => JSON.stringify([row['startedSeq'], row['name'], row['subject']])));
}

function inOrder(tasks: readonly object[]): readonly object[] {
  return tasks.toSorted(by((task) => JSON.stringify(picked(task, ['name', 'institution', 'offices', 'events']))));
}

/** The chain as the contract describes it, hashed by our own hands: no line missing, none changed, each tied to the one before. */
export function checkChain(lines: readonly Json[], { id, seq: head }: Pick<CaseView, 'id' | 'seq'>): void {
  let before = '0'.repeat(64);
  for (const [index, { previousHash, hash, ...line }] of lines.entries()) {
    const reckoned = createHash('sha256').update(before + canonical(line)).digest('hex');
    agree(`line ${index + 1}`, { seq: line['seq'], case: line['case'], previousHash, hash }, { seq: index + 1, case: id, previousHash: before, hash: reckoned });
    before = reckoned;
  }
  agree('lines', lines.length, head);
}

/** RFC 8785: keys in order of their UTF-16 units, no blanks. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value).toSorted(by(([key]) => key)).map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}

function picked(row: object, keys: readonly string[]): Json {
  return Object.fromEntries(keys.map((key) => [key, (row as Json)[key]]));
}

function by<Item>(key: (item: Item) => string): (one: Item, other: Item) => number {
  return (one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
}
