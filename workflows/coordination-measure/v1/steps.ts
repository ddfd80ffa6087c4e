import { signOff, type Signer } from '../../../src/kit/index.js';
import type { Coordination } from './context.js';

/** Heads of a public service, by the kind of body it is. */
export const heads = ['director', 'seremi', 'minister', 'undersecretary', 'governor'] as const;

export const steps = {
  /** The direct agreement: every municipality by its mayor, every service by its head (LOC 18.695 art. 10). */
  agreement: signOff<Coordination>(({ textSha256 }, { participants }) => ({
    manner: 'signature', order: 'parallel', textSha256,
    signers: participants.filter(({ role }) => role === 'municipality' || role === 'service')
      .map(({ role, institution }): Signer => ({ role, institution, offices: role === 'municipality' ? ['mayor'] : heads })),
  })),
} as const;
