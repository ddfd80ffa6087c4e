/** The two languages people read; Spanish is Chilean administrative Spanish. */
export type Language = 'es' | 'en';

/** One sentence in both languages, with `{name}` where a parameter goes. */
export type Sentence = Readonly<Record<Language, string>>;

export type Params = Readonly<Record<string, string | number>>;

/** The sentence in one language with its parameters put in; dates (`YYYY-MM-DD`) are spelled out. */
export function fill(sentence: Sentence, language: Language, params: Params): string {
  return sentence[language].replaceAll(/\{(\w+)\}/g, (hole, name: string) => {
    const value = params[name];
    return value === undefined ? hole : spelled(value, language);
  });
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

function spelled(value: string | number, language: Language): string {
  const date = typeof value === 'string' ? DATE.exec(value) : null;
  if (date === null) return String(value);
  const month = MONTHS[language][Number(date[2]) - 1] ?? date[2];
  const day = Number(date[3]);
  return language === 'es' ? `${day} de ${month} de ${date[1]}` : `${day} ${month} ${date[1]}`;
}

const MONTHS = {
  es: ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const satisfies Record<Language, readonly string[]>;

export const WEEKDAYS = {
  es: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const satisfies Record<Language, readonly string[]>;
