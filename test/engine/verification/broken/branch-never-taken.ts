import { asked, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** A branch that no example reaches. */
export const broken: Broken = {
  rule: 'transition-never-taken', path: ['Send'], says: 'In “Asked” (asked), branch 1 of answer is never taken',
  definition: sound({
    guards: { isBad: ({ event }) => event.data['bad'] === true },
    states: { asked: asked({ on: { answer: [{ guard: 'isBad', target: 'agreed', actions: 'mark' }, { target: 'agreed' }] } }) },
  }),
};
