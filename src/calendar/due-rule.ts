import type { DueAnswer } from './due.js';
import { fixedDate } from './fixed-date.js';
import { CalendarInputError } from './input-error.js';
import { nthBusinessDayOfNextMonth, nthDayOfNextMonth } from './next-month.js';
import type { Place } from './place.js';
import type { CountingUnit, ExtensionRule, Rollover } from './question.js';
import { computeReadings, type Reading } from './readings.js';
import type { Suspension } from './suspension.js';

export type { Reading } from './readings.js';

/** A deadline's rule as far as counting goes. */
export type DueRule = CountedRule | FixedDateRule | NextMonthRule;

export interface CountedRule {
  /** The assumed one where `readings` has `unit`. */
  readonly unit: CountingUnit;
  readonly amount: number;
  /** The unit not taken; calendar for business days and the reverse unless said. */
  readonly otherUnit?: CountingUnit;
  readonly rollover?: Rollover;
  readonly extensionRule?: ExtensionRule;
  readonly cap?: number;
  readonly readings?: readonly Reading[];
}

export interface FixedDateRule {
  readonly unit: 'fixed-date';
  readonly monthDay: string;
  /** `none` unless said otherwise. */
  readonly rollover?: Rollover;
}

export interface NextMonthRule {
  readonly unit: 'nth-business-day-of-next-month';
  readonly amount: number;
  readonly readings?: readonly Reading[];
}

/** What happened to one deadline of the rule. Only counted rules take an extension or a suspension. */
export interface DueStart {
  readonly from: string;
  readonly place: Place;
  readonly filing?: boolean;
  readonly extend?: number;
  readonly suspensions?: readonly Suspension[];
}

/** A deadline's end by its rule, whatever kind of rule, with every reading the rule leaves open (`computeReadings`). */
export function dueWithReadings(rule: DueRule, start: DueStart): DueAnswer {
  switch (rule.unit) {
    case 'fixed-date':
      refuseExtension(start);
      return fixedDate(rule.monthDay, start.from, start.place, rule.rollover ?? 'none');
    case 'nth-business-day-of-next-month':
      refuseExtension(start);
      return (rule.readings?.includes('unit') === true ? nthDayOfNextMonth : nthBusinessDayOfNextMonth)(rule.amount, start.from, start.place);
    default: {
      const { readings = [], otherUnit, ...counted } = rule;
      return computeReadings({ ...counted, ...start }, readings, otherUnit);
    }
  }
}

/** A date the law names by itself is not a length of time that could be lengthened. */
function refuseExtension({ extend = 0 }: DueStart): void {
  if (extend !== 0) throw new CalendarInputError('extension-not-allowed', 'extend');
}
