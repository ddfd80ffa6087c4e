import { EngineRig, actingAs, governor } from '../support/engine-rig.js';
import { Relay } from '../../src/engine/relay.js';
import { TrainingClock } from '../../src/engine/training-clock.js';
import { MovableClock } from '../../src/platform/clock.js';
import type { AddOptions, JobQueue, Queues } from '../../src/platform/queue.js';

const rig = new EngineRig('2026-03-02T15:00:00.000Z');
const legalOfComptroller = actingAs('comptroller', 'legal', 'cgr-16');

/** Keeps the jobs it is given: a queue whose worker is the test. */
class KeptJobs implements Pick<JobQueue, 'add'> {
  readonly jobs: { readonly name: string; readonly options: AddOptions | undefined }[] = [];
  add(name: string, _data: unknown, options?: AddOptions): Promise<void> {
    this.jobs.push({ name, options });
    return Promise.resolve();
  }
}

function relayTo(queue: KeptJobs): Relay {
  return new Relay(rig.db.dataSource, { clockwork: queue, dispatches: queue } as unknown as Queues, rig.tools);
}

async function deadlines(caseId: string): Promise<readonly { readonly name: string; readonly status: string; readonly due: string }[]> {
  return rig.db.query('SELECT name, status, due FROM deadline WHERE case_id = $1 ORDER BY started_seq, name', [caseId]);
}

async function lines(caseId: string): Promise<readonly string[]> {
  const found = await rig.db.query<{ type: string }>('SELECT type FROM journal WHERE case_id = $1 ORDER BY seq', [caseId]);
  return found.map(({ type }) => type);
}

async function underReview(): Promise<string> {
  const caseId = await rig.open();
  await rig.send(caseId, 'coreVote.except', { reason: 'below-threshold', basis: 'Bajo el umbral' }, governor);
  await rig.send(caseId, 'allocation.resolve', { nature: 'afecta' }, governor);
  await rig.send(caseId, 'allocation.enter', {}, governor, { instrument: { kind: 'oficio', date: '2026-03-02', receivedAt: '2026-03-02' } });
  return caseId;
}

describe('a declared holiday', () => {
  it('moves the open deadlines it touches, says so in their journals, and leaves the others', async () => {
    const caseId = await underReview();
    const other = await rig.open();
    expect(await deadlines(caseId)).toEqual([{ name: 'allocationReview', status: 'running', due: '2026-03-23' }]);
    await rig.places.declareHoliday({ date: '2026-03-11', name: 'Elección', territory: null }, 'Ley de prueba', 'admin.subdere');
    await rig.recount.afterHoliday({ date: '2026-03-11', name: 'Elección' }, 'admin.subdere');
    expect(await deadlines(caseId)).toEqual([{ name: 'allocationReview', status: 'running', due: '2026-03-24' }]);
    expect((await lines(caseId)).at(-1)).toBe('deadline.recomputed');
    expect(await lines(other)).toEqual(['case.opened']);
    expect(await rig.recount.afterHoliday({ date: '2026-03-11', name: 'Elección' }, 'admin.subdere')).toBe(0);
  });
});

describe('acts on a running deadline', () => {
  it('extend it by its own rule only, and never once it has expired', async () => {
    const caseId = await underReview();
    const extension = { deadline: 'allocationReview', amount: 15, reason: 'Complejidad', basis: 'Ley 10.336 art. 10' };
    const before = (await deadlines(caseId))[0]?.due ?? '';
    await rig.send(caseId, 'deadline.extended', extension, legalOfComptroller);
    expect((await deadlines(caseId))[0]?.due.localeCompare(before)).toBe(1);
    await expect(rig.send(caseId, 'deadline.extended', extension, legalOfComptroller)).rejects.toMatchObject({ code: 'event-refused', reasons: [{ code: 'extension-over-own' }] });
    rig.clock.set('2026-06-01T15:00:00.000Z');
    await expect(rig.send(caseId, 'deadline.extended', extension, legalOfComptroller)).rejects.toMatchObject({ reasons: [{ code: 'deadline-expired' }] });
  });

  it('stop it while suspended, over the year\'s end, and go on with what was left', async () => {
    rig.clock.stop('2026-12-22T15:00:00.000Z');
    const caseId = await rig.open();
    await rig.send(caseId, 'proposal.present', {}, governor);
    const due = (await deadlines(caseId))[0]?.due;
    rig.clock.set('2026-12-28T15:00:00.000Z');
    await rig.send(caseId, 'deadline.suspended', { deadline: 'coreVote', reason: 'Falta un informe', basis: 'Ley 19.880 art. 9' }, governor);
    rig.clock.set('2027-06-01T15:00:00.000Z');
    expect(await rig.clockwork.expireCase(caseId)).toBe(false);
    await rig.send(caseId, 'deadline.resumed', { deadline: 'coreVote' }, governor);
    expect(due).toBe('2027-01-21');
    // 156 suspended days, 28 December to 1 June with both ends.
    expect((await deadlines(caseId))[0]?.due).toBe('2027-06-26');
  });
});

describe('the clockwork', () => {
  it('asks for a job at the very end of each deadline, on the day before and only once', async () => {
    const caseId = await rig.open();
    await rig.send(caseId, 'proposal.present', {}, governor);
    const queue = new KeptJobs();
    await relayTo(queue).run();
    expect(queue.jobs.filter(({ options }) => options?.id?.includes(caseId))).toEqual([]);
    const [ends] = await rig.db.query<{ ends_at: string }>('SELECT ends_at FROM deadline WHERE case_id = $1', [caseId]);
    rig.clock.stop(new Date(Date.parse(ends?.ends_at ?? '') - 3_600_000).toISOString());
    await relayTo(queue).run();
    await relayTo(queue).run();
    const mine = queue.jobs.filter(({ options }) => options?.id?.includes(caseId));
    expect(mine).toEqual([{ name: 'deadline', options: expect.objectContaining({ delayMs: 3_600_000 }) }]);
  });

  it('lets nothing be lost when two workers sweep the same ended deadlines at once', async () => {
    const caseId = await rig.open();
    await rig.send(caseId, 'proposal.present', {}, governor);
    rig.clock.set('2026-08-03T15:00:00.000Z');
    await Promise.all([rig.clockwork.sweep(), rig.clockwork.sweep(), rig.clockwork.expireCase(caseId)]);
    expect(await lines(caseId)).toEqual(['case.opened', 'proposal.present', 'deadline.expired']);
  });
});

describe('the training clock', () => {
  it('visits each due instant in turn, answers when all has happened, and goes on from there after a restart', async () => {
    const clock = new MovableClock();
    rig.clock.stop(clock.now());
    const caseId = await rig.open();
    await rig.send(caseId, 'proposal.present', {}, governor);
    const training = new TrainingClock(rig.db.dataSource, rig.clock, rig.clockwork, relayTo(new KeptJobs()));
    const inTwoYears = new Date(Date.parse(clock.now()) + 2 * 365 * 86_400_000).toISOString();
    expect(await training.advanceTo(inTwoYears)).toBe(inTwoYears);
    expect(await lines(caseId)).toEqual(['case.opened', 'proposal.present', 'deadline.expired']);
    expect(await training.advanceTo('2020-01-01T00:00:00.000Z')).toBe(inTwoYears);
    const restarted = new MovableClock();
    await new TrainingClock(rig.db.dataSource, restarted, rig.clockwork, relayTo(new KeptJobs())).resume();
    expect(restarted.now() >= inTwoYears).toBe(true);
  });
});

describe('the journal', () => {
  it.each(['UPDATE journal SET text = text', 'DELETE FROM journal', 'TRUNCATE journal'])('cannot be touched by the application: %s', async (sql) => {
    await expect(rig.db.query(sql)).rejects.toMatchObject({ code: '42501' });
  });
});
