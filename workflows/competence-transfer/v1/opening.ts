import { z } from 'zod';
import type { JsonObject, Participant } from '../../../src/kit/index.js';

/** The three fields of CPR art. 114, and anything else. */
export const fields = ['land-use-planning', 'productive-development', 'social-and-cultural-development', 'none'] as const;

export const opening = z.strictObject({
  competence: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,58}[a-z0-9]$/),
  name: z.string().min(3).max(500),
  /** `not-known`: of a transfer decreed before, whose decree was not read. */
  field: z.enum([...fields, 'not-known']),
});

/** CPR art. 114 speaks of ministries and services, and of regional governments. Of municipalities another law would (art. 118). */
export function refuseOpening(_data: JsonObject, participants: readonly Participant[]): readonly { readonly path: string; readonly code: string }[] {
  return participants.flatMap(({ role, institution }, index) => {
    const path = `participants.${index}.institution`;
    if (role === 'regionalGovernment' && institution.startsWith('muni-')) return [{ path, code: 'receiver-is-a-municipality' }];
    if (role === 'regionalGovernment' && !institution.startsWith('gore-')) return [{ path, code: 'receiver-is-no-regional-government' }];
    if (role === 'origin' && institution.startsWith('gore-')) return [{ path, code: 'origin-is-no-ministry-or-service' }];
    return [];
  });
}
