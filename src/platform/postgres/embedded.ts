import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { prepareDatabase } from './bootstrap.js';
import { type Cluster, type Durability, LOGIN_NAMES, type Log, type Login, openCluster, programEnvironment } from './cluster.js';
import { persist } from './persist.js';
import { disownPostmasterFile, readPostmaster } from './postmaster-file.js';
import { isAlive, isPostgresOf } from './processes.js';
import { serverSettings } from './settings.js';
import { StartupFault } from './startup-fault.js';

export interface EmbeddedOptions {
  /** Made when missing; holds `postgres/` (the cluster) and `postgres.log`. */
  readonly dataDir: string;
  readonly log: Log;
  readonly durability?: Durability;
  /** Where a server that ended must come back, for those who know its address; a free one without it. */
  readonly port?: number;
}

/** A running PostgreSQL server of a data folder, on 127.0.0.1 only. */
export interface EmbeddedPostgres {
  readonly port: number;
  readonly pid: number;
  /** False when it was already running: another process's, or an orphan of one that was killed. */
  readonly startedHere: boolean;
  url(login: Login, database?: string): string;
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk. Whoever else uses the server loses it. */
  stop(): Promise<void>;
}

const POLL_MS = 15;
const PATIENCE_MS = 120_000;
const STOP_MS = 20_000;

/** Starts the PostgreSQL server of the folder, or adopts the one that already runs there. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const durability = options.durability ?? 'full';
  const cluster = await openCluster(options.dataDir, durability, options.log);
  return persist(async () => {
    const running = await ensureRunning(cluster, durability, options);
    const url = (login: Login, database = 'convenio'): string =>
      `postgres://${LOGIN_NAMES[login]}:${cluster.passwords[login]}@127.0.0.1:${running.port}/${database}`;
    await prepareDatabase(url('administrator', 'postgres'), cluster.passwords);
    return { ...running, url, stop: () => stopPostmaster(cluster.dir, running.pid) };
  });
}

interface Running {
  readonly pid: number;
  readonly port: number;
  readonly startedHere: boolean;
}

async function ensureRunning(cluster: Cluster, durability: Durability, { log, port }: EmbeddedOptions): Promise<Running> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const found = readPostmaster(cluster.dir);
    if (found && isPostgresOf(found.pid, cluster.dir)) {
      if (found.ready) return { pid: found.pid, port: found.port, startedHere: false };
      await pause(POLL_MS);
      continue;
    }
    if (found && isAlive(found.pid)) disownPostmasterFile(cluster.dir);
    const outcome = await launch(cluster, durability, port ?? (await freePort()));
    if (typeof outcome !== 'string') return outcome;
    log(`PostgreSQL waits: ${outcome}`);
    await pause(POLL_MS * 10);
  }
  throw new StartupFault(
    `PostgreSQL no llegó a estar listo en ${PATIENCE_MS / 1000} segundos; su registro está en ${cluster.logFile}.`,
    `PostgreSQL was not ready within ${PATIENCE_MS / 1000} seconds; its log is ${cluster.logFile}.`,
  );
}

/** Starts the server in a session of its own, so that Ctrl-C in a terminal reaches us and not it. */
async function launch(cluster: Cluster, durability: Durability, port: number): Promise<Running | Setback> {
  const logFd = openLog(cluster.logFile);
  const logStart = statSync(cluster.logFile).size;
  const args = ['-D', cluster.dir, '-p', String(port), ...serverSettings(durability)];
  const child = spawn(cluster.binaries.postgres, args, {
    ...cluster.user,
    cwd: '/',
    env: programEnvironment(),
    detached: true,
    stdio: ['ignore', logFd, logFd],
  });
  closeSync(logFd);
  let failure: Error | undefined;
  child.on('error', (error) => (failure = error));
  child.unref();
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const found = readPostmaster(cluster.dir);
    if (found && found.pid === child.pid && found.ready) return { pid: found.pid, port, startedHere: true };
    await pause(POLL_MS);
  }
  return setback(cluster, readFileSync(cluster.logFile).subarray(logStart).toString('utf8'), failure);
}

type Setback = 'port taken' | 'another server starts' | 'an old server still ends';

/** What a server that ended at once had to say; only what passes by itself is waited out. */
function setback(cluster: Cluster, said: string, failure?: Error): Setback {
  if (said.includes('could not bind') || said.includes('could not create any TCP/IP sockets')) return 'port taken';
  if (said.includes('lock file "postmaster.pid" already exists')) return 'another server starts';
  if (said.includes('pre-existing shared memory block') || said.includes('lock file "postmaster.pid" is empty')) return 'an old server still ends';
  const reason = failure?.message ?? said.trim().split('\n').slice(-3).join(' ');
  throw new StartupFault(
    `PostgreSQL no pudo iniciar (${reason}); su registro está en ${cluster.logFile}.`,
    `PostgreSQL could not start (${reason}); its log is ${cluster.logFile}.`,
  );
}

const LOG_LIMIT = 10_000_000;

function openLog(path: string): number {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

async function stopPostmaster(clusterDir: string, pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isPostgresOf(pid, clusterDir)) return;
    process.kill(pid, signal);
    const until = Date.now() + STOP_MS;
    while (isPostgresOf(pid, clusterDir) && Date.now() < until) await pause(POLL_MS);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready, fail) => server.on('error', fail).listen(0, '127.0.0.1', ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}
