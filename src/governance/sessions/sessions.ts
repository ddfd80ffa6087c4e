import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { query } from '../../platform/database.js';
import { errorCode } from '../../platform/postgres/error-code.js';
import { Directory } from '../directory.js';
import { Places } from '../places.js';
import { GovernanceRefusal } from '../refusal.js';
import { Remembered } from '../remembered.js';
import { monthsAhead, sessionsBetween, type DeclaredSession, type Session, type SessionKind, type SessionPattern } from './session.js';

/** The sessions that matter to something due: the last ordinary one that still serves, and the next of any kind. */
export interface ServingSessions {
  readonly last: Session | null;
  readonly next: Session | null;
}

export interface AgendaItem {
  readonly position: number;
  readonly matter: string;
  readonly caseId: string | null;
}

interface Calendar {
  readonly patterns: readonly SessionPattern[];
  readonly declared: readonly DeclaredSession[];
}

/** How far ahead a next session is looked for. */
const MONTHS_AHEAD = 3;

/** When collegiate bodies sit. */
@Injectable()
export class Sessions {
  readonly #calendars: Remembered<ReadonlyMap<string, Calendar>>;

  constructor(@Inject(DataSource) private readonly dataSource: DataSource, @Inject(Directory) private readonly directory: Directory, @Inject(Places) private readonly places: Places) {
    this.#calendars = new Remembered(dataSource, 'sessions', () => loadCalendars(dataSource));
  }

  /** Sessions of a body between two days, both included. @throws GovernanceRefusal `unknown-institution` */
  async between(institution: string, from: string, to: string): Promise<readonly Session[]> {
    const calendar = (await this.#calendars.get()).get(institution) ?? none;
    return sessionsBetween(calendar, from, to, await this.places.placeOfInstitution(institution));
  }

  /** For a matter that a body has to decide by a day (null: no day): null of a body of which no session is known. */
  async serving(institution: string, today: string, due: string | null): Promise<ServingSessions | null> {
    if (!(await this.#calendars.get()).has(institution)) return null;
    const horizon = monthsAhead(today, MONTHS_AHEAD);
    const ahead = await this.between(institution, today, due !== null && due > horizon ? due : horizon);
    const last = due === null ? null : (ahead.findLast(({ day, kind }) => kind === 'ordinary' && day <= due) ?? null);
    return { last, next: ahead[0] ?? null };
  }

  /** Calls a session, or cancels one. The caller has asked whether the official may. @throws GovernanceRefusal `session-refused` */
  async declare(institution: string, { day, kind, status, basis }: DeclaredSession, official: string): Promise<void> {
    await this.directory.requireInstitution(institution);
    const known = await this.between(institution, day, day);
    const isHeld = known.some((one) => one.kind === kind);
    if (status === 'cancelled' && !isHeld) throw new GovernanceRefusal('session-refused', 'no-such-session', { day });
    if (status === 'called' && isHeld) throw new GovernanceRefusal('session-refused', 'session-exists', { day });
    const sql = /* sql */ `
      INSERT INTO session (institution, day, kind, status, basis, entered_by) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (institution, day, kind) DO UPDATE SET status = excluded.status, basis = excluded.basis, entered_by = excluded.entered_by`;
    await query(this.dataSource, sql, [institution, day, kind, status, basis, official]);
    this.#calendars.changed();
  }

  /** What a session will deal with, in order. @throws GovernanceRefusal `session-refused` where there is none */
  async agenda(institution: string, day: string, kind: SessionKind): Promise<readonly AgendaItem[]> {
    await this.requireHeld(institution, { day, kind });
    const sql = 'SELECT position, matter, case_id AS "caseId" FROM agenda_item WHERE institution = $1 AND day = $2 AND kind = $3 ORDER BY position';
    return query<AgendaItem & Record<string, unknown>>(this.dataSource, sql, [institution, day, kind]);
  }

  /** Puts a matter on the agenda of a session that is to be held; the place it got. @throws GovernanceRefusal `session-refused` */
  async putOnAgenda(institution: string, { day, kind }: Pick<Session, 'day' | 'kind'>, item: Omit<AgendaItem, 'position'>, official: string): Promise<number> {
    await this.requireHeld(institution, { day, kind });
    const known = (await this.agenda(institution, day, kind)).find((one) => one.matter === item.matter && one.caseId === item.caseId);
    // The same matter put there twice, by a lost answer, is there once.
    if (known) return known.position;
    const sql = /* sql */ `
      INSERT INTO agenda_item (institution, day, kind, position, matter, case_id, entered_by)
      SELECT $1, $2, $3, coalesce(max(position), 0) + 1, $4, $5, $6 FROM agenda_item WHERE institution = $1 AND day = $2 AND kind = $3
      RETURNING position`;
    try {
      const [row] = await query<{ position: number }>(this.dataSource, sql, [institution, day, kind, item.matter, item.caseId, official]);
      return row.position;
    } catch (error) {
      // Two at once drew the same place: one of them asks again.
      if (errorCode(error) === '23505') return this.putOnAgenda(institution, { day, kind }, item, official);
      throw error;
    }
  }

  private async requireHeld(institution: string, { day, kind }: Pick<Session, 'day' | 'kind'>): Promise<void> {
    const held = await this.between(institution, day, day);
    if (!held.some((one) => one.kind === kind)) throw new GovernanceRefusal('session-refused', 'no-such-session', { day });
  }
}

const none: Calendar = { patterns: [], declared: [] };

async function loadCalendars(dataSource: DataSource): Promise<ReadonlyMap<string, Calendar>> {
  const sql = /* sql */ `
    SELECT institution, coalesce(p.patterns, '[]') AS patterns, coalesce(s.declared, '[]') AS declared
    FROM (SELECT institution, json_agg(json_build_object('from', from_day, 'weekday', weekday, 'weeks', weeks, 'basis', basis, 'certainty', certainty) ORDER BY from_day) AS patterns
          FROM session_pattern GROUP BY institution) p
    FULL JOIN (SELECT institution, json_agg(json_build_object('day', day, 'kind', kind, 'status', status, 'basis', basis) ORDER BY day) AS declared
          FROM session GROUP BY institution) s USING (institution)`;
  const rows = await query<Calendar & { institution: string }>(dataSource, sql, []);
  return new Map(rows.map(({ institution, patterns, declared }) => [institution, { patterns, declared }]));
}
