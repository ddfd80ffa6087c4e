import { sound } from '../sound.js';
import type { Broken } from './broken.js';

/** A state that no transition leads to. */
export const broken: Broken = {
  rule: 'state-unreachable', path: null, says: '“Nowhere” (nowhere)',
  definition: sound({ states: { nowhere: { on: { answer: 'agreed' }, meta: { waits: [{ reason: 'nothing', basis: 'Ninguna', role: 'town' }] } } } }),
};
