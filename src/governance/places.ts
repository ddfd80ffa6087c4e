import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type DeclaredHoliday, type Place, placeOf } from '../calendar/place.js';
import { query } from '../platform/database.js';
import { errorCode } from '../platform/postgres/error-code.js';
import { Directory } from './directory.js';
import { GovernanceRefusal } from './refusal.js';
import { Remembered } from './remembered.js';

/** Where bodies sit, as legal time needs it: with the holidays that were declared one by one. */
@Injectable()
export class Places {
  readonly #declared: Remembered<readonly DeclaredHoliday[]>;

  constructor(@Inject(DataSource) private readonly dataSource: DataSource, @Inject(Directory) private readonly directory: Directory) {
    this.#declared = new Remembered(dataSource, 'holidays', () => loadHolidays(dataSource));
  }

  /**
   * The place whose calendar counts an institution's deadlines: its seat, not the case's territory.
   * Of a unit whose seat nobody knows: the national holidays alone. @throws GovernanceRefusal `unknown-institution`
   */
  async placeOfInstitution(code: string): Promise<Place> {
    const { seat } = await this.directory.requireInstitution(code);
    return this.placeOfTerritory(seat);
  }

  async placeOfTerritory(code: string | null): Promise<Place> {
    return placeOf(code, await this.declared());
  }

  async declared(): Promise<readonly DeclaredHoliday[]> {
    return this.#declared.get();
  }

  /**
   * Declares a holiday. The caller has asked that `by` may administer, and has the open deadlines recomputed.
   * @throws GovernanceRefusal `unknown-territory`, `holiday-refused`
   */
  async declareHoliday(holiday: DeclaredHoliday, basis: string, by: string): Promise<void> {
    const { date, name, territory } = holiday;
    if (territory !== null && !(await this.directory.territory(territory))) throw new GovernanceRefusal('unknown-territory', 'territory', { code: territory });
    try {
      await query(this.dataSource, 'INSERT INTO declared_holiday (date, name, territory, basis, declared_by) VALUES ($1, $2, $3, $4, $5)', [date, name, territory, basis, by]);
    } catch (error) {
      if (errorCode(error) !== '23505') throw error;
      throw new GovernanceRefusal('holiday-refused', 'holiday-exists', { date });
    }
    this.#declared.changed();
  }
}

function loadHolidays(dataSource: DataSource): Promise<readonly DeclaredHoliday[]> {
  return query<DeclaredHoliday & Record<string, unknown>>(dataSource, 'SELECT date, name, territory FROM declared_holiday ORDER BY date');
}
