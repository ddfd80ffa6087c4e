import { asked, plain, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** A task put to an office that no municipality has. */
export const broken: Broken = {
  rule: 'office-missing', path: ['Send'], says: '“Town” (town) may be of the level municipal, which has none of the offices',
  definition: sound({
    events: { answer: plain({ town: ['mayor', 'minister'] }) },
    states: { asked: asked({ meta: { tasks: [{ task: 'answer', role: 'town', offices: ['minister'], events: ['answer'] }] } }) },
  }),
};
