import type { JobQueue } from '../platform/queue.js';
import type { Log } from '../platform/log.js';
import { Bell } from './ports.js';

/** Name of the job that has the outbox and the new deadlines looked at. */
export const RING = 'ring';

/**
 * Rings by one job at a time: while a ring is on its way, further ones are joined into the next. Nobody waits for it, and
 * a queue that is down costs nothing but time: the sweep finds what a ring would have told.
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
    this.queue.add(RING, {}).catch((error: unknown) => this.log.warn({ err: error }, 'bell not rung')).finally(() => this.rung());
  }

  private rung(): void {
    this.ringing = false;
    if (!this.again) return;
    this.again = false;
    this.ring();
  }
}
