import type { JobQueue } from '../platform/queue.js';
import type { Log } from '../platform/log.js';
import { Bell } from './ports.js';

/** Name of the job that has the outbox and the new deadlines looked at. */
export const RING = 'ring';

/** Under load each ring costs its queue, and the relay it wakes, as much as an event: forty a second tell as much as a thousand. */
const PAUSE_MS = 25;

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
