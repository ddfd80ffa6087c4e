import { assign } from '../../../src/kit/index.js';
import type { Request } from './context.js';

export const actions = {
  keepClass: assign<Request>(({ event }) => {
    const { nature, limit, specialUntil = null } = event.data as { nature: Request['nature']; limit: Request['limit']; specialUntil?: string };
    return { nature, limit, specialUntil: limit === 'special' ? specialUntil : null };
  }),
  keepLimitEnd: assign<Request>(({ event }) => ({ limitEndedOn: event.on })),
  keepCertificate: assign<Request>(({ event }) => ({ certifiedOn: event.data['issuedOn'] as string })),
  keepNotice: assign<Request>(({ event }) => ({ superiorKnowsSince: event.data['receivedOn'] as string })),
} as const;
