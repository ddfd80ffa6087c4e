import { z } from 'zod';
import type { JsonObject, Participant } from '../../../src/kit/index.js';
import { municipalities } from './context.js';

export const opening = z.strictObject({ name: z.string().min(3).max(200) });

/** An area is of several communes of one region: our reading of LOC 19.175 art. 104 bis, not held. */
export function refuseOpening(_data: JsonObject, participants: readonly Participant[]): readonly { readonly path: string; readonly code: string }[] {
  const region = participants.find(({ role }) => role === 'regionalGovernment')?.institution ?? '';
  const strangers = participants.flatMap(({ role, institution }, index) => {
    const path = `participants.${index}.institution`;
    if (role === 'regionalGovernment' && !institution.startsWith('gore-')) return [{ path, code: 'not-a-regional-government' }];
    if (role !== 'municipality') return [];
    return institution.slice('muni-'.length, 'muni-00'.length) === region.slice('gore-'.length) ? [] : [{ path, code: 'commune-of-another-region' }];
  });
  return municipalities(participants).length < 2 ? [...strangers, { path: 'participants', code: 'fewer-than-two-communes' }] : strangers;
}
