import { asked, governor, plain, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** The only one who has something to do need not take part. */
export const broken: Broken = {
  rule: 'nobody-acts', path: ['Send', 'Answer'], says: 'In “Advising” (advising) nobody has anything to do',
  definition: sound({
    opening: { ...sound().opening, by: { ...governor, adviser: ['minister'] } },
    roles: { region: { levels: ['regional'], party: true }, town: { levels: ['municipal'], party: true }, adviser: { levels: ['national'], party: false, optional: true } },
    events: { advise: plain({ adviser: ['minister'], ...governor }) },
    states: {
      asked: asked({ on: { answer: 'advising' }, after: { answerLimit: 'agreed' } }),
      advising: { on: { advise: 'agreed' }, meta: { tasks: [{ task: 'advise', role: 'adviser', offices: ['minister'], events: ['advise'] }] } },
    },
  }),
};
