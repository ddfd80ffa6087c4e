import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { errorCode } from '../platform/postgres/error-code.js';
import { query } from '../platform/database.js';
import { type DatedValue, type DatedValueRow, valueOn } from './dated-value.js';
import { Directory } from './directory.js';
import { GovernanceRefusal } from './refusal.js';
import { Remembered } from './remembered.js';

/** The dated values of the law: UTM, thresholds, seats of councils, ends of terms. Never constants. */
@Injectable()
export class DatedValues {
  readonly #values: Remembered<ReadonlyMap<string, readonly DatedValueRow[]>>;

  constructor(@Inject(DataSource) private readonly dataSource: DataSource, @Inject(Directory) private readonly directory: Directory) {
    this.#values = new Remembered(dataSource, 'values', () => loadValues(dataSource));
  }

  /**
   * The value in force on a day: of `scope` (a territory or an institution, which stands for its territory), else of its
   * region, else of the country. Outside the table the nearest known value, as an assumption.
   * @returns undefined when nothing of that name is known there.
   */
  async datedValue(name: string, on: string, scope: string | null = null): Promise<DatedValue | undefined> {
    const values = await this.#values.get();
    for (const place of await this.#placesOf(scope)) {
      const rows = values.get(keyOf(name, place));
      if (rows) return valueOn(rows, on);
    }
    return undefined;
  }

  /** How rules whose unit the law leaves open are counted, by rule and day; null where nobody has settled it by then. */
  async settledUnits(): Promise<(rule: string, on: string) => 'business' | 'calendar' | null> {
    const values = await this.#values.get();
    return (rule, on) => {
      const settled = values.get(keyOf(`${settledUnit}${rule}`, null))?.findLast(({ from }) => from <= on)?.unit;
      return settled === 'business' || settled === 'calendar' ? settled : null;
    };
  }

  /** Everything entered under names that begin so, in order of their first day. */
  async entered(prefix: string): Promise<readonly DatedValueRow[]> {
    return [...(await this.#values.get()).values()].flat().filter(({ name }) => name.startsWith(prefix));
  }

  /** Enters a value from a day on. @throws GovernanceRefusal `dated-value-refused` when there is one from that day. */
  async enter(row: DatedValueRow, enteredBy: string): Promise<void> {
    const amount = typeof row.value === 'number' ? row.value : null;
    const day = typeof row.value === 'number' ? null : row.value;
    const sql = `INSERT INTO dated_value (name, scope, from_day, to_day, amount, day, unit, basis, certainty, entered_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
    try {
      await query(this.dataSource, sql, [row.name, row.scope, row.from, row.to, amount, day, row.unit, row.basis, row.certainty, enteredBy]);
    } catch (error) {
      if (errorCode(error) !== uniqueViolation) throw error;
      throw new GovernanceRefusal('dated-value-refused', 'value-exists', { name: row.name, from: row.from });
    }
    this.#values.changed();
  }

  /** After a write from elsewhere in this process (the seed). */
  changed(): void {
    this.#values.changed();
  }

  async #placesOf(scope: string | null): Promise<readonly (string | null)[]> {
    if (scope === null) return [null];
    const territory = /^\d+$/.test(scope) ? scope : ((await this.directory.institution(scope))?.territory ?? null);
    return [scope, territory, territory?.slice(0, 2) ?? null, null];
  }
}

/** Names of the settings of a unit: this and the rule's id. The setting is the row's own unit, of an amount of one. */
export const settledUnit = 'unit.';

const uniqueViolation = '23505';

function keyOf(name: string, scope: string | null): string {
  return `${name} ${scope ?? ''}`;
}

async function loadValues(dataSource: DataSource): Promise<ReadonlyMap<string, readonly DatedValueRow[]>> {
  const sql = `SELECT name, scope, from_day AS "from", to_day AS "to", amount::float8 AS amount, day, unit, basis, certainty FROM dated_value ORDER BY from_day`;
  const rows = await query<Omit<DatedValueRow, 'value'> & { amount: number | null; day: string }>(dataSource, sql);
  const values = new Map<string, DatedValueRow[]>();
  for (const { amount, day, ...row } of rows) {
    const key = keyOf(row.name, row.scope);
    const known = values.get(key);
    const value = { ...row, value: amount ?? day };
    if (known) known.push(value);
    else values.set(key, [value]);
  }
  return values;
}
