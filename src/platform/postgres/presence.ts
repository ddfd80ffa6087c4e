import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Log } from './cluster.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded.js';
import { persist } from './persist.js';
import { StartupFault } from './startup-fault.js';

/** `server`: at most one per data folder. `command`: any number, beside a server or without one. */
export type Part = 'server' | 'command';

/**
 * A process's place at the embedded server of a data folder. Advisory locks of one session per process say who is there:
 * PostgreSQL drops them when the process dies, however it dies, so no lock of a dead process is ever in the way.
 */
export class Presence {
  private leaving = false;
  private returning: Promise<void> = Promise.resolve();

  private constructor(
    private readonly wish: Wish,
    private seat: Seat,
  ) {
    this.keep(seat);
  }

  /** Starts the server of the folder or joins it, and keeps it running until `leave`. */
  static async join(part: Part, dataDir: string, log: Log): Promise<Presence> {
    const wish = { part, dataDir, log };
    return new Presence(wish, await takeSeat(wish));
  }

  get server(): EmbeddedPostgres {
    return this.seat.server;
  }

  /** The last one out stops the server; before that, close every connection of your own. */
  async leave(): Promise<void> {
    this.leaving = true;
    await this.returning;
    await giveUp(this.seat);
  }

  private keep({ session }: Seat): void {
    session.once('end', () => {
      if (!this.leaving) this.returning = this.comeBack();
    });
  }

  /** At the same port, since everyone here knows the server by it. */
  private async comeBack(): Promise<void> {
    const { log } = this.wish;
    log('PostgreSQL went away; starting it again');
    while (!this.leaving) {
      try {
        this.seat = await takeSeat(this.wish, this.server.port);
        this.keep(this.seat);
        return;
      } catch (error) {
        log(`PostgreSQL did not come back: ${String(error)}`);
        await pause(1_000);
      }
    }
  }
}

interface Wish {
  readonly part: Part;
  readonly dataDir: string;
  readonly log: Log;
}

interface Seat {
  readonly server: EmbeddedPostgres;
  readonly session: Client;
}

/** Advisory locks of the database `postgres`, under one number of ours. */
const LOCKS = 7301;
const PRESENT = 4;
const LEAVING = 5;
const SERVER = 6;

/** A server that was killed, or told to stop, a moment ago still holds its place for as long. */
const SETTLE_MS = 3_000;

async function takeSeat({ part, dataDir, log }: Wish, port?: number): Promise<Seat> {
  return persist(async () => {
    const server = await startEmbeddedPostgres({ dataDir, log, ...(port === undefined ? {} : { port }) });
    const session = new Client({
      connectionString: server.url('administrator', 'postgres'),
      application_name: `convenio ${part} ${process.pid}`,
      keepAlive: true,
    });
    // What breaks shows as its end, too; without a listener the error would end the process.
    session.on('error', () => undefined);
    await session.connect();
    try {
      await session.query('SELECT pg_advisory_lock_shared($1, $2)', [LOCKS, PRESENT]);
      if (part === 'server') await becomeServer(session, dataDir);
    } catch (error) {
      await session.end().catch(() => undefined);
      throw error;
    }
    return { server, session };
  });
}

async function becomeServer(session: Client, dataDir: string): Promise<void> {
  const until = Date.now() + SETTLE_MS;
  for (;;) {
    if (await tryLock(session, SERVER)) return;
    const holder = Date.now() > until ? await serverPid(session) : null;
    if (holder !== null) {
      throw new StartupFault(
        `Ya hay un servidor de Convenio (proceso ${holder}) en la carpeta ${dataDir}: use ese, deténgalo, o indique otra carpeta en CONVENIO_DATA_DIR.`,
        `A Convenio server (process ${holder}) already runs on the folder ${dataDir}: use that one, stop it, or name another folder in CONVENIO_DATA_DIR.`,
      );
    }
    await pause(20);
  }
}

async function serverPid(session: Client): Promise<number | null> {
  const { rows } = await session.query<{ name: string }>(
    `SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
      WHERE locktype = 'advisory' AND classid = $1 AND objid = $2 AND granted`,
    [LOCKS, SERVER],
  );
  const pid = Number(rows[0]?.name.split(' ').at(-1));
  return Number.isInteger(pid) ? pid : null;
}

async function giveUp({ server, session }: Seat): Promise<void> {
  try {
    // One at a time: of two who leave together, exactly one finds itself the last.
    await session.query('SELECT pg_advisory_lock($1, $2)', [LOCKS, LEAVING]);
    await session.query('SELECT pg_advisory_unlock_shared($1, $2)', [LOCKS, PRESENT]);
    // Held until the server has stopped: whoever comes now waits for it, and then starts anew.
    if (await tryLock(session, PRESENT)) await server.stop();
  } catch {
    // The server is gone already.
  } finally {
    await session.end().catch(() => undefined);
  }
}

async function tryLock(session: Client, lock: number): Promise<boolean> {
  const { rows } = await session.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS locked', [LOCKS, lock]);
  return rows[0]?.locked ?? false;
}
