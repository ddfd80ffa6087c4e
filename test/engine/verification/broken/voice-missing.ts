import { asked, governor, limit, mayor, plain, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** A municipality that may only take note. */
export const broken: Broken = {
  rule: 'voice-missing', path: [], says: 'A municipality that takes part as “Town” (town) has no voice',
  definition: sound({
    events: { answer: plain(governor), note: plain(mayor) },
    states: { asked: { ...asked({ on: { answer: 'agreed', note: { actions: 'mark' } }, meta: { tasks: [{ task: 'answer', role: 'region', offices: ['governor'], events: ['answer'] }] } }) } },
    deadlines: { answerLimit: limit({ actor: 'region' }) },
  }),
};
