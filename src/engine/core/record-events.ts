import { z } from 'zod';

/** Lines that are kept and judged but move nothing: a body's own word on what was attested for it. */
export const recordEvents = {
  'attestation.confirmed': z.strictObject({ line: z.int().min(1) }),
  'attestation.contested': z.strictObject({ line: z.int().min(1), reason: z.string().min(3).max(2000) }),
} as const;

export function isRecordOnly(type: string): boolean {
  return Object.hasOwn(recordEvents, type);
}
