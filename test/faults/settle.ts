import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { query } from '../../src/platform/database.js';
import type { Host } from './host-process.js';

/**
 * A worker whose connection broke asks its queue again after 30 seconds at most; a job it lost is found stalled 20 seconds
 * after, mostly at once.
 */
const PATIENCE_MS = 90_000;
const POLL_MS = 50;

/** Moves a host's clock, has it do what its timer does every half minute, and waits until nothing is left to do. */
export async function settle(host: Host, dataSource: DataSource, now: string): Promise<void> {
  await host.call('clock', { now });
  for (let tries = 0; ; tries += 1) {
    // A queue that is just coming back may not answer yet: a server's timer would ring again half a minute later.
    if (tries % 40 === 0) await host.call('job', { queue: 'clockwork', name: 'sweep', data: {} }).catch(unlessUnavailable);
    const [left] = await query<{ n: number }>(dataSource, `SELECT (SELECT count(*) FROM deadline WHERE status = 'running' AND ends_at <= $1)::int
      + (SELECT count(*) FROM dispatch WHERE status <> 'done')::int AS n`, [now]);
    if (left?.n === 0) return;
    if (tries * POLL_MS > PATIENCE_MS) throw new Error(`${left?.n} rows are still to be worked on: ${host.complaints}`);
    await pause(POLL_MS);
  }
}

/** Observes other processes, which send us no events. @throws after ten seconds. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await condition()); tries += 1) {
    if (tries * POLL_MS > 10_000) throw new Error(`still not: ${String(condition)}`);
    await pause(POLL_MS);
  }
}

function unlessUnavailable(error: unknown): void {
  if (!String(error).includes('cannot be reached')) throw error;
}
