import { chain, type JournalLine } from '../../src/engine/core/journal-line.js';
import { withTransaction, type SqlClient } from '../../src/platform/database.js';
import type { House } from './house.js';
import type { Act, Journey } from './journey.js';
import type { Walk } from './load.js';

/** What a transaction writes besides the case's own row. */
export type Rung = 'bare' | 'outbox' | 'journal';

const insertSql = /* sql */ `
  INSERT INTO cases (id, number, workflow, version, title, status, state, seq, envelope, participants, since, opened_on, last_on, head_hash, recorded_at)
  VALUES ($1, $2, 'bench', 1, 'bench', 'open', '{initiative}', 1, $3, '[]', $4, $4, $4, $5, $6)`;
const lockSql = 'SELECT seq, envelope, head_hash FROM cases WHERE id = $1 FOR UPDATE';
const saved = 'UPDATE cases SET seq = $2, envelope = $3, head_hash = $4, recorded_at = $5 WHERE id = $1';
/** Sent already: the relay of another rung has nothing to do with it. */
const outbox = `WITH saved AS (${saved}) INSERT INTO dispatch (id, case_id, seq, kind, payload, status, created_at) VALUES ($6, $1, $2, 'notice', $7, 'done', $5)`;
const journal = `WITH saved AS (${saved}), told AS (
    INSERT INTO dispatch (id, case_id, seq, kind, payload, status, created_at) VALUES ($6, $1, $2, 'notice', $7, 'done', $5))
  INSERT INTO journal (case_id, seq, type, occurred_on, recorded_at, text, previous_hash, hash) VALUES ($1, $2, $8, $9, $5, $10, $11, $4)`;
const sqlOf: Readonly<Record<Rung, string>> = { bare: saved, outbox, journal };

/** The lowest rungs of the ladder, by hand: as many transactions as the journey, each under the case's lock. */
export function rungWalk({ dataSource, tools }: House, journey: Journey, rung: Rung): Walk {
  const { envelope } = journey;
  const payload = JSON.stringify({ kind: 'notice', message: 'agreementInForce', to: { technicalUnit: ['mayor', 'director', 'head'] } });
  return async (timed) => {
    const id = tools.newId();
    const now = tools.clock.now();
    await timed(() => withTransaction(dataSource, (client) =>
      client.query({ name: 'rung-open', text: insertSql, values: [id, id, envelope, now.slice(0, 10), '0'.repeat(64), now] })));
    for (const act of journey.acts) await timed(() => withTransaction(dataSource, (client) => advance(client, id, act)));
  };

  async function advance(client: SqlClient, id: string, act: Act): Promise<void> {
    const { rows } = await client.query<{ seq: number; head_hash: string }>({ name: 'rung-lock', text: lockSql, values: [id] });
    const [{ seq, head_hash: head }] = rows;
    const now = tools.clock.now();
    const values: unknown[] = [id, seq + 1, envelope, head, now];
    if (rung !== 'bare') values.push(tools.newId(), payload);
    if (rung === 'journal') {
      const chained = chain(lineOf(id, seq + 1, act, now), head);
      values[3] = chained.hash;
      values.push(act.type, now.slice(0, 10), chained.text, head);
    }
    await client.query({ name: `rung-${rung}`, text: sqlOf[rung], values });
  }
}

function lineOf(id: string, seq: number, { type, data, role, office, institution }: Act, now: string): JournalLine {
  const official = `${office}.${institution}`;
  return {
    case: id, seq, type, data, law: {}, instrument: null, actor: { role, office, institution, official }, attested: false, source: 'own', flags: [],
    power: { kind: 'holder', office, institution, official, basis: 'Demo: nombramiento' }, recordedBy: official,
    occurredOn: now.slice(0, 10), occurredAt: now, recordedAt: now, definitionHash: '0'.repeat(64),
  };
}
