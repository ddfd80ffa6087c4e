import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { query } from '../platform/database.js';
import type { Queues } from '../platform/queue.js';
import { QUEUES } from '../platform/tokens.js';
import { AHEAD_MS } from './bell.js';
import { Tools } from './tools.js';

/** Tries of a dispatch before it is a dead letter. */
export const ATTEMPTS = 8;
const BACKOFF_MS = 5_000;
/** A job may be lost with its queue (a flushed Redis): what was queued this long ago and is not done is queued again. */
const LOST_AFTER = '15 minutes';
const PAGE = 500;

/**
 * Turns rows into jobs: each dispatch not yet sent, each running deadline that ends soon. A job names its row and no more.
 * Adding one twice is harmless, since its id is made of the row and the row says whether there is anything left to do.
 */
@Injectable()
export class Relay {
  private turn: Promise<void> = Promise.resolve();
  private next: Promise<number> | undefined;

  constructor(@Inject(DataSource) private readonly dataSource: DataSource, @Inject(QUEUES) private readonly queues: Queues, @Inject(Tools) private readonly tools: Tools) {}

  /** Relays all that waits; how many jobs it added. @throws QueueUnavailable: the rows wait for the next turn. */
  run(): Promise<number> {
    // One at a time in a process: a second would read the same rows. What came after the first had read them gets a turn of its own.
    const turn = this.next ?? this.turn.then(() => this.relay());
    this.next = turn;
    this.turn = turn.then(() => undefined, () => undefined);
    return turn;
  }

  private async relay(): Promise<number> {
    this.next = undefined;
    let relayed = 0;
    for (let page = PAGE; page === PAGE; relayed += page) page = await this.relayDispatches();
    for (let page = PAGE; page === PAGE; relayed += page) page = await this.relayDeadlines();
    return relayed;
  }

  /** In case the queue lost its memory: jobs of deadlines that end soon are made anew from their rows. */
  async restore(): Promise<void> {
    const sql = `UPDATE deadline SET belled = false WHERE status = 'running' AND belled AND ends_at < $1`;
    await query(this.dataSource, sql, [this.soon]);
    await this.run();
  }

  private async relayDispatches(): Promise<number> {
    const now = this.tools.clock.now();
    const sql = `SELECT id, queued_at FROM dispatch WHERE status = 'waiting' OR (status = 'queued' AND coalesce(queued_at, created_at) < $1::timestamptz - interval '${LOST_AFTER}') ORDER BY created_at LIMIT ${PAGE}`;
    const rows = await query<{ id: string; queued_at: string | null }>(this.dataSource, sql, [now]);
    for (const { id, queued_at: before } of rows) {
      // A new name each time: a job whose worker was killed twice is a dead letter, and adding that one again does nothing.
      const name = `dispatch-${id}-${before ? Date.parse(before) : 0}`;
      await this.queues.dispatches.add('dispatch', { id }, { id: name, attempts: ATTEMPTS, backoffMs: BACKOFF_MS });
    }
    if (rows.length > 0) await query(this.dataSource, `UPDATE dispatch SET status = 'queued', queued_at = $2 WHERE id = ANY ($1) AND status IN ('waiting', 'queued')`, [rows.map((row) => row.id), now]);
    return rows.length;
  }

  private async relayDeadlines(): Promise<number> {
    const sql = `SELECT case_id, name, subject, started_seq, ends_at FROM deadline WHERE status = 'running' AND NOT belled AND ends_at < $1 ORDER BY ends_at LIMIT ${PAGE}`;
    const rows = await query<{ case_id: string; name: string; subject: string; started_seq: number; ends_at: string }>(this.dataSource, sql, [this.soon]);
    const now = Date.parse(this.tools.clock.now());
    for (const row of rows) {
      const id = ['deadline', row.case_id, row.name, encodeURIComponent(row.subject), row.started_seq, Date.parse(row.ends_at)].join('-');
      await this.queues.clockwork.add('deadline', { caseId: row.case_id }, { id, delayMs: Math.max(0, Date.parse(row.ends_at) - now) });
    }
    const belled = `UPDATE deadline d SET belled = true FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::timestamptz[]) AS b(case_id, name, subject, seq, ends_at)
      WHERE (d.case_id, d.name, d.subject, d.started_seq, d.ends_at) = (b.case_id, b.name, b.subject, b.seq, b.ends_at)`;
    if (rows.length > 0) await query(this.dataSource, belled, [rows.map((row) => row.case_id), rows.map((row) => row.name), rows.map((row) => row.subject), rows.map((row) => row.started_seq), rows.map((row) => row.ends_at)]);
    return rows.length;
  }

  private get soon(): string {
    return new Date(Date.parse(this.tools.clock.now()) + AHEAD_MS).toISOString();
  }
}
