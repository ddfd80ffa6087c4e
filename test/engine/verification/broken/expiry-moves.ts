import { limit, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** The law only permits to go on, and the chart goes on by itself. */
export const broken: Broken = {
  rule: 'expiry-effect', path: ['Send'], says: 'The effect mayProceed of the deadline “Answer limit” (answerLimit) moves no case',
  definition: sound({ deadlines: { answerLimit: limit({ onExpiry: 'mayProceed' }) } }),
};
