import type { Sentence } from './sentence.js';
import type { StepRule } from './steps.js';

/** What each kind of step says. `{weekday}` is that of the step's own date, `{reason}` why a day is not a business day. */
export const STEP_SENTENCES: Readonly<Record<StepRule, Sentence>> = {
  'filed-non-business': {
    es: 'Presentado en día inhábil: {reason}.',
    en: 'Filed on a non-business day: {reason}.',
  },
  'filed-as': {
    es: 'Se entiende presentado en la primera hora de este {weekday}, primer día hábil siguiente (Ley 19.880, art. 25).',
    en: 'Counts as filed in the first hour of this {weekday}, the next business day (Ley 19.880 art. 25).',
  },
  from: {
    es: 'Día desde el que corre el plazo ({weekday}): no se cuenta; el cómputo comienza al día siguiente, sea o no hábil.',
    en: 'The day the limit runs from ({weekday}): not counted itself; counting starts the day after, business day or not.',
  },
  'hours-from-day': {
    es: 'No consta la hora: el plazo de {length} se cuenta desde el término de este {weekday} y corre también en días inhábiles.',
    en: 'The hour is not known: the limit of {length} is counted from the end of this {weekday} and runs on non-business days too.',
  },
  'hours-from-instant': {
    es: 'El plazo de {length} corre desde las {time} de este {weekday}, también en días inhábiles.',
    en: 'The limit of {length} runs from {time} of this {weekday}, on non-business days too.',
  },
  'next-month': {
    es: 'Se cuenta desde el primer día del mes siguiente, este {weekday}.',
    en: 'Counted from the first day of the following month, this {weekday}.',
  },
  extended: {
    es: 'Plazo de {amount} ampliado en {extend}: {length} en total.{basis}',
    en: 'Limit of {amount} extended by {extend}: {length} in all.{basis}',
  },
  skipped: {
    es: 'No se cuenta: {reason}; {counted}.',
    en: 'Not counted: {reason}; {counted}.',
  },
  suspended: {
    es: 'Plazo suspendido desde este {weekday} hasta el {to}, ambos inclusive: {days} días que no se cuentan.',
    en: 'Suspended from this {weekday} to {to}, both included: {days} days that are not counted.',
  },
  'same-number': {
    es: '{length} después del {start}: el día del mismo número ({weekday}).',
    en: '{length} after {start}: the day with the same number ({weekday}).',
  },
  'month-end': {
    es: '{length} después del {start}: ese mes no tiene día {day} y se toma su último día (Ley 19.880, art. 25; Código Civil, art. 48).',
    en: '{length} after {start}: that month has no day {day}, so its last day is taken (Ley 19.880 art. 25; Civil Code art. 48).',
  },
  'moved-by-suspension': {
    es: 'El término, que era el {base}, se corre hasta este {weekday} para reponer los días suspendidos.',
    en: 'The end, which was {base}, moves on to this {weekday} to make up for the suspended days.',
  },
  'last-day-non-business': {
    es: 'Último día del plazo, pero inhábil: {reason}.',
    en: 'Last day of the limit, but not a business day: {reason}.',
  },
  'passed-over': {
    es: 'Tampoco es hábil: {reason}.',
    en: 'Not a business day either: {reason}.',
  },
  'rolled-over': {
    es: 'El último día pasa a este {weekday}, primer día hábil siguiente.',
    en: 'The last day becomes this {weekday}, the next business day.',
  },
  'not-rolled-over': {
    es: 'Último día del plazo, inhábil: {reason}. Este plazo no se prorroga por ello.',
    en: 'Last day of the limit, not a business day: {reason}. This limit does not roll over.',
  },
  'fixed-date': {
    es: 'Fecha fijada por la norma ({weekday}).',
    en: 'The date the rule itself names ({weekday}).',
  },
  due: {
    es: 'Vence al terminar este {weekday}{limit}.',
    en: 'Due at the end of this {weekday}{limit}.',
  },
  'due-at': {
    es: 'Vence a las {time} de este {weekday}{limit}.',
    en: 'Due at {time} of this {weekday}{limit}.',
  },
  'alternative-day': {
    es: 'Otra lectura: como el cómputo comienza al día siguiente, el día equivalente sería este {weekday}, uno después (Ley 19.880, art. 25, «día del mes en que comienza el cómputo»; Código Civil, art. 48).',
    en: 'Another reading: as counting starts the day after, the equivalent day would be this {weekday}, one later (Ley 19.880 art. 25, "día del mes en que comienza el cómputo"; Civil Code art. 48).',
  },
  'alternative-due': {
    es: 'Vencimiento según esa otra lectura ({weekday}). La fecha prudente es la primera; un efecto adverso solo se produce pasada la última.',
    en: 'Due by that other reading ({weekday}). The first date is the prudent one; an adverse effect follows only after the last.',
  },
  'other-reading': {
    es: 'Otra lectura: {readings}.',
    en: 'Another reading: {readings}.',
  },
  'other-reading-due': {
    es: 'Vencimiento según esa otra lectura: este {weekday}{limit}. Un efecto adverso solo se produce pasada la última de las fechas.',
    en: 'Due by that other reading: this {weekday}{limit}. An adverse effect follows only after the last of the dates.',
  },
};

export const SUSPENDED_ONE_DAY: Sentence = {
  es: 'Plazo suspendido este {weekday}: no se cuenta.',
  en: 'Suspended on this {weekday}: not counted.',
};
