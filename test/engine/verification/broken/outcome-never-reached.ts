import { sound } from '../sound.js';
import type { Broken } from './broken.js';

/** A way to end that no case takes. */
export const broken: Broken = {
  rule: 'outcome-never-reached', path: null, says: 'as “Denied” (denied)',
  definition: sound({ states: { denied: { type: 'final' } } }),
};
