import { z } from 'zod';
import type { Language } from '../i18n/language.js';
import type { FieldFault } from './refusal.js';

const locales = { es: z.locales.es().localeError, en: z.locales.en().localeError } as const;

/** What a schema finds wrong with a value, in the reader's language; paths begin with `prefix`. */
export function fieldFaults(schema: z.ZodType, value: unknown, prefix: string, language: Language): readonly FieldFault[] {
  const parsed = schema.safeParse(value, { error: locales[language] });
  return parsed.success ? [] : parsed.error.issues.slice(0, 100).map(({ path, message }) => ({ path: [prefix, ...path].join('.'), message }));
}
