import { asked, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** A task put to an office that may not do it. */
export const broken: Broken = {
  rule: 'task-office', path: null, says: 'given to the office legal of “Town” (town)',
  definition: sound({ states: { asked: asked({ meta: { tasks: [{ task: 'answer', role: 'town', offices: ['mayor', 'legal'], events: ['answer'] }] } }) } }),
};
