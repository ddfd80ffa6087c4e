import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { query, withTransaction } from '../../platform/database.js';
import { errorCode } from '../../platform/postgres/error-code.js';
import { GovernanceRefusal } from '../refusal.js';
import type { Appointment, Delegation } from './decide.js';
import { Powers } from './powers.js';

/** What changes powers: officials, appointments, delegations and their revocation. The caller has asked who may do it. */
@Injectable()
export class Empowering {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource, @Inject(Powers) private readonly powers: Powers) {}

  /** @param subject the `sub` claim by which the issuer of tokens knows the official */
  async register(username: string, name: string, subject: string | null): Promise<void> {
    const sql = 'INSERT INTO official (username, name, subject) VALUES ($1, $2, $3) ON CONFLICT (username) DO UPDATE SET name = EXCLUDED.name, subject = EXCLUDED.subject';
    await query(this.dataSource, sql, [username, name, subject]);
    this.powers.changed();
  }

  /**
   * Appoints a holder, whose predecessor's appointment ends the day before; or, for a time, a suplente or a subrogante.
   * @throws GovernanceRefusal `appointment-refused`
   */
  async appoint(appointment: Appointment): Promise<void> {
    const { official, institution, office, capacity, order, from, to, act } = appointment;
    if (to !== null && to < from) throw new GovernanceRefusal('appointment-refused', 'period-reversed', { from, to });
    await this.#writing('appointment-refused', { institution, office, username: official }, () => withTransaction(this.dataSource, async (client) => {
      if (capacity === 'holder') await client.query(endPredecessor, [institution, office, from]);
      const sql = 'INSERT INTO appointment (official, institution, office, capacity, rank, from_day, to_day, act) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)';
      await client.query(sql, [official, institution, office, capacity, order, from, to, act]);
    }));
  }

  /**
   * Delegates an attribution, or the signature of it by order, to own staff (Ley 18.575 art. 41).
   * @returns the delegation's id. @throws GovernanceRefusal `delegation-refused`
   */
  async delegate(delegation: NewDelegation): Promise<string> {
    const { institution, office, delegateOfficial, delegateOffice, attribution, kind, from, to, instrument } = delegation;
    await this.#checkDelegation(delegation);
    const sql = /* sql */ `
      INSERT INTO delegation (institution, office, delegate_official, delegate_office, attribution, kind, from_day, to_day, instrument)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`;
    const params = [institution, office, delegateOfficial, delegateOffice, attribution, kind, from, to, JSON.stringify(instrument)];
    const rows = await this.#writing('delegation-refused', { institution, office, username: delegateOfficial ?? '' }, () =>
      query<{ id: string }>(this.dataSource, sql, params));
    return rows[0].id;
  }

  /** From that day on the delegator has the attribution back. @throws GovernanceRefusal `delegation-refused` */
  async revoke(id: string, on: string): Promise<void> {
    const sql = 'UPDATE delegation SET revoked_on = $2 WHERE id = $1 AND revoked_on IS NULL AND from_day <= $2 RETURNING id';
    const rows = await query(this.dataSource, sql, [id, on]);
    if (rows.length === 0) throw refused('already-revoked', { on });
    this.powers.changed();
  }

  async #checkDelegation(delegation: NewDelegation): Promise<void> {
    const { institution, office, delegateOfficial, delegateOffice, attribution, kind, from, to } = delegation;
    if (to !== null && to < from) throw refused('period-reversed', { from, to });
    if (!partial.test(attribution)) throw refused('not-partial', { attribution });
    if (delegateOffice === office) throw refused('own-delegate');
    if (delegateOfficial === null || (office === 'mayor' && kind === 'delegate')) return;
    const staff = await this.powers.appointmentsOf(delegateOfficial, from);
    if (!staff.some((each) => each.institution === institution)) throw refused('not-staff', { delegate: delegateOfficial, on: from });
    if (staff.some((each) => each.institution === institution && each.office === office && each.capacity === 'holder')) throw refused('own-delegate');
  }

  async #writing<Result>(code: GovernanceRefusal['code'], named: Readonly<Record<'institution' | 'office' | 'username', string>>, write: () => Promise<Result>): Promise<Result> {
    try {
      const result = await write();
      this.powers.changed();
      return result;
    } catch (error) {
      const reason = reasons[errorCode(error)];
      if (reason === undefined) throw error;
      throw new GovernanceRefusal(code, reason, named);
    }
  }
}

export type NewDelegation = Omit<Delegation, 'id' | 'revokedOn'>;

function refused(reason: GovernanceRefusal['reason'], params: GovernanceRefusal['params'] = {}): GovernanceRefusal {
  return new GovernanceRefusal('delegation-refused', reason, params);
}

/** What the tables refuse: a repetition, an office the institution has not. */
const reasons: Readonly<Record<string, GovernanceRefusal['reason']>> = { '23505': 'already-recorded', '23503': 'no-such-office' };

/** A workflow with one event, a group of events or all of them, or one event of every workflow; never everything. */
const partial = /^([a-z0-9-]+:\*|(\*|[a-z0-9-]+):[A-Za-z0-9.-]+(\.\*)?)$/;

const endPredecessor = /* sql */ `
  UPDATE appointment SET to_day = $3::date - 1
  WHERE institution = $1 AND office = $2 AND capacity = 'holder' AND from_day < $3::date AND (to_day IS NULL OR to_day >= $3::date)`;
