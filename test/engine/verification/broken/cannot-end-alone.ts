import { linkClosed } from '../../../../src/kit/index.js';
import { asked, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** The case waits for another one, and nobody could write down by hand how that one ended. */
export const broken: Broken = {
  rule: 'cannot-end-alone', path: ['Send', 'Answer'], says: 'From “Waiting” (waiting)',
  definition: sound({
    events: { 'link.closed': linkClosed(() => [{ relation: 'opinion-for', case: 'x', number: 'OP-1', workflow: 'opinion', outcome: 'given' }]) },
    states: {
      asked: asked({ on: { answer: 'waiting' }, after: { answerLimit: 'waiting' } }),
      waiting: { on: { 'link.closed': 'agreed' }, meta: { waits: [{ reason: 'other-case', basis: 'Ninguna', role: 'region' }] } },
    },
  }),
};
