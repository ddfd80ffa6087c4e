import { asked, plain, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** An example that leaves out somebody who must take part. */
export const broken: Broken = {
  rule: 'opening-example', path: null, says: 'names nobody as “Adviser” (adviser)',
  definition: sound({
    roles: { region: { levels: ['regional'], party: true }, town: { levels: ['municipal'], party: true }, adviser: { levels: ['national'], party: false } },
    events: { advise: plain({ adviser: ['minister'] }) },
    states: { asked: asked({ on: { answer: 'agreed', advise: { actions: 'mark' } } }) },
  }),
};
