import { asked, mayor, plain, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** An event whose guard never holds. */
export const broken: Broken = {
  rule: 'event-never-accepted', path: ['Send'], says: 'takes the event “Refuse” (refuse)',
  definition: sound({
    events: { refuse: plain(mayor) }, guards: { never: () => false },
    states: { asked: asked({ on: { answer: 'agreed', refuse: { guard: 'never', target: 'agreed' } } }) },
  }),
};
