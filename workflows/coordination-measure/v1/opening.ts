import type { JsonObject, Participant } from '../../../src/kit/index.js';

/** Art. 10 co-ordinates several bodies: two municipalities, or one and a service; and what it says of services needs one. */
export function refuseOpening(data: JsonObject, participants: readonly Participant[]): readonly { readonly path: string; readonly code: string }[] {
  const municipalities = participants.filter(({ role }) => role === 'municipality').length;
  const services = participants.filter(({ role }) => role === 'service').length;
  if (data['services'] === 'none' && services > 0) return [{ path: 'data.services', code: 'services-take-part' }];
  if (data['services'] !== 'none' && services === 0) return [{ path: 'data.services', code: 'no-service-takes-part' }];
  return municipalities + services < 2 ? [{ path: 'participants', code: 'nobody-to-coordinate-with' }] : [];
}
