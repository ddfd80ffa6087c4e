import { and, dispatch, not, noteExpiry, outcome, type StateConfig } from '../../../src/kit/index.js';
import { heads } from './steps.js';

type Task = NonNullable<NonNullable<StateConfig['meta']>['tasks']>[number];
export const byRegion = (task: string, offices: readonly string[], ...events: readonly string[]): Task => ({ task, role: 'regionalGovernment', offices, events });

const set = (is: string): { type: string; params: { is: string } } => ({ type: 'setCouncilVote', params: { is } });
const valued = ['namesGoods', 'everyGoodValued', 'codesDistinct', 'ownersTakePart'] as const;
const complete = ['hasText', 'bindsAfterToday'] as const;
const reopen = { 'draft.reopen': { target: 'drafting', actions: 'dropDraft' } } as const;
const offer = { 'draft.send': { actions: ['keepOffer', dispatch('textToSign', { operator: heads })] } } as const;
const giveUp = { 'transfer.abandon': '#notConcluded' } as const;

/** From the inventory to the sending of the resolution. */
export function approvals(): Readonly<Record<string, StateConfig>> {
  return { inventory, drafting, councilVote, signature, resolution, review: legalityReview(), sending };
}

/** Valued and item by item, with titles, guarantees, insurance and open points: audits found none. */
const inventory: StateConfig = {
  on: { 'inventory.finish': { guard: and(...valued), target: 'drafting', actions: 'keepInventory' }, ...giveUp },
  meta: { tasks: [byRegion('takeInventory', ['investment', 'legal'], 'inventory.finish')] },
};

const drafting: StateConfig = {
  id: 'drafting',
  on: {
    'draft.finish': [
      { guard: and(...complete, 'councilMustAgree'), target: 'councilVote', actions: 'keepDraft' },
      { guard: and(...complete, not('councilMustAgree')), target: 'signature', actions: ['keepDraft', set('notRequired')] },
    ],
    'inventory.reopen': 'inventory', ...giveUp,
  },
  meta: { tasks: [byRegion('draft', ['legal', 'investment'], 'draft.finish')] },
};

/** LOC 18.695 art. 65 f) and j); 20 days from the account given in session, then the mayor's proposal stands (art. 82). */
const councilVote: StateConfig = {
  invoke: {
    id: 'councilVote', src: 'councilVote',
    onDone: [{ guard: outcome('rejected'), target: 'drafting', actions: 'dropDraft' }, { target: 'signature', actions: set('approved') }],
  },
  after: { councilVote: { target: 'signature', actions: set('proposalStands') } },
  on: { 'councilVote.except': { guard: 'exceptionOfRegister', target: 'signature', actions: set('excepted') }, ...offer, ...reopen, ...giveUp },
};

const signature: StateConfig = {
  invoke: {
    id: 'signature', src: 'signature',
    onDone: [{ guard: outcome('refused'), target: '#notConcluded' }, { target: 'resolution', actions: 'keepSignature' }],
  },
  on: { ...offer, ...reopen, ...giveUp },
  meta: { waits: [{ reason: 'signature-without-limit', basis: 'Las fuentes no fijan plazo para la firma', role: 'operator' }] },
};

/** Exenta in the registers seen; nothing read says that it always is. */
const resolution: StateConfig = {
  on: {
    'resolution.issue': [{ guard: 'isExenta', target: 'sending', actions: 'keepNature' }, { guard: 'isAfecta', target: 'review', actions: 'keepNature' }],
    'transfer.abandon': '#abandoned',
  },
  meta: { tasks: [byRegion('issueResolution', ['governor'], 'resolution.issue')] },
};

/** Toma de razón of a resolution that is afecta: no deemed approval (CPR arts 98-99). */
function legalityReview(): StateConfig {
  const redraft = { 'draft.reopen': { target: '#drafting', actions: 'dropDraft' }, 'transfer.abandon': '#abandoned' } as const;
  return {
    initial: 'entry',
    states: {
      entry: {
        on: { 'review.enter': 'reviewing', 'transfer.abandon': '#abandoned' },
        meta: { tasks: [byRegion('enterReview', ['legal', 'governor'], 'review.enter')] },
      },
      reviewing: {
        after: { legalityReview: { actions: noteExpiry } },
        on: {
          'review.clear': '#sending', 'review.clearWithRemarks': '#sending', 'review.withdraw': 'withdrawn',
          'review.object': { target: 'objected', actions: ['countObjection', dispatch('resolutionObjected', { regionalGovernment: ['governor', 'legal'] })] },
        },
        meta: {
          tasks: [{ task: 'review', role: 'comptroller', offices: ['comptroller', 'legal'], events: ['review.clear', 'review.clearWithRemarks', 'review.object'] }],
          waits: [{ reason: 'review-no-deemed-approval', basis: 'CPR arts. 98-99: la toma de razón no admite aprobación por silencio', role: 'comptroller' }],
        },
      },
      objected: {
        on: { 'review.reenter': 'reviewing', ...redraft },
        meta: { tasks: [byRegion('answerObjection', ['legal', 'governor'], 'review.reenter', 'draft.reopen')] },
      },
      withdrawn: {
        on: { 'review.reenter': 'reviewing', ...redraft },
        meta: { tasks: [byRegion('reenterOrRedraft', ['legal', 'governor'], 'review.reenter', 'draft.reopen')] },
      },
    },
  };
}

const sending: StateConfig = {
  id: 'sending',
  after: { notification: { actions: noteExpiry } },
  on: { 'agreement.send': { target: '#delivery', actions: ['keepSending', dispatch('transferApproved', { operator: heads })] } },
  meta: { tasks: [byRegion('send', ['legal', 'investment'], 'agreement.send')] },
};
