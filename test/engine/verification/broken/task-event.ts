import { asked, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** A task that is done with an event its state never takes. */
export const broken: Broken = {
  rule: 'task-event', path: ['Send'], says: 'names the event “Send” (send), which is never taken while it stands',
  definition: sound({ states: { asked: asked({ meta: { tasks: [{ task: 'answer', role: 'town', offices: ['mayor'], events: ['answer', 'send'] }] } }) } }),
};
