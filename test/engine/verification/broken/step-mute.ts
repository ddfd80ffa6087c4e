import { signOff } from '../../../../src/kit/index.js';
import { asked, sound } from '../sound.js';
import type { Broken } from './broken.js';

/** A signature that nobody is asked for. */
export const broken: Broken = {
  rule: 'step-mute', path: ['Send'], says: 'the step “Signature” (signature) is open and asks nobody',
  definition: sound({
    steps: { signature: signOff(() => ({ manner: 'signature', order: 'parallel', needed: 1, signers: [], textSha256: null })) },
    states: { asked: asked({ invoke: { id: 'signature', src: 'signature', onDone: 'agreed' } }) },
  }),
};
