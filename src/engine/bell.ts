import type { JobQueue } from '../platform/queue.js';
import type { Log } from '../platform/log.js';
import { Bell } from './ports.js';

/** Name of the job that has the outbox and the new deadlines looked at. */
export const RING = 'ring';

/**
 * How long before its end a deadline gets a job. Legal deadlines last weeks and are mostly met: a job for each, made anew
 * whenever one is extended, would cost as much as the event that started it, and PostgreSQL knows them all anyway.
 */
export const AHEAD_MS = 24 * 60 * 60 * 1_000;

/** Under load each ring costs its queue, and the relay it wakes, as much as an event: ten a second tell as much as a thousand. */
const PAUSE_MS = 100;

/**
 * Rings by one job at a time: while a ring is on its way, and for a moment after, further ones are joined into the next.
 * Nobody waits for it, and a queue that is down costs nothing but time: the sweep finds what a ring would have told.
 */
export class QueueBell extends Bell {
  private ringing = false;
  private again = false;

  constructor(private readonly queue: JobQueue, private readonly log: Log) {
    super();
  }

  override ring(): void {
    if (this.ringing) {
      this.again = true;
      return;
    }
    this.ringing = true;
    this.queue.add(RING, {}).catch((error: unknown) => this.log.warn({ err: error }, 'bell not rung')).finally(() => setTimeout(() => this.rung(), PAUSE_MS).unref());
  }

  private rung(): void {
    this.ringing = false;
    if (!this.again) return;
    this.again = false;
    this.ring();
  }
}
