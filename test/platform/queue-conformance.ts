import { QueueUnavailable } from '../../src/platform/queue.js';
import type { Job, JobQueue, Queues } from '../../src/platform/queue.js';

/** Jobs as they arrive; a test waits for the n-th instead of sleeping. */
export class Arrivals {
  readonly jobs: Job[] = [];
  #wake: () => void = () => undefined;

  readonly take = (job: Job): Promise<void> => {
    this.jobs.push(job);
    this.#wake();
    return Promise.resolve();
  };

  async count(n: number): Promise<readonly Job[]> {
    while (this.jobs.length < n) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.jobs;
  }

  get names(): readonly string[] {
    return this.jobs.map((job) => job.name);
  }
}

export interface Place {
  open(): Promise<Queues>;
  /** When the one job of `clockwork` that waits for its time is due, in ms since 1970. */
  dueOf(id: string): Promise<number>;
}

const DAY = 86_400_000;

/** What both places of the queue do alike. */
export function conformance(place: Place): void {
  let queues: Queues;
  let queue: JobQueue;
  beforeEach(async () => {
    queues = await place.open();
    queue = queues.clockwork;
  });
  afterEach(() => queues.close(200));

  it('hands every job on with its data, once', async () => {
    const seen = new Arrivals();
    queue.process(seen.take, { concurrency: 4 });
    for (let i = 0; i < 20; i += 1) await queue.add('sweep', { i });
    const jobs = await seen.count(20);
    expect(jobs.map((job) => job.data)).toEqual(expect.arrayContaining(Array.from({ length: 20 }, (_, i) => ({ i }))));
    expect(jobs.every((job) => job.attempt === 1 && job.name === 'sweep' && job.id !== '')).toBe(true);
  });

  it('keeps jobs that were added before anybody worked', async () => {
    await queue.add('early', null);
    const seen = new Arrivals();
    queue.process(seen.take, { concurrency: 1 });
    await seen.count(1);
    expect(seen.names).toEqual(['early']);
  });

  it('keeps the two queues apart', async () => {
    const [clockwork, dispatches] = [new Arrivals(), new Arrivals()];
    queues.clockwork.process(clockwork.take, { concurrency: 1 });
    queues.dispatches.process(dispatches.take, { concurrency: 1 });
    await queues.dispatches.add('mail', {});
    await queues.clockwork.add('sweep', {});
    await Promise.all([clockwork.count(1), dispatches.count(1)]);
    expect([clockwork.names, dispatches.names]).toEqual([['sweep'], ['mail']]);
  });

  it('adds a job of the same id once while it waits, and again when it is done', async () => {
    await queue.add('expire', 1, { id: 'deadline-7' });
    await queue.add('expire', 2, { id: 'deadline-7' });
    await queue.add('last', 3);
    const seen = new Arrivals();
    queue.process(seen.take, { concurrency: 1 });
    await seen.count(2);
    expect(seen.jobs.map((job) => job.data)).toEqual([1, 3]);
    await seen.count(2);
    await queue.add('other', 4, { id: 'x' });
    await seen.count(3);
    await queue.add('expire', 5, { id: 'deadline-7' });
    expect((await seen.count(4)).at(-1)?.data).toBe(5);
  });

  it.each(['17', 'a:b', ''])('refuses the id %j, which BullMQ would misread', async (id) => {
    await expect(queue.add('x', {}, { id })).rejects.toThrow(TypeError);
  });

  it('waits out a short delay, also when it was idle', async () => {
    const seen = new Arrivals();
    queue.process(seen.take, { concurrency: 1 });
    await queue.add('now', {});
    await seen.count(1);
    const added = performance.now();
    await queue.add('later', {}, { delayMs: 300 });
    await seen.count(2);
    expect(performance.now() - added).toBeGreaterThanOrEqual(295);
    expect(performance.now() - added).toBeLessThan(3_000);
  });

  it.each([25, 90, 3_650])('does not fire a delay of %i days at once', async (days) => {
    const seen = new Arrivals();
    queue.process(seen.take, { concurrency: 1 });
    const id = `far-${days}`;
    const before = Date.now();
    await queue.add('far', {}, { id, delayMs: days * DAY });
    await queue.add('near', {});
    await seen.count(1);
    expect(seen.names).toEqual(['near']);
    const due = await place.dueOf(id);
    expect(due).toBeGreaterThanOrEqual(before + days * DAY);
    expect(due).toBeLessThan(Date.now() + days * DAY + 1);
  });

  it('tries again with growing pauses, then keeps a dead letter', async () => {
    const at: number[] = [];
    const last = new Promise<void>((resolve) => {
      queues.dispatches.process(
        (job) => {
          if (job.name === 'after') resolve();
          else at.push(performance.now());
          return job.name === 'after' ? Promise.resolve() : Promise.reject(new Error(`refused, try ${job.attempt}`));
        },
        { concurrency: 1 },
      );
    });
    await queues.dispatches.add('mail', { to: 7 }, { id: 'mail-7', attempts: 3, backoffMs: 60 });
    await queues.dispatches.add('after', {}, { delayMs: 1_000 });
    await last;
    expect(at).toHaveLength(3);
    const [first = 0, second = 0, third = 0] = at;
    expect(second - first).toBeGreaterThanOrEqual(55);
    expect(third - second).toBeGreaterThanOrEqual(115);
    expect(await queues.dispatches.deadLetters(10)).toMatchObject([
      { id: 'mail-7', name: 'mail', data: { to: 7 }, attempts: 3, reason: 'refused, try 3', failedAt: expect.stringMatching(/Z$/) },
    ]);
  });

  it('rings regularly, once for all processes', async () => {
    const other = await place.open();
    const seen = new Arrivals();
    queue.process(seen.take, { concurrency: 1 });
    queue.every('sweep', 400);
    other.clockwork.every('sweep', 400);
    const start = performance.now();
    await seen.count(3);
    expect(performance.now() - start).toBeGreaterThanOrEqual(1_100);
    await other.close();
  });

  it('closes at once when idle', async () => {
    queues.clockwork.process(() => Promise.resolve(), { concurrency: 2 });
    queues.dispatches.process(() => Promise.resolve(), { concurrency: 2 });
    await queue.ping();
    const start = performance.now();
    await queues.close();
    expect(performance.now() - start).toBeLessThan(1_000);
    await expect(queue.add('too-late', {})).rejects.toThrow(QueueUnavailable);
  });

  it('lets a running job finish, and leaves one that never does to another process', async () => {
    let finished = false;
    const started = new Promise<() => void>((tell) => {
      queue.process(async () => {
        await new Promise<void>((finish) => {
          tell(finish);
        });
        finished = true;
      }, { concurrency: 1 });
    });
    await queue.add('slow', {});
    const finish = await started;
    const closing = queues.close();
    finish();
    await closing;
    expect(finished).toBe(true);

    const stuck = await place.open();
    const stuckStarted = new Promise<void>((resolve) => {
      stuck.clockwork.process(() => new Promise<void>(() => resolve()), { concurrency: 1 });
    });
    await stuck.clockwork.add('stuck', {});
    await stuckStarted;
    const start = performance.now();
    await stuck.close(200);
    expect(performance.now() - start).toBeLessThan(1_500);
  });
}
