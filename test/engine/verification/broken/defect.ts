import { asked, mayor, plain, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** A guard that cannot bear what an example says. */
export const broken: Broken = {
  rule: 'defect', path: ['Send', 'Answer'], says: 'it cannot be borne',
  definition: sound({
    events: { answer: plain(mayor, [{}, { bad: true }]) },
    guards: {
      isGood: ({ event }) => {
        if (event.data['bad'] === true) throw new Error('it cannot be borne');
        return true;
      },
    },
    states: { asked: asked({ on: { answer: { guard: 'isGood', target: 'agreed' } } }) },
  }),
};
