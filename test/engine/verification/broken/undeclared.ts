import { asked, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** A deadline that nobody declared: it would end at once. */
export const broken: Broken = {
  rule: 'undeclared', path: null, says: 'forgotten is not a declared deadline',
  definition: sound({ states: { asked: asked({ after: { forgotten: 'agreed' } }) } }),
};
