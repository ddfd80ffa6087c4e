import { Worker } from 'bullmq';
import type { Job as BullJob, IQueueBackend } from 'bullmq';
import type { QueueBackend } from './queue-backend.js';

export interface WorkerSettings {
  readonly queue: string;
  readonly backend: QueueBackend;
  readonly concurrency: number;
  readonly handle: (job: BullJob) => Promise<void>;
  readonly report: (error: Error) => void;
}

type BullWorker = Worker<unknown, void, string, IQueueBackend>;

/** BullMQ asks an idle queue again after so many seconds; news come by LISTEN or a blocking read, this is for lost ones. */
const DRAIN_SECONDS = 30;
const RETRY_MS = 1_000;
/**
 * A job whose worker was killed, or lost the database while it worked, is given to another when its lock ends. Workers that live
 * renew theirs. Twice with the same job is no sign of a bad job here, only of a bad day: what it names is looked up anyway.
 */
const LOCK_MS = 10_000;
const STALLS = 10;
const DISCONNECT_MS = 400;

/** A BullMQ worker that is made again until its connection answers, and that can be closed within a given time. */
export class QueueWorker {
  readonly #settings: WorkerSettings;
  #worker: BullWorker | undefined;
  readonly #running = new Set<Promise<void>>();
  #closing = false;
  #retry: NodeJS.Timeout | undefined;

  constructor(settings: WorkerSettings) {
    this.#settings = settings;
    this.#start();
  }

  /** Running jobs get `graceMs` to finish; then the connection goes, and another worker takes them up when their lock ends. */
  async close(graceMs: number): Promise<void> {
    this.#closing = true;
    clearTimeout(this.#retry);
    const worker = this.#worker;
    if (!worker) return;
    await worker.pause(true);
    await Promise.race([Promise.allSettled(this.#running), pause(graceMs)]);
    // BullMQ takes the word of the first `close`: it must know then whether to wait.
    const done = await Promise.race([worker.close(this.#running.size > 0).then(() => true), pause(DISCONNECT_MS)]);
    // Over a lost Redis it waits for an answer to its good-bye, and goes on connecting; this hangs up.
    if (!done) await Promise.race([worker.getBackend().close(true).catch(this.#settings.report), pause(DISCONNECT_MS)]);
  }

  #start(): void {
    const worker = this.#make();
    this.#worker = worker;
    void this.#run(worker).catch((error: Error) => {
      this.#settings.report(error);
      // BullMQ remembers a first connection that failed for ever: such a worker is thrown away.
      void worker.close(true).catch(this.#settings.report);
      if (!this.#closing) this.#retry = setTimeout(() => this.#start(), RETRY_MS);
    });
  }

  async #run(worker: BullWorker): Promise<void> {
    await worker.waitUntilReady();
    if (!this.#closing) await worker.run();
  }

  #make(): BullWorker {
    const { queue, backend, concurrency, report } = this.#settings;
    const options = { connection: {}, concurrency, autorun: false, drainDelay: DRAIN_SECONDS, runRetryDelay: RETRY_MS, lockDuration: LOCK_MS, stalledInterval: LOCK_MS, maxStalledCount: STALLS };
    const worker = new Worker<unknown, void, string, IQueueBackend>(queue, (job) => this.#handle(job), options, backend.factory);
    worker.on('error', report);
    return worker;
  }

  async #handle(job: BullJob): Promise<void> {
    const work = this.#settings.handle(job);
    this.#running.add(work);
    try {
      await work;
    } finally {
      this.#running.delete(work);
    }
  }
}

function pause(ms: number): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), ms).unref();
  });
}
