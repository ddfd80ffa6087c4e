import { limit, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** A rule of law that nobody has read. */
export const broken: Broken = {
  rule: 'deadline-rule', path: null, says: 'names the rule test.forgotten',
  definition: sound({ deadlines: { answerLimit: limit({ rule: 'test.forgotten' }) } }),
};
