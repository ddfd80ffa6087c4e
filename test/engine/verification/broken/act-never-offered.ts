import { signOff } from '../../../../src/kit/index.js';
import { asked, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** The task asks for an endorsement where the step only takes signatures. */
export const broken: Broken = {
  rule: 'act-never-offered', path: null, says: 'the act “Signature endorse” (signature.endorse)',
  definition: sound({
    steps: { signature: signOff(() => ({ manner: 'signature', order: 'parallel', signers: [{ role: 'town', offices: ['mayor'] }], textSha256: null })) },
    states: {
      asked: asked({ invoke: { id: 'signature', src: 'signature', onDone: 'agreed' }, meta: { tasks: [{ task: 'endorse', role: 'town', offices: ['mayor'], events: ['answer', 'signature.endorse'] }] } }),
    },
  }),
};
