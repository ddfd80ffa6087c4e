import { z } from 'zod';
import { RING } from './engine/bell.js';
import type { Clockwork } from './engine/clockwork.js';
import type { Performer } from './engine/performer.js';
import { ATTEMPTS } from './engine/relay.js';
import type { Relay } from './engine/relay.js';
import type { Log } from './platform/log.js';
import type { Job, Queues } from './platform/queue.js';

export interface WorkerParts {
  readonly queues: Queues;
  readonly clockwork: Clockwork;
  readonly relay: Relay;
  readonly performer: Performer;
  readonly log: Log;
}

/** How long a deadline's end, or a dispatch, may wait when its bell was lost. */
const SWEEP_MS = 30_000;
const RESTORE_MS = 15 * 60_000;
const CONCURRENCY = 4;

const OfCase = z.object({ caseId: z.uuid() });
const OfDispatch = z.object({ id: z.uuid() });

/** Takes up the work of both queues. Every job may come twice or never: it only says where to look. */
export function startWorkers(parts: WorkerParts): void {
  const { clockwork, dispatches } = parts.queues;
  clockwork.process((job) => timeWork(parts, job), { concurrency: CONCURRENCY });
  clockwork.every('sweep', SWEEP_MS);
  clockwork.every('restore', RESTORE_MS);
  dispatches.process((job) => parts.performer.perform(OfDispatch.parse(job.data).id, { number: job.attempt, last: ATTEMPTS }), { concurrency: CONCURRENCY });
}

async function timeWork({ clockwork, relay, log }: WorkerParts, job: Job): Promise<void> {
  switch (job.name) {
    case RING:
      await relay.run();
      return;
    case 'deadline':
      await clockwork.expireCase(OfCase.parse(job.data).caseId);
      return;
    case 'restore':
      await relay.restore();
      return;
    case 'sweep': {
      const { expired, failed } = await clockwork.sweep();
      if (expired > 0) log.info({ expired }, 'sweep');
      for (const { caseId, error } of failed) log.error({ err: error, caseId }, 'deadline not expired');
      await relay.run();
      return;
    }
    default:
      throw new Error(`no such job: ${job.name}`);
  }
}
