import type { Durability } from './cluster.js';

const COMMON = {
  listen_addresses: '127.0.0.1',
  // A socket's path may have 107 bytes at most, and a data folder may be anywhere.
  unix_socket_directories: '',
  max_connections: '120',
  shared_buffers: '64MB',
  max_wal_size: '512MB',
  // Nobody replicates from an embedded server.
  wal_level: 'minimal',
  max_wal_senders: '0',
  // Containers give 64 MB of /dev/shm, which parallel queries would use up.
  max_parallel_workers_per_gather: '0',
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_checkpoints: 'off',
} as const;

const DURABILITY = {
  full: { fsync: 'on', synchronous_commit: 'on' },
  none: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off', max_wal_size: '128MB' },
} as const satisfies Record<Durability, Record<string, string>>;

/** The command line settings of an embedded server: safe on power loss when `full`, and small. */
export function serverSettings(durability: Durability): readonly string[] {
  return Object.entries({ ...COMMON, ...DURABILITY[durability] }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
