import { z } from 'zod';
import type { Language } from '../i18n/language.js';
import { fieldWords } from '../i18n/field-words.js';
import { isTextKey, t } from '../i18n/translate.js';
import { Problem } from './problem.js';
import type { FieldError } from './problem.js';


/** What the schema makes of a value. @throws Problem `invalid` with a message per field, in the caller's language. */
export function valid<Schema extends z.ZodType>(schema: Schema, value: unknown, language: Language): z.output<Schema> {
  const parsed = schema.safeParse(value, { error: fieldWords[language] });
  if (parsed.success) return parsed.data;
  const fields = fieldErrors(parsed.error, language);
  throw new Problem('invalid', { fields: () => fields });
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

/** A calendar date that legal time counts with: what is declared or travelled to must be within its years. */
export const CountableDate = PlainDate.refine((date) => date >= '1900-01-01' && date <= '2199-12-31', 'problem.date-years');

/** A region (2 digits), province (3) or commune (5). */
export const TerritoryCode = z.string().regex(/^(?:0[1-9]|1[0-6])(?:\d|\d{3})?$/, 'problem.territory').meta({ description: 'Region (2 digits), province (3) or commune (5)', example: '16101' });

/** Query parameters are text: `true`, `1`, or the bare name say yes. */
export const QueryFlag = z
  .enum(['true', '1', '', 'false', '0'])
  .transform((text) => text === 'true' || text === '1' || text === '')
  .meta({ override: { type: 'boolean' } });
