import type { DeadlineRule } from '../../kit/index.js';
import type { Language } from '../../i18n/language.js';
import { say } from './words.js';

/** A legal clock as a person reads it: how long, from what day, and what silence does. */
export interface ClockInWords {
  /** "60 días corridos" */
  readonly length: string;
  /** "se entiende aprobado" */
  readonly effect: string;
  /** "60 días corridos desde la recepción: se entiende aprobado" */
  readonly sentence: string;
}

export function clockInWords(rule: DeadlineRule, language: Language): ClockInWords {
  const length = lengthInWords(rule, language);
  const effect = say(language, `effect.${rule.onExpiry}`);
  const sentence = isDated(rule) ? say(language, 'clock.undated', { length, effect }) : say(language, 'clock', { length, effect, from: say(language, `from.${rule.startsFrom}`) });
  return { length, effect, sentence };
}

/** Its last day stands in the law or in the act: it is not counted from another. */
function isDated({ unit }: DeadlineRule): boolean {
  return unit === 'fixed-date' || unit === 'date-in-the-act' || unit === 'nth-business-day-of-next-month';
}

function lengthInWords({ unit, amount, monthDay }: DeadlineRule, language: Language): string {
  if (unit === 'date-in-the-act') return say(language, 'length.date-in-the-act');
  if (unit === 'fixed-date') return say(language, 'length.fixed-date', { date: dayOfYear(monthDay ?? '12-31', language) });
  if (unit === 'nth-business-day-of-next-month') return say(language, 'length.nth-business-day-of-next-month', { n: amount ?? 1 });
  return say(language, amount === 1 ? `length.one.${unit}` : `length.many.${unit}`, { n: amount ?? '?' });
}

function dayOfYear(monthDay: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'es' ? 'es-CL' : 'en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`2024-${monthDay}T00:00:00Z`));
}
