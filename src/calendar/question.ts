import { CalendarInputError } from './input-error.js';
import type { Place } from './place.js';
import { suspendedDays, type SuspendedDays, type Suspension } from './suspension.js';

export type CountingUnit = 'business' | 'calendar' | 'hours' | 'months' | 'years';
export type Rollover = 'next-business-day' | 'none';

/** How far a deadline may be extended; `unknown` counts as `none` (and is shown as an assumption). */
export type ExtensionRule = 'half' | 'cap' | 'own' | 'none' | 'unknown';

export interface DueQuestion {
  /**
   * The day the act took effect (notified, published, received). Also an instant, or a local date and time in the place's
   * zone: hours then run from it, other units from its local date.
   */
  readonly from: string;
  readonly amount: number;
  readonly unit: CountingUnit;
  readonly place: Place;
  /** A paper filed: on a non-business day it counts as filed on the next business day. */
  readonly filing?: boolean;
  /** What a non-business last day does; `next-business-day` unless said otherwise. Hours never roll over. */
  readonly rollover?: Rollover;
  /** All extensions together, in the same unit. */
  readonly extend?: number;
  /** `half` (Ley 19.880 art. 26) unless said otherwise. */
  readonly extensionRule?: ExtensionRule;
  /** For `cap`: the most the limit may reach, extensions included. */
  readonly cap?: number;
  readonly suspensions?: readonly Suspension[];
  /** Whether business days leave Saturdays out (Ley 19.880 art. 25), as they do unless said otherwise. */
  readonly saturdays?: 'non-business' | 'business';
}

export const MAX_AMOUNT = 10_000;

/** A question found sound: the amount with its extensions, the suspended days in order, nothing left out. */
export interface CheckedQuestion {
  readonly amount: number;
  readonly extend: number;
  readonly total: number;
  readonly unit: CountingUnit;
  readonly place: Place;
  readonly rollover: Rollover;
  readonly saturdays: 'non-business' | 'business';
  readonly extensionRule: ExtensionRule;
  readonly suspended: readonly SuspendedDays[];
}

/** Throws `CalendarInputError` naming the field at fault. */
export function checkQuestion(question: DueQuestion): CheckedQuestion {
  const { amount, unit, place, extend = 0, extensionRule = 'half' } = question;
  const { rollover = 'next-business-day', saturdays = 'non-business', suspensions = [] } = question;
  oneOf(unit, ['business', 'calendar', 'hours', 'months', 'years'], 'unit', 'unit-unknown');
  oneOf(rollover, ['next-business-day', 'none'], 'rollover', 'choice-unknown');
  oneOf(extensionRule, ['half', 'cap', 'own', 'none', 'unknown'], 'extensionRule', 'choice-unknown');
  wholeNumber(amount, 1, 'amount');
  wholeNumber(extend, 0, 'extend');
  if (extend > 0) checkExtension(question, extensionRule, extend);
  const suspended = suspendedDays(suspensions);
  return { amount, extend, total: amount + extend, unit, place, rollover, saturdays, extensionRule, suspended };
}

function checkExtension({ amount, cap }: DueQuestion, rule: ExtensionRule, extend: number): void {
  if (rule === 'none' || rule === 'unknown') throw new CalendarInputError('extension-not-allowed', 'extend');
  if (rule === 'half' && extend * 2 > amount) {
    throw new CalendarInputError('extension-over-half', 'extend', { amount, extend, max: Math.floor(amount / 2) });
  }
  if (rule === 'cap') {
    const most = wholeNumber(cap ?? 0, 1, 'cap');
    if (amount + extend > most) throw new CalendarInputError('extension-over-cap', 'extend', { amount, extend, cap: most });
  }
}

export function wholeNumber(value: number, min: number, path: string): number {
  if (Number.isInteger(value) && value >= min && value <= MAX_AMOUNT) return value;
  throw new CalendarInputError('amount-invalid', path, { value: String(value), min, max: MAX_AMOUNT });
}

function oneOf(value: string, known: readonly string[], path: string, code: 'unit-unknown' | 'choice-unknown'): void {
  if (!known.includes(value)) throw new CalendarInputError(code, path, { value, known: known.join(', ') });
}
