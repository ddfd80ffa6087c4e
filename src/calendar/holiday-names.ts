import type { Language, Sentence } from './sentence.js';

/** Chile's holidays, each known by a code, with its name in both languages. */
export const HOLIDAY_NAMES = {
  newYear: { es: 'Año Nuevo', en: "New Year's Day" },
  newYearBridge: { es: 'Feriado adicional de Año Nuevo', en: 'additional New Year holiday' },
  goodFriday: { es: 'Viernes Santo', en: 'Good Friday' },
  holySaturday: { es: 'Sábado Santo', en: 'Holy Saturday' },
  labour: { es: 'Día Nacional del Trabajo', en: 'Labour Day' },
  navy: { es: 'Día de las Glorias Navales', en: 'Navy Day' },
  corpusChristi: { es: 'Corpus Christi', en: 'Corpus Christi' },
  indigenous: { es: 'Día Nacional de los Pueblos Indígenas', en: "Indigenous Peoples' Day" },
  arica: { es: 'Asalto y Toma del Morro de Arica', en: 'Taking of the Morro de Arica' },
  peterAndPaul: { es: 'San Pedro y San Pablo', en: 'Saints Peter and Paul' },
  carmen: { es: 'Virgen del Carmen', en: 'Our Lady of Mount Carmel' },
  assumption: { es: 'Asunción de la Virgen', en: 'Assumption' },
  ohiggins: { es: 'Nacimiento del Prócer de la Independencia', en: "Birth of Bernardo O'Higgins" },
  unity: { es: 'Día de la Unidad Nacional', en: 'National Unity Day' },
  independenceBridge: { es: 'Feriado adicional de Fiestas Patrias', en: 'additional national holiday' },
  independence: { es: 'Independencia Nacional', en: 'Independence Day' },
  army: { es: 'Día de las Glorias del Ejército', en: 'Army Day' },
  encounter: { es: 'Encuentro de Dos Mundos', en: 'Meeting of Two Worlds' },
  evangelical: { es: 'Día de las Iglesias Evangélicas y Protestantes', en: 'Day of the Evangelical and Protestant Churches' },
  allSaints: { es: 'Día de Todos los Santos', en: "All Saints' Day" },
  immaculate: { es: 'Inmaculada Concepción', en: 'Immaculate Conception' },
  christmas: { es: 'Navidad', en: 'Christmas' },
} as const satisfies Record<string, Sentence>;

export type HolidayCode = keyof typeof HOLIDAY_NAMES;

/** A holiday's name in a language; a declared holiday has only the name it was declared with. */
export function holidayName(holiday: { readonly code: HolidayCode | null; readonly name: string }, language: Language): string {
  return holiday.code === null ? holiday.name : HOLIDAY_NAMES[holiday.code][language];
}
