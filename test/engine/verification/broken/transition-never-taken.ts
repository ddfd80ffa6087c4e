import { asked, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** A second branch that the first one always comes before. */
export const broken: Broken = {
  rule: 'transition-never-taken', path: ['Send'], says: 'In “Asked” (asked), branch 2 of answer comes after one that always holds',
  definition: sound({ states: { asked: asked({ on: { answer: [{ target: 'agreed' }, { target: 'agreed', actions: 'mark' }] } }) } }),
};
