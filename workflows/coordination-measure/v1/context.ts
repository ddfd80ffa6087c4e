import type { JsonObject, Law, Participant } from '../../../src/kit/index.js';

/** What the case knows of the co-ordination that is sought. */
export interface Coordination extends JsonObject {
  /** On whom the services depend or with whom they relate; `none`: only municipalities are to be co-ordinated. */
  readonly services: 'ministry' | 'regional-government' | 'none';
  readonly textSha256: string | null;
  /** By agreement of the bodies, or by order of an authority. */
  readonly origin: 'agreement' | 'order' | null;
  readonly measures: string | null;
  /** What each body says of its part. */
  readonly reports: readonly { readonly institution: string; readonly state: 'done' | 'not-done'; readonly on: string }[];
}

export function openingContext(data: JsonObject, _participants: readonly Participant[], _law: Law): Coordination {
  const services = data['services'];
  return {
    services: services === 'regional-government' || services === 'none' ? services : 'ministry', textSha256: null, origin: null, measures: null, reports: [],
  };
}
