import { z } from 'zod';

type JsonSchema = Readonly<Record<string, unknown>>;

const known = new WeakMap<z.ZodType, JsonSchema>();

/** The JSON Schema (2020-12) of what a schema takes; made once. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const before = known.get(schema);
  if (before) return before;
  const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  known.set(schema, made);
  return made;
}
