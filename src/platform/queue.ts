import { Queue } from 'bullmq';
import type { Job as BullJob, IQueueBackend, JobsOptions } from 'bullmq';
import type { Log } from './log.js';
import { backendOf } from './queue-backend.js';
import type { QueueBackend } from './queue-backend.js';
import { QueueWorker } from './queue-worker.js';
import { seldom } from './seldom.js';

/** One job as its handler sees it. It may come twice, and late: what it names is looked up in PostgreSQL. */
export interface Job {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
  /** 1 at the first try. */
  readonly attempt: number;
}

export type JobHandler = (job: Job) => Promise<void>;

export interface AddOptions {
  /** While a job of this id waits, runs, or is a dead letter, adding it again does nothing. Not only digits, no colon. */
  readonly id?: string;
  /** From now, in milliseconds of the machine's clock; any length. */
  readonly delayMs?: number;
  /** Tries in all; 1 when not said. */
  readonly attempts?: number;
  /** Pause before the second try; each further one doubles it. */
  readonly backoffMs?: number;
}

/** A job whose every try failed. */
export interface DeadLetter {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
  readonly attempts: number;
  readonly reason: string;
  readonly failedAt: string;
}

/** The queue cannot be reached now. Nothing is lost: who adds a job has its row, and the sweep finds it. */
export class QueueUnavailable extends Error {
  constructor(queue: string, cause: unknown) {
    super(`the queue ${queue} cannot be reached`, { cause });
    this.name = 'QueueUnavailable';
  }
}

/** The bell. It wakes workers; PostgreSQL's tables say what there is to do. */
export interface JobQueue {
  /** @throws QueueUnavailable, after two seconds at most. */
  add(name: string, data: unknown, options?: AddOptions): Promise<void>;
  /** Starts working; comes back by itself when the connection was lost. Once per queue and process. */
  process(handler: JobHandler, options: { readonly concurrency: number }): void;
  /**
   * Adds a job so often, once for all processes that say so. Kept by this process's own timer, so that a flushed Redis
   * cannot forget it; where the queue cannot be reached, this process's own handler is called instead.
   */
  every(name: string, ms: number): void;
  /** Newest first. */
  deadLetters(limit: number): Promise<readonly DeadLetter[]>;
  /** @throws QueueUnavailable. */
  ping(): Promise<void>;
  /** Lets running jobs finish for so long; those that do not are taken up again by another process. */
  close(graceMs?: number): Promise<void>;
}

export type QueueName = 'clockwork' | 'dispatches';

export interface Queues extends Readonly<Record<QueueName, JobQueue>> {
  readonly kind: 'postgres' | 'redis';
  ping(): Promise<void>;
  close(graceMs?: number): Promise<void>;
}

export interface QueueSettings {
  readonly databaseUrl: string;
  /** Jobs are kept in Redis where it is given, else in PostgreSQL. */
  readonly redisUrl?: string | undefined;
}

/** @throws when the queue's tables were not migrated. An unreachable Redis is waited for, not thrown. */
export async function openQueues(settings: QueueSettings, log: Log): Promise<Queues> {
  const report = seldom(5_000, (error: Error, times) => log.warn({ err: error, times }, 'queue'));
  const backend = backendOf(settings, report);
  try {
    await backend.check();
  } catch (error) {
    await backend.close();
    throw error;
  }
  const clockwork = new BullQueue('clockwork', backend, report);
  const dispatches = new BullQueue('dispatches', backend, report);
  return {
    kind: backend.kind,
    clockwork,
    dispatches,
    ping: () => clockwork.ping(),
    close: once(async (graceMs) => {
      await Promise.all([clockwork.close(graceMs), dispatches.close(graceMs)]);
      await backend.close();
    }),
  };
}

/** Whoever closes again waits for the same end. */
function once(close: (graceMs?: number) => Promise<void>): typeof close {
  let closing: Promise<void> | undefined;
  return (graceMs) => (closing ??= close(graceMs));
}

const ANSWER_MS = 2_000;
const DEAD_LETTERS_KEPT = 1_000;

class BullQueue implements JobQueue {
  readonly #name: string;
  readonly #backend: QueueBackend;
  readonly #report: (error: Error) => void;
  readonly #queue: Queue<unknown, unknown, string, unknown, unknown, string, IQueueBackend>;
  readonly #timers: NodeJS.Timeout[] = [];
  #closed = false;
  #worker: QueueWorker | undefined;
  #handler: JobHandler | undefined;

  constructor(name: QueueName, backend: QueueBackend, report: (error: Error) => void) {
    this.#name = name;
    this.#backend = backend;
    this.#report = report;
    this.#queue = new Queue(name, { connection: {} }, backend.factory);
    this.#queue.on('error', report);
  }

  async add(name: string, data: unknown, options: AddOptions = {}): Promise<void> {
    if (options.id !== undefined && (/^\d*$/.test(options.id) || options.id.includes(':'))) {
      throw new TypeError(`no job id: ${options.id}`);
    }
    await this.#answer(() => this.#queue.add(name, data, bullOptions(options)));
  }

  process(handler: JobHandler, { concurrency }: { readonly concurrency: number }): void {
    if (this.#worker) throw new TypeError(`${this.#name} is already being worked on`);
    this.#handler = handler;
    this.#worker = new QueueWorker({ queue: this.#name, backend: this.#backend, concurrency, handle: (job) => handler(jobOf(job)), report: this.#report });
  }

  every(name: string, ms: number): void {
    const ring = async (): Promise<void> => {
      try {
        // One of several processes' timers wins; a little less than the period, or a timer's jitter would skip a turn.
        await this.#answer(() => this.#queue.add(name, {}, { ...bullOptions({}), deduplication: { id: `every-${name}`, ttl: Math.floor(ms * 0.9) } }));
      } catch (error) {
        this.#report(asError(error));
        await this.#handler?.({ id: `every-${name}`, name, data: {}, attempt: 1 });
      }
    };
    this.#timers.push(setInterval(() => void ring().catch((error: unknown) => this.#report(asError(error))), ms).unref());
  }

  async deadLetters(limit: number): Promise<readonly DeadLetter[]> {
    const failed = await this.#answer(() => this.#queue.getFailed(0, limit - 1));
    return failed.map((job) => ({
      id: job.id ?? '',
      name: job.name,
      data: job.data,
      attempts: job.attemptsMade,
      reason: job.failedReason,
      failedAt: new Date(job.finishedOn ?? job.timestamp).toISOString(),
    }));
  }

  async ping(): Promise<void> {
    await this.#answer(() => this.#queue.getJobCounts('waiting'));
  }

  readonly close = once(async (graceMs = 3_000) => {
    this.#closed = true;
    for (const timer of this.#timers) clearInterval(timer);
    await this.#worker?.close(graceMs);
    // Forced: a polite good-bye to a lost Redis is never answered, and its client goes on connecting.
    await this.#queue.getBackend().close(true).catch(this.#report);
    await this.#queue.close();
  });

  /** BullMQ waits for a first connection without end, and drops what is asked while it closes. */
  async #answer<Result>(ask: () => Promise<Result>): Promise<Result> {
    if (this.#closed) throw new QueueUnavailable(this.#name, 'closed');
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${ANSWER_MS} ms`)), ANSWER_MS);
    });
    try {
      return await Promise.race([ask(), late]);
    } catch (error) {
      throw new QueueUnavailable(this.#name, error);
    } finally {
      clearTimeout(timer);
    }
  }
}

function bullOptions({ id, delayMs, attempts, backoffMs }: AddOptions): JobsOptions {
  return {
    ...(id !== undefined && { jobId: id }),
    ...(delayMs !== undefined && { delay: Math.max(0, Math.ceil(delayMs)) }),
    attempts: attempts ?? 1,
    ...(backoffMs !== undefined && { backoff: { type: 'exponential', delay: backoffMs } }),
    removeOnComplete: true,
    removeOnFail: { count: DEAD_LETTERS_KEPT },
  };
}

function jobOf(job: BullJob): Job {
  return { id: job.id ?? '', name: job.name, data: job.data, attempt: job.attemptsMade + 1 };
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
