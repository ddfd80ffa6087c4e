import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { query } from '../../src/platform/database.js';
import type { Host } from './host-process.js';

/** Moves a host's clock, has it do what its timer does every half minute, and waits until nothing is left to do. */
export async function settle(host: Host, dataSource: DataSource, now: string): Promise<void> {
  await host.call('clock', { now });
  for (let tries = 0; ; tries += 1) {
    // A queue that is just coming back may not answer yet: a server's timer would ring again half a minute later.
    if (tries % 40 === 0) await host.call('job', { queue: 'clockwork', name: 'sweep', data: {} }).catch(unlessUnavailable);
    const [left] = await query<{ n: number }>(dataSource, `SELECT (SELECT count(*) FROM deadline WHERE status = 'running' AND ends_at <= $1)::int
      + (SELECT count(*) FROM dispatch WHERE status <> 'done')::int AS n`, [now]);
    if (left?.n === 0) return;
    if (tries > 400) {
      const show = async (sql: string) => process.stderr.write(`DIAG ${sql.slice(0, 60)} ${JSON.stringify(await query(dataSource, sql).catch(String))}\n`);
      await show(`SELECT id, status, attempts, queued_at, last_error FROM dispatch WHERE status <> 'done'`);
      await show(`SELECT name, status, ends_at, belled FROM deadline WHERE status = 'running' AND ends_at <= '${now}'`);
      await show(`SELECT * FROM bullmq.job LIMIT 40`);
      await show(`SELECT pid, state, wait_event_type, wait_event, left(query, 80) q, application_name FROM pg_stat_activity WHERE datname = current_database()`);
      await show(`SELECT pid, locktype, mode, granted, relation::regclass::text FROM pg_locks WHERE locktype IN ('tuple','transactionid')`);
    }
    if (tries > 400) throw new Error(`${left?.n} rows are still to be worked on: ${host.complaints}`);
    await pause(50);
  }
}

/** Observes other processes, which send us no events. @throws after ten seconds. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await condition()); tries += 1) {
    if (tries > 200) throw new Error(`still not: ${String(condition)}`);
    await pause(50);
  }
}

function unlessUnavailable(error: unknown): void {
  if (!String(error).includes('cannot be reached')) throw error;
}
