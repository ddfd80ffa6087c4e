import { and, dispatch, noteExpiry, outcome, type StateConfig, type TransitionConfig } from '../../../src/kit/index.js';

const bySecretariat = (task: string, ...done: readonly string[]): { task: string; role: string; offices: readonly string[]; events: readonly string[] } =>
  ({ task, role: 'secretariat', offices: ['legal', 'undersecretary'], events: done });

/** A decree must say all of it (LOC 19.175 art. 21 septies, secondary). */
const complete = and(
  'hasText', 'statesResources', 'statesSteps', 'statesConditions', 'statesFollowUp', 'statesIndicators', 'statesTerm', 'atLeastAYear', 'leadFits',
);

/** The President is not bound by the Committee's recommendation. */
const decline = { 'decree.decline': { target: '#rejected', actions: dispatch('declined', { regionalGovernment: ['governor'] }) } } as const;

/** The President's supreme decree: its text, its signatures, toma de razón and the Diario Oficial. */
export function decreeing(): StateConfig {
  return {
    id: 'decreeing',
    initial: 'drafting',
    states: { drafting, signature, review: legalityReview(), publication },
  };
}

const drafting: StateConfig = {
  id: 'drafting',
  on: { 'decree.finish': { guard: complete, target: 'signature', actions: 'keepDraft' }, ...decline },
  meta: { tasks: [bySecretariat('draftDecree', 'decree.finish')] },
};

const signature: StateConfig = {
  invoke: { id: 'decreeSignature', src: 'decreeSignature', onDone: [{ guard: outcome('refused'), target: 'drafting' }, { target: 'review' }] },
  on: { 'decree.reopen': 'drafting', ...decline },
  meta: { waits: [{ reason: 'signature-without-limit', basis: 'Las fuentes no fijan plazo para la firma del decreto', role: 'presidency' }] },
};

const publication: StateConfig = {
  id: 'publication',
  on: { 'decree.publish': { target: '#transferred', actions: ['keepDecree', dispatch('decreePublished', { regionalGovernment: ['governor', 'administrator'], origin: ['minister', 'director'] })] } },
  meta: {
    tasks: [bySecretariat('publish', 'decree.publish')],
    waits: [{ reason: 'publication-without-limit', basis: 'Ley 19.880 arts. 48-49: sin plazo para publicar', role: 'secretariat' }],
  },
};

/** Toma de razón: 15 business days from receipt, no deemed approval; the President may insist (CPR arts 98-99). */
function legalityReview(): StateConfig {
  const backToText: TransitionConfig = { target: '#drafting' };
  return {
    initial: 'entry',
    states: {
      entry: { on: { 'review.enter': 'reviewing' }, meta: { tasks: [bySecretariat('enterReview', 'review.enter')] } },
      reviewing: {
        after: { legalityReview: { actions: noteExpiry } },
        on: {
          'review.clear': '#publication',
          'review.object': { target: 'objected', actions: ['keepObjection', dispatch('decreeObjected', { secretariat: ['legal'], regionalGovernment: ['governor'] })] },
          'review.withdraw': 'withdrawn',
        },
        meta: {
          tasks: [{ task: 'review', role: 'comptroller', offices: ['comptroller', 'legal'], events: ['review.clear', 'review.object'] }],
          waits: [{ reason: 'review-no-deemed-approval', basis: 'CPR arts. 98-99: la toma de razón no admite aprobación por silencio', role: 'comptroller' }],
        },
      },
      objected: {
        on: {
          'review.reenter': { target: 'reviewing', actions: 'dropObjection' }, 'decree.reopen': backToText,
          'review.insist': { guard: 'objectionAdmitsInsistence', target: '#publication', actions: 'dropObjection' },
          'decree.abandon': '#objected',
        },
        meta: { tasks: [bySecretariat('answerObjection', 'review.reenter', 'decree.reopen', 'decree.abandon')] },
      },
      withdrawn: { on: { 'review.reenter': 'reviewing', 'decree.reopen': backToText }, meta: { tasks: [bySecretariat('reenterOrRedraft', 'review.reenter', 'decree.reopen')] } },
    },
  };
}
