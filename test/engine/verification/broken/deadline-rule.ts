import { limit, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** Ten days where the law was read to say twenty. */
export const broken: Broken = {
  rule: 'deadline-rule', path: null, says: 'says amount 10; the list says 20 (rule test.answer)',
  definition: sound({ deadlines: { answerLimit: limit({ rule: 'test.answer', basis: 'Ley 19.880 art. 24' }) } }),
  list: [{
    id: 'test.answer', amount: 20, unit: 'calendar', onExpiry: 'proposalStands', extension: 'none', rollover: 'none', lateAct: 'valid', certainty: 'assumption',
    assumptions: [], startsFrom: 'the act', cites: [{ law: 'Ley 19.880', article: '24' }], asOf: null,
  }],
};
