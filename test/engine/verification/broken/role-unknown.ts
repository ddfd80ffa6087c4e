import { limit, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** A deadline that somebody has to meet who is not in the case. */
export const broken: Broken = {
  rule: 'role-unknown', path: null, says: 'deadlines.answerLimit.actor names the role village',
  definition: sound({ deadlines: { answerLimit: limit({ actor: 'village' }) } }),
};
