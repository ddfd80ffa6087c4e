import { limit, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** A deadline that stands nowhere. */
export const broken: Broken = {
  rule: 'deadline-never-starts', path: null, says: 'The deadline “Second limit” (secondLimit) never starts',
  definition: sound({ deadlines: { answerLimit: limit(), secondLimit: limit() } }),
};
