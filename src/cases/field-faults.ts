import type { z } from 'zod';
import { fieldWords } from '../i18n/field-words.js';
import type { Language } from '../i18n/language.js';
import type { FieldFault } from './refusal.js';

/** What a schema finds wrong with a value, in the reader's language; paths begin with `prefix`. */
export function fieldFaults(schema: z.ZodType, value: unknown, prefix: string, language: Language): readonly FieldFault[] {
  const parsed = schema.safeParse(value, { error: fieldWords[language] });
  return parsed.success ? [] : parsed.error.issues.slice(0, 100).map(({ path, message }) => ({ path: [prefix, ...path].join('.'), message }));
}
