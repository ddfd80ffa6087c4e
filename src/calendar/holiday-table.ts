import type { HolidayCode } from './holiday-names.js';

/** What the library gave, checked in: per year the national holidays as month, day and code. */
export interface HolidayTable {
  readonly first: number;
  readonly last: number;
  readonly regional: readonly RegionalHoliday[];
  readonly years: Readonly<Record<number, readonly (readonly [month: number, day: number, code: HolidayCode])[]>>;
}

export interface RegionalHoliday {
  readonly code: HolidayCode;
  readonly since: number;
  readonly month: number;
  readonly day: number;
  readonly territories: readonly string[];
}
