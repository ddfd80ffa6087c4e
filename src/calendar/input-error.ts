import { fill, type Language, type Params, type Sentence } from './sentence.js';

/**
 * A question about legal time that cannot be answered as asked. It is the asker's to correct (never a defect):
 * `path` names the field, `say` tells it in Spanish or English, `message` is the English sentence.
 */
export class CalendarInputError extends Error {
  override readonly name = 'CalendarInputError';

  constructor(
    readonly code: CalendarInputCode,
    readonly path: string,
    readonly params: Params = {},
  ) {
    super(fill(SENTENCES[code], 'en', params));
  }

  say(language: Language): string {
    return fill(SENTENCES[this.code], language, this.params);
  }
}

const SENTENCES = {
  'date-invalid': {
    es: '«{value}» no es una fecha: se espera AAAA-MM-DD y un día que exista.',
    en: '"{value}" is not a date: YYYY-MM-DD and an existing day are expected.',
  },
  'date-out-of-range': {
    es: '«{value}» queda fuera de los años que este calendario conoce ({first} a {last}).',
    en: '"{value}" lies outside the years this calendar knows ({first} to {last}).',
  },
  'due-out-of-range': {
    es: 'El plazo terminaría después del año {last}, más allá de lo que este calendario conoce.',
    en: 'The deadline would end after the year {last}, beyond what this calendar knows.',
  },
  'instant-invalid': {
    es: '«{value}» no es un instante: se espera fecha y hora ISO 8601 con zona o desfase.',
    en: '"{value}" is not an instant: an ISO 8601 date and time with a zone or offset is expected.',
  },
  'zone-unknown': {
    es: '«{value}» no es una zona horaria conocida (nombre IANA).',
    en: '"{value}" is not a known time zone (IANA name).',
  },
  'territory-invalid': {
    es: '«{value}» no es un código de territorio: región (2 dígitos), provincia (3) o comuna (5).',
    en: '"{value}" is not a territory code: region (2 digits), province (3) or commune (5).',
  },
  'amount-invalid': {
    es: 'La cantidad debe ser un entero entre {min} y {max}; se recibió «{value}».',
    en: 'The amount must be a whole number from {min} to {max}; got "{value}".',
  },
  'unit-unknown': {
    es: '«{value}» no es una unidad de plazo ({known}).',
    en: '"{value}" is not a unit of a deadline ({known}).',
  },
  'choice-unknown': {
    es: '«{value}» no es una opción conocida ({known}).',
    en: '"{value}" is not a known choice ({known}).',
  },
  'suspension-reversed': {
    es: 'La suspensión termina el {to}, antes de comenzar el {from}.',
    en: 'The suspension ends on {to}, before it begins on {from}.',
  },
  'extension-over-half': {
    es: 'La ampliación de {extend} excede la mitad del plazo de {amount} (máximo {max}; Ley 19.880, art. 26).',
    en: 'The extension of {extend} is more than half of the limit of {amount} (at most {max}; Ley 19.880 art. 26).',
  },
  'extension-over-cap': {
    es: 'Con la ampliación de {extend} el plazo de {amount} superaría su tope de {cap}.',
    en: 'Extended by {extend}, the limit of {amount} would exceed its cap of {cap}.',
  },
  'extension-not-allowed': {
    es: 'Este plazo no admite ampliación.',
    en: 'This deadline cannot be extended.',
  },
  'month-day-invalid': {
    es: '«{value}» no es un día del año: se espera MM-DD.',
    en: '"{value}" is not a day of the year: MM-DD is expected.',
  },
  'no-such-business-day': {
    es: 'El mes {month} tiene solo {days} días hábiles; no existe el {n}.º',
    en: 'The month {month} has only {days} business days; there is no number {n}.',
  },
} as const satisfies Record<string, Sentence>;

export type CalendarInputCode = keyof typeof SENTENCES;
