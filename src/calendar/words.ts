import { toEpochDay, weekdayOf } from './epoch-day.js';
import { HOLIDAY_NAMES } from './holiday-names.js';
import { fill, WEEKDAYS, type Language, type Params, type Sentence } from './sentence.js';
import { STEP_SENTENCES, SUSPENDED_ONE_DAY } from './step-sentences.js';
import type { Step } from './steps.js';

export interface ExplainedStep {
  readonly date: string;
  readonly note: string;
}

/** An explanation as people read it, in the order of the reasoning. */
export function explain(steps: readonly Step[], language: Language): ExplainedStep[] {
  return steps.map((told) => ({ date: told.date, note: noteOf(told, language) }));
}

function noteOf({ date, rule, params }: Step, language: Language): string {
  const sentence = rule === 'suspended' && params['days'] === 1 ? SUSPENDED_ONE_DAY : STEP_SENTENCES[rule];
  return fill(sentence, language, { ...params, ...spoken(date, params, language) });
}

/** The parameters that are words of the language: the weekday, lengths with their unit, reasons, readings. */
function spoken(date: string, params: Params, language: Language): Params {
  const length = quantity(params['total'], params, language);
  return {
    weekday: WEEKDAYS[language][weekdayOf(toEpochDay(date))] ?? '',
    length,
    limit: length === '' ? '' : fill(LIMIT, language, { length }),
    amount: quantity(params['amount'], params, language),
    extend: quantity(params['extend'], params, language),
    counted: counted(Number(params['counted'] ?? 0), language),
    basis: params['extension'] === 'half' ? HALF[language] : '',
    reason: reasonOf(params, language),
    readings: readingsOf(params, language),
  };
}

const LIMIT: Sentence = { es: ' (plazo de {length})', en: ' (limit of {length})' };
const HALF: Sentence = {
  es: ' La ampliación no excede la mitad del plazo (Ley 19.880, art. 26).',
  en: ' The extension is not more than half of the limit (Ley 19.880 art. 26).',
};

function quantity(n: string | number | undefined, { unit = '' }: Params, language: Language): string {
  if (n === undefined) return '';
  const [one, many] = UNITS[unit]?.[language] ?? ['', ''];
  return `${n} ${Number(n) === 1 ? one : many}`;
}

/** One and many. */
const UNITS: Readonly<Record<string, Readonly<Record<Language, readonly [string, string]>>>> = {
  business: { es: ['día hábil', 'días hábiles'], en: ['business day', 'business days'] },
  calendar: { es: ['día corrido', 'días corridos'], en: ['calendar day', 'calendar days'] },
  hours: { es: ['hora', 'horas'], en: ['hour', 'hours'] },
  months: { es: ['mes', 'meses'], en: ['month', 'months'] },
  years: { es: ['año', 'años'], en: ['year', 'years'] },
};

function counted(n: number, language: Language): string {
  if (language === 'en') return `${n} counted so far`;
  return n === 1 ? 'va 1 día contado' : `van ${n} días contados`;
}

function reasonOf({ kind, name, code, certainty }: Params, language: Language): string {
  const feast = NAMES[code ?? '']?.[language] ?? name;
  const holiday = feast === undefined ? '' : fill(certainty === 'assumption' ? ASSUMED_HOLIDAY : HOLIDAY, language, { feast });
  if (kind === 'holiday') return holiday;
  const weekday = WEEKDAYS[language][kind === 'saturday' ? 6 : 0];
  return holiday === '' ? weekday : `${weekday}${language === 'es' ? ' y ' : ' and '}${holiday}`;
}

const NAMES: Readonly<Record<string, Sentence>> = HOLIDAY_NAMES;
const HOLIDAY: Sentence = { es: 'feriado ({feast})', en: 'holiday ({feast})' };
const ASSUMED_HOLIDAY: Sentence = {
  es: 'feriado ({feast}, según la última regla conocida: supuesto)',
  en: 'holiday ({feast}, by the last known rule: assumption)',
};

function readingsOf({ readings, unit = '', n = '' }: Params, language: Language): string {
  const days = UNITS[unit]?.[language][1] ?? '';
  return `${readings ?? ''}`
    .split('+')
    .map((reading) => fill(READINGS[reading] ?? { es: '', en: '' }, language, { days, n }))
    .join(language === 'es' ? ', y además ' : ', and moreover ');
}

const READINGS: Readonly<Record<string, Sentence>> = {
  unit: {
    es: 'la norma dice solo «días»; contados como {days}',
    en: 'the law says only "days"; counted as {days}',
  },
  rollover: {
    es: 'ninguna norma leída dice si se mueve un último día inhábil; si se mueve (Ley 19.880, art. 25, supletoria)',
    en: 'no rule that was read says whether a non-business last day moves; if it does (Ley 19.880 art. 25, supletory)',
  },
  'day-of-month': {
    es: 'el día {n} de ese mes, sea o no hábil',
    en: 'day {n} of that month, business day or not',
  },
  saturday: {
    es: 'la norma no define «hábil»; contando los sábados',
    en: 'the law does not define "business day"; counting Saturdays',
  },
};
