import { signOff, type Signer } from '../../../src/kit/index.js';
import type { Dispute } from './context.js';

export const steps = {
  /** The ministers decide together: each signs the same decision, or there is none (Ley 18.575 art. 39). */
  jointDecision: signOff<Dispute>(({ textSha256 }, { participants }) => ({
    manner: 'signature', order: 'parallel', textSha256,
    signers: participants.filter(({ role }) => role === 'ministry').map(({ role, institution }): Signer => ({ role, institution, offices: ['minister'] })),
  })),
} as const;
