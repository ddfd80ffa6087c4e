import { asked, governor, mayor, plain, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** Who refuses comes to a state that nothing leads out of. */
export const broken: Broken = {
  rule: 'cannot-end', path: ['Send', 'Refuse'], says: 'From “Trap” (trap)',
  definition: sound({
    events: { refuse: plain(mayor), note: plain(governor) },
    states: {
      asked: asked({ on: { answer: 'agreed', refuse: 'trap' } }),
      trap: { on: { note: { actions: 'mark' } }, meta: { tasks: [{ task: 'note', role: 'region', offices: ['governor'], events: ['note'] }] } },
    },
  }),
};
