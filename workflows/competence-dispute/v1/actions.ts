import { assign } from '../../../src/kit/index.js';
import type { Dispute } from './context.js';

export const actions = {
  keepBranch: assign<Dispute>(({ event }) => ({ branch: event.data['branch'] as Dispute['branch'] })),
  keepProposal: assign<Dispute>(({ event: { data } }) => ({ favours: data['favours'] as Dispute['favours'], textSha256: (data['text'] as { sha256: string } | null)?.sha256 ?? null })),
  keepDecision: assign<Dispute>(({ event }) => ({ favours: event.data['favours'] as Dispute['favours'] })),
} as const;
