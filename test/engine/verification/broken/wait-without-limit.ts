import { asked, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** The town is waited for, without a limit and without a word on it. */
export const broken: Broken = {
  rule: 'wait-without-limit', path: ['Send'], says: 'In “Asked” (asked) the case waits for “Town” (town)',
  definition: sound({ states: { asked: asked({ after: {} }) }, deadlines: {} }),
};
