import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Dispatch } from '../kit/index.js';
import { LinkedCases } from './linked-cases.js';
import type { LinkNews } from './store/case-link.js';
import { query, withTransaction, type SqlClient } from '../platform/database.js';
import { Tools } from './tools.js';

/** A dispatch as its sender sees it. `id` is also what makes a message the same message when it is sent again. */
export interface Outgoing {
  readonly id: string;
  readonly caseId: string;
  readonly seq: number;
  readonly dispatch: Dispatch;
}

/** Sends dispatches. Throwing means: try again later. */
export abstract class Sender {
  /** A remark when there was nothing to send and there never will be; null when it was sent. */
  abstract send(outgoing: Outgoing): Promise<string | null>;
}

/** Performs dispatches: each row once, whatever its jobs do. What fails to the end stays as a dead letter, to be retried by hand. */
@Injectable()
export class Performer {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource, @Inject(Sender) private readonly sender: Sender, @Inject(LinkedCases) private readonly linked: LinkedCases, @Inject(Tools) private readonly tools: Tools) {}

  /**
   * Performs one dispatch; nothing when it is done already. The row is locked while it is sent, so that a job delivered
   * twice sends once; only a crash between sending and committing can send again, with the same message id.
   */
  async perform(id: string, attempt: { readonly number: number; readonly last: number }): Promise<void> {
    // Through the gate: a sender asks for powers and words, on a connection of its own.
    const failure = await this.tools.gate.pass(() => withTransaction(this.dataSource, async (client) => {
      const row = await lockDispatch(client, id);
      if (!row) return null;
      try {
        const remark = await this.send(client, id, row);
        await client.query(`UPDATE dispatch SET attempts = attempts + 1, status = 'done', done_at = $2, last_error = $3 WHERE id = $1`, [id, this.tools.clock.now(), remark]);
        return null;
      } catch (error) {
        const status = attempt.number >= attempt.last ? 'dead' : 'queued';
        await client.query(`UPDATE dispatch SET attempts = attempts + 1, last_error = $2, status = $3 WHERE id = $1`, [id, String(error).slice(0, 2000), status]);
        return error;
      }
    }));
    if (failure) throw failure;
  }

  /** News of a linked case is the engine's own to deliver, under a savepoint: what fails leaves the row to say so. */
  private async send(client: SqlClient, id: string, { case_id: caseId, seq, payload }: LockedDispatch): Promise<string | null> {
    if (payload.kind !== 'link') return this.sender.send({ id, caseId, seq, dispatch: payload });
    await client.query('SAVEPOINT told');
    try {
      await this.linked.tell(client, caseId, payload);
      return null;
    } catch (error) {
      await client.query('ROLLBACK TO SAVEPOINT told');
      throw error;
    }
  }

  /** Puts a dead letter back among those waiting; false when it is none. */
  async retry(id: string): Promise<boolean> {
    const rows = await query(this.dataSource, `UPDATE dispatch SET status = 'waiting' WHERE id = $1 AND status = 'dead' RETURNING id`, [id]);
    return rows.length > 0;
  }
}

interface LockedDispatch {
  readonly case_id: string;
  readonly seq: number;
  readonly payload: Dispatch | LinkNews;
}

/** Waits for whoever holds the row. To pass it by would lose it: the relay holds it too, while it notes that this very job was added. */
async function lockDispatch(client: SqlClient, id: string): Promise<LockedDispatch | undefined> {
  const sql = `SELECT case_id, seq, payload FROM dispatch WHERE id = $1 AND status IN ('waiting', 'queued') FOR UPDATE`;
  const { rows } = await client.query<LockedDispatch>(sql, [id]);
  return rows[0];
}
