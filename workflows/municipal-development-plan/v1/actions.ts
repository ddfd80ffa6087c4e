import { assign } from '../../../src/kit/index.js';
import type { Plan } from './context.js';

export const actions = {
  countParticipation: assign<Plan>(({ context }) => ({ participation: context.participation + 1 })),
  /** A new text: nobody has heard of it yet. */
  keepDraft: assign<Plan>(({ event: { data, on } }) => ({
    draftedOn: on,
    draft: { startsOn: String(data['startsOn']), endsOn: String(data['endsOn']), textSha256: (data['text'] as { sha256: string }).sha256 }, cosoc: 'pending', council: 'pending',
  })),
  dropDraft: assign<Plan>(() => ({ draft: null, participation: 0, cosoc: 'pending', council: 'pending' })),
  setCosoc: assign<Plan>((_asked, { is }) => ({ cosoc: is as Plan['cosoc'] })),
  setCouncil: assign<Plan>((_asked, { is }) => ({ council: is as Plan['council'] })),
  adopt: assign<Plan>(({ context: { draft } }) => (draft ? { inForce: draft, endsOn: draft.endsOn, draft: null, participation: 0 } : {})),
  keepReceipt: assign<Plan>(({ event }) => ({ receivedByRegionOn: event.on })),
  countEvaluation: assign<Plan>(({ context }) => ({ evaluations: context.evaluations + 1 })),
  countModification: assign<Plan>(({ context }) => ({ modifications: context.modifications + 1, draft: null, participation: 0, cosoc: 'pending', council: 'pending' })),
} as const;
