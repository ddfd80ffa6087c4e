import { z } from 'zod';
import type { Language } from '../i18n/language.js';
import { isTextKey, t } from '../i18n/translate.js';
import { Problem } from './problem.js';
import type { FieldError } from './problem.js';

const WORDS = { es: z.locales.es().localeError, en: z.locales.en().localeError } as const;

/** What the schema makes of a value. @throws Problem `invalid` with a message per field, in the caller's language. */
export function valid<Schema extends z.ZodType>(schema: Schema, value: unknown, language: Language): z.output<Schema> {
  const parsed = schema.safeParse(value, { error: WORDS[language] });
  if (parsed.success) return parsed.data;
  throw new Problem('invalid', { errors: fieldErrors(parsed.error, language) });
}

/** Messages that are keys of our dictionaries are translated; the others come from zod, in the language already. */
export function fieldErrors(error: z.ZodError, language: Language): readonly FieldError[] {
  return error.issues.slice(0, 100).map(({ path, message }) => ({
    path: path.join('.'),
    message: isTextKey(message) ? t(language, message) : message,
  }));
}

/** A calendar date that exists. */
export const PlainDate = z.iso.date('problem.date').meta({ description: 'YYYY-MM-DD', example: '2026-03-02' });

/** Query parameters are text: `true`, `1`, or the bare name say yes. */
export const QueryFlag = z
  .enum(['true', '1', '', 'false', '0'])
  .transform((text) => text === 'true' || text === '1' || text === '')
  .meta({ override: { type: 'boolean' } });
