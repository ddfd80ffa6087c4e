import { and, announceCompetence, dispatch, noteExpiry, outcome, type StateConfig } from '../../../src/kit/index.js';

const byPresident = (task: string, ...done: readonly string[]): { task: string; role: string; offices: readonly string[]; events: readonly string[] } =>
  ({ task, role: 'presidency', offices: ['president', 'legal'], events: done });
const bySecretariat = (task: string, ...done: readonly string[]): { task: string; role: string; offices: readonly string[]; events: readonly string[] } =>
  ({ task, role: 'secretariat', offices: ['legal', 'undersecretary'], events: done });

/** A decree must say all of it (LOC 19.175 art. 21 septies, secondary). */
const complete = and(
  'hasText', 'statesResources', 'statesSteps', 'statesConditions', 'statesFollowUp', 'statesIndicators', 'statesTerm', 'atLeastAYear', 'endsAfterBeginning', 'leadFits',
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
  on: { 'decree.publish': { target: '#transferred', actions: ['keepDecree', announceCompetence('transfer'), dispatch('decreePublished', { regionalGovernment: ['governor', 'administrator'], origin: ['minister', 'director'] })] } },
  meta: {
    tasks: [bySecretariat('publish', 'decree.publish')],
    waits: [{ reason: 'publication-without-limit', basis: 'Ley 19.880 arts. 48-49: sin plazo para publicar', role: 'secretariat' }],
  },
};

const told = dispatch('decreeObjected', { secretariat: ['legal'], regionalGovernment: ['governor'] });
const answers = { 'review.reenter': { target: 'reviewing', actions: 'dropObjection' }, 'decree.reopen': '#drafting', 'decree.abandon': '#objected' } as const;

/** Toma de razón: 15 business days from receipt, no deemed approval; the President may insist (CPR arts 98-99). */
function legalityReview(): StateConfig {
  return {
    initial: 'entry',
    states: {
      entry: { on: { 'review.enter': 'reviewing' }, meta: { tasks: [bySecretariat('enterReview', 'review.enter')] } },
      reviewing: {
        after: { legalityReview: { actions: noteExpiry } },
        on: {
          'review.clear': '#publication',
          'review.object': [
            { guard: 'contraryToConstitution', target: 'unconstitutional', actions: ['keepObjection', told] },
            { target: 'objected', actions: ['keepObjection', told] },
          ],
          'review.withdraw': 'withdrawn',
        },
        meta: {
          tasks: [{ task: 'review', role: 'comptroller', offices: ['comptroller', 'legal'], events: ['review.clear', 'review.object'] }],
          waits: [{ reason: 'review-no-deemed-approval', basis: 'CPR arts. 98-99: la toma de razón no admite aprobación por silencio', role: 'comptroller' }],
        },
      },
      objected: {
        on: {
          ...answers, 'review.insist': { guard: 'objectionAdmitsInsistence', target: 'givingCourse', actions: 'dropObjection' },
        },
        meta: { tasks: [bySecretariat('answerObjection', 'review.reenter', 'decree.reopen', 'decree.abandon')] },
      },
      ...unconstitutional(),
      withdrawn: { on: { 'review.reenter': 'reviewing', 'decree.reopen': '#drafting' }, meta: { tasks: [bySecretariat('reenterOrRedraft', 'review.reenter', 'decree.reopen')] } },
    },
  };
}

/** Held contrary to the Constitution nobody insists: it goes to the court within ten days, whose ruling decides (CPR art. 99). */
function unconstitutional(): Readonly<Record<string, StateConfig>> {
  return {
    unconstitutional: {
      after: { courtReferral: { actions: noteExpiry } },
      on: { 'review.sendToCourt': 'court', ...answers },
      meta: { tasks: [byPresident('sendToCourt', 'review.sendToCourt'), bySecretariat('answerObjection', 'review.reenter', 'decree.reopen', 'decree.abandon')] },
    },
    court: {
      on: { 'review.ruling': [{ guard: 'courtUpholds', target: 'givingCourse', actions: 'dropObjection' }, { target: '#objected' }] },
      meta: {
        tasks: [byPresident('recordRuling', 'review.ruling')],
        waits: [{ reason: 'court-without-limit', basis: 'CPR art. 99, inciso tercero; las fuentes no fijan plazo al Tribunal', role: 'presidency' }],
      },
    },
    // Insisted, or upheld by the court: Contraloría must let it pass.
    givingCourse: {
      on: { 'review.clear': '#publication' },
      meta: {
        tasks: [{ task: 'giveCourse', role: 'comptroller', offices: ['comptroller', 'legal'], events: ['review.clear'] }],
        waits: [{ reason: 'must-give-course', basis: 'CPR art. 99: debe darle curso; sin plazo en el texto', role: 'comptroller' }],
      },
    },
  };
}
