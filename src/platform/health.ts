import type { DataSource } from 'typeorm';
import { migrations } from '../../migrations/list.js';
import { query } from './database.js';

type State = 'up' | 'down' | 'behind';

export interface Readiness {
  /** `degraded`: serves everything, but what workers do waits for their sweep. */
  readonly status: 'ready' | 'degraded' | 'unready';
  readonly checks: { readonly database: State; readonly migrations: State; readonly queue: State };
}

/** Whoever can say that it answers; the queues do. */
export interface Pinged {
  ping(): Promise<void>;
}

/**
 * Ready is: PostgreSQL answers and knows every migration of this build. A silent queue only degrades: it is the bell,
 * and taking the service away with it would turn a late bell into an outage.
 */
export async function readiness(dataSource: DataSource, queues: Pinged): Promise<Readiness> {
  const [database, queue] = await Promise.all([
    within(2000, pendingMigrations(dataSource)).then((pending): State => (pending > 0 ? 'behind' : 'up'), (): State => 'down'),
    within(1000, queues.ping()).then((): State => 'up', (): State => 'down'),
  ]);
  const status = database !== 'up' ? 'unready' : queue === 'up' ? 'ready' : 'degraded';
  return { status, checks: { database: database === 'down' ? 'down' : 'up', migrations: database, queue } };
}

/** How many migrations of this build the database has not seen. */
export async function pendingMigrations(dataSource: DataSource): Promise<number> {
  const rows = await query<{ count: number }>(dataSource, 'SELECT count(*)::int AS count FROM migrations');
  return Math.max(0, migrations.length - (rows[0]?.count ?? 0));
}

async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
