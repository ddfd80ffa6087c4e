import { asked, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** The law lets the proposal stand, and the chart lets nothing happen. */
export const broken: Broken = {
  rule: 'expiry-effect', path: ['Send'], says: 'ends with the effect proposalStands, but its end changes nothing in “Asked” (asked)',
  definition: sound({ states: { asked: asked({ after: { answerLimit: { actions: 'noteExpiry' } } }) } }),
};
