import { z } from 'zod';
import type { CaseEvent } from '../../kit/index.js';

/** Lines that are kept and judged but move nothing: a body's own word on what was attested for it, and what sources of the past tell beside its acts. */
export const recordEvents = {
  'fact.noted': z.strictObject({ fact: z.string().min(3).max(4000) }),
  'attestation.confirmed': z.strictObject({ line: z.int().min(1) }),
  'attestation.contested': z.strictObject({ line: z.int().min(1), reason: z.string().min(3).max(2000) }),
} as const;

export function isRecordOnly({ type, source }: Pick<CaseEvent, 'type' | 'source'>): boolean {
  // Today's facts are acts, each with somebody who may do it; only the past has others.
  if (type === 'fact.noted') return source === 'imported';
  return Object.hasOwn(recordEvents, type);
}
