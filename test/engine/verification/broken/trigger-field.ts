import { limit, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** A deadline that starts on a day no event names. */
export const broken: Broken = {
  rule: 'deadline-inconsistent', path: null, says: 'starts on the day sitting of “Send” (send)',
  definition: sound({ deadlines: { answerLimit: limit({ trigger: { on: ['send'], field: 'sitting' } }) } }),
};
