import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ApiCall } from '../call.js';
import { Problem } from '../problem.js';

/** The same act sent twice is known by this. */
export interface Idempotency {
  readonly key: string;
  readonly bodyHash: string;
}

/**
 * A POST that acts on a case, read as far as it can be. What is wrong with its form is told only after the powers were
 * asked (403) and the `seq` was compared (412): so a fault is kept, not thrown.
 */
export type Submission<Body> = Raw & ({ readonly fault: Problem } | (Sound<Body> & { readonly fault?: undefined }));

interface Raw {
  /** The body as it came, for what can be asked of a malformed one. */
  readonly raw: Readonly<Record<string, unknown>>;
  readonly expectedSeq?: number | undefined;
}

interface Sound<Body> {
  readonly body: Body;
  readonly idempotency: Idempotency;
}

/** @param salt what else tells this act from another with the same body, such as its path */
export function submissionOf<Schema extends z.ZodType>(call: ApiCall, schema: Schema, salt = ''): Submission<z.output<Schema>> {
  const whole = call.body(z.unknown());
  const raw = z.record(z.string(), z.unknown()).safeParse(whole).data ?? {};
  // 412 before 422, as the contract has it.
  const seq = attempt(() => call.expectedSeq());
  if (seq instanceof Problem) return { raw, fault: seq };
  const expectedSeq = seq;
  const body = attempt(() => call.body(schema));
  if (body instanceof Problem) return { raw, expectedSeq, fault: body };
  const key = attempt(() => call.idempotencyKey());
  if (key instanceof Problem) return { raw, expectedSeq, fault: key };
  return { raw, expectedSeq, body, idempotency: { key, bodyHash: hashOf([salt, whole]) } };
}

function attempt<Result>(read: () => Result): Result | Problem {
  try {
    return read();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

/** Whatever the order of its members, the same JSON has the same hash. */
function hashOf(value: unknown): string {
  const sorted = JSON.stringify(value, (_key, inner: unknown) =>
    (typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1))) : inner));
  return createHash('sha256').update(sorted).digest('hex');
}
