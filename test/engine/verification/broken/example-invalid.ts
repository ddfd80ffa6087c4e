import { mayor, plain, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** An example that its own schema refuses. */
export const broken: Broken = {
  rule: 'example-invalid', path: ['Send'], says: 'An example of “Answer” (answer)',
  definition: sound({ events: { answer: plain(mayor, [{ worse: true }]) } }),
};
