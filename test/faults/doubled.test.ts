import { randomUUID } from 'node:crypto';
import { withTransaction } from '../../src/platform/database.js';
import { migrateQueue } from '../../src/platform/queue-migrate.js';
import { database } from '../support/database.js';
import { Hosts, type Host } from './host-process.js';
import { invariants } from './invariants.js';
import type { Acknowledged } from './load.js';
import { settle, until } from './settle.js';
import { AFTER_CORE, START, acts, opening, present, type Act } from './story.js';

let hosts: Hosts;
// Before the database is dropped: hooks run in this order.
afterAll(() => hosts.end());
const db = database();
let one: Host;
let other: Host;
const acknowledged: Acknowledged[] = [];

beforeAll(async () => {
  await migrateQueue(db.migratorUrl);
  hosts = new Hosts({ appUrl: db.appUrl });
  [one, other] = await Promise.all([hosts.start(), hosts.start()]);
}, 60_000);

async function open(caseId: string, key: string, host: Host = one): Promise<{ readonly caseId: string; readonly seq: number }> {
  const answer = await host.call<{ caseId: string; seq: number }>('open', { caseId, key });
  acknowledged.push({ caseId: answer.caseId, type: 'case.opened', scope: `open:${opening.recordedBy}`, key });
  return answer;
}

async function send(caseId: string, act: Act, key: string = randomUUID(), host: Host = one): Promise<{ readonly seq: number; readonly repeated: boolean }> {
  const answer = await host.call<{ seq: number; repeated: boolean }>('send', { caseId, key, act });
  acknowledged.push({ caseId, type: act.type, scope: `send:${act.office}.${act.institution}:${caseId}`, key });
  return answer;
}

/** Five times at each. */
const tenTimes = (): readonly Host[] => Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? one : other));

async function clockAt(now: string): Promise<void> {
  await Promise.all([one.call('clock', { now }), other.call('clock', { now })]);
}

async function expectWhole(now: string): Promise<void> {
  expect(await invariants(db.dataSource, acknowledged, now)).toMatchObject({ faults: [] });
}

it('the same opening ten times at once, at two processes, opens one case', async () => {
  const key = randomUUID();
  const answers = await Promise.all(tenTimes().map((host) => open(randomUUID(), key, host)));
  expect(new Set(answers.map(({ caseId }) => caseId)).size).toBe(1);
  await expectWhole(START);
}, 30_000);

it('the same event ten times at once, at two processes, happens once', async () => {
  const { caseId } = await open(randomUUID(), randomUUID());
  const key = randomUUID();
  const answers = await Promise.all(tenTimes().map((host) => send(caseId, present, key, host)));
  expect(answers.map(({ seq }) => seq)).toEqual(tenTimes().map(() => 2));
  expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
  await expectWhole(START);
}, 30_000);

it('ten different events at once on one case are taken one after the other, or refused by what the case has become', async () => {
  const { caseId } = await open(randomUUID(), randomUUID());
  const outcomes = await Promise.allSettled(tenTimes().map((host) => send(caseId, present, randomUUID(), host)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expectWhole(START);
}, 30_000);

it('a job delivered twice, and late, does its work once', async () => {
  const { caseId } = await open(randomUUID(), randomUUID());
  for (const act of acts) await send(caseId, act);
  const waiting = await open(randomUUID(), randomUUID());
  await send(waiting.caseId, present);
  const [dispatch] = await db.query<{ id: string }>('SELECT id FROM dispatch WHERE case_id = $1', [caseId]);
  const deliver = async (): Promise<void> => {
    await Promise.all(tenTimes().map(async (host) => {
      await host.call('job', { queue: 'dispatches', name: 'dispatch', data: { id: dispatch?.id } });
      await host.call('job', { queue: 'clockwork', name: 'deadline', data: { caseId: waiting.caseId } });
    }));
  };
  await deliver();
  await settle(one, db.dataSource, START);
  await clockAt(AFTER_CORE);
  await deliver();
  await settle(one, db.dataSource, AFTER_CORE);
  await deliver();
  await settle(other, db.dataSource, AFTER_CORE);
  expect(hosts.sent.filter((id) => id === dispatch?.id)).toHaveLength(1);
  await expectWhole(AFTER_CORE);
  await clockAt(START);
}, 30_000);

it('a job that comes while its row is held waits for the row, instead of passing it by', async () => {
  const { caseId } = await open(randomUUID(), randomUUID());
  const id = randomUUID();
  const queued = `INSERT INTO dispatch (id, case_id, seq, kind, payload, status, created_at, queued_at) VALUES ($1, $2, 1, 'notice', '{}', 'queued', $3, $3)`;
  await db.query(queued, [id, caseId, START]);
  await withTransaction(db.dataSource, async (client) => {
    await client.query('SELECT FROM dispatch WHERE id = $1 FOR UPDATE', [id]);
    await one.call('job', { queue: 'dispatches', name: 'dispatch', data: { id } });
    await until(async () => (await client.query('SELECT FROM pg_locks WHERE NOT granted AND transactionid = pg_current_xact_id()::xid')).rows.length > 0);
  });
  await until(() => Promise.resolve(hosts.sent.includes(id)));
  expect(hosts.sent.filter((sent) => sent === id)).toHaveLength(1);
}, 30_000);

it('two workers sweeping the same ended deadlines expire each once', async () => {
  const cases = await Promise.all(Array.from({ length: 60 }, () => open(randomUUID(), randomUUID())));
  await Promise.all(cases.map(({ caseId }) => send(caseId, present)));
  await clockAt(AFTER_CORE);
  const sweeps = await Promise.all([one, other, one, other].map((host) => host.call<{ expired: number; failed: string[] }>('sweep')));
  expect(sweeps.flatMap(({ failed }) => failed)).toEqual([]);
  // A few the workers may have found by themselves meanwhile.
  expect(sweeps.reduce((sum, { expired }) => sum + expired, 0)).toBeLessThanOrEqual(60);
  const [told] = await db.query<{ n: number }>(`SELECT count(*)::int AS n FROM journal WHERE type = 'deadline.expired' AND case_id = ANY ($1)`, [cases.map(({ caseId }) => caseId)]);
  expect(told?.n).toBe(60);
  await expectWhole(AFTER_CORE);
}, 30_000);
