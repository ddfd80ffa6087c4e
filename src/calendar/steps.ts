import { fromEpochDay, type EpochDay } from './epoch-day.js';
import type { NonBusinessReason } from './holidays.js';
import type { Params } from './sentence.js';

/** One line of an explanation: what happened to the count on a day. `explain` puts it in words. */
export interface Step {
  readonly date: string;
  readonly rule: StepRule;
  readonly params: Params;
}

export type StepRule =
  | 'filed-non-business'
  | 'filed-as'
  | 'from'
  | 'hours-from-day'
  | 'hours-from-instant'
  | 'next-month'
  | 'extended'
  | 'skipped'
  | 'suspended'
  | 'same-number'
  | 'month-end'
  | 'moved-by-suspension'
  | 'last-day-non-business'
  | 'passed-over'
  | 'rolled-over'
  | 'not-rolled-over'
  | 'fixed-date'
  | 'due'
  | 'due-at'
  | 'alternative-day'
  | 'alternative-due'
  | 'other-reading'
  | 'other-reading-due';

export function step(day: EpochDay, rule: StepRule, params: Params = {}): Step {
  return { date: fromEpochDay(day), rule, params };
}

/** A step about a day that is not a business day: `kind`, for holidays their name, code and certainty, and more. */
export function reasonStep(day: EpochDay, rule: StepRule, { kind, holiday }: NonBusinessReason, more: Params = {}): Step {
  // Written into, not spread: most of a count's time went into copying these.
  const params: Record<string, string | number> = { kind };
  if (holiday !== undefined) {
    params['name'] = holiday.name;
    params['certainty'] = holiday.certainty;
    if (holiday.code !== null) params['code'] = holiday.code;
  }
  return step(day, rule, Object.assign(params, more));
}
