import { limit, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** A deadline that is met by an event nobody knows. */
export const broken: Broken = {
  rule: 'deadline-inconsistent', path: null, says: 'is met by vanished',
  definition: sound({ deadlines: { answerLimit: limit({ metBy: ['answer', 'vanished'] }) } }),
};
