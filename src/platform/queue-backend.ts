import { assertSchemaCompatibility, createPostgresBackend, createRedisBackend } from 'bullmq';
import type { BackendFactory } from 'bullmq';
import { Pool } from 'pg';
import { APP_ROLE } from './postgres/bootstrap.js';
import { QUEUE_SCHEMA } from './queue-migrate.js';

/** What differs between the two places jobs can be kept. */
export interface QueueBackend {
  readonly kind: 'postgres' | 'redis';
  /** Connects a queue or a worker; the `connection` in their own options is not looked at. */
  readonly factory: BackendFactory;
  /** Resolves when queues and workers may be made. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export function backendOf(
  settings: { readonly databaseUrl: string; readonly redisUrl?: string | undefined },
  onError: (error: Error) => void,
): QueueBackend {
  return settings.redisUrl ? redisBackend(settings.redisUrl) : postgresBackend(settings.databaseUrl, onError);
}

function redisBackend(url: string): QueueBackend {
  const patient = { url, maxRetriesPerRequest: null, connectTimeout: 5_000, retryStrategy: (times: number) => Math.min(times * 200, 2_000) };
  // ioredis would keep commands for the day Redis comes back, and their callers waiting with them. Workers do wait.
  const prompt = { ...patient, enableOfflineQueue: false };
  return {
    kind: 'redis',
    factory: (name, options, extra) => createRedisBackend(name, { ...options, connection: extra?.withBlockingConnection ? patient : prompt }, extra),
    check: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

/** One pool for all queues of the process; each worker keeps one connection of it for LISTEN. */
function postgresBackend(databaseUrl: string, onError: (error: Error) => void): QueueBackend {
  const pool = new Pool({
    connectionString: databaseUrl,
    application_name: 'convenio queue',
    options: `-c role=${APP_ROLE} -c search_path=${QUEUE_SCHEMA} -c statement_timeout=10s`,
    max: 10,
    keepAlive: true,
    connectionTimeoutMillis: 2_000,
  });
  pool.on('error', onError);
  return {
    kind: 'postgres',
    factory: (name, options, extra) => createPostgresBackend(name, { ...options, connection: pool }, extra),
    // A worker made before the migration starves the event loop: it asks again without a pause, for ever.
    check: async () => {
      await assertSchemaCompatibility(pool, QUEUE_SCHEMA);
    },
    close: () => pool.end(),
  };
}
