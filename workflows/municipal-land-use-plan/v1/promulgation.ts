import { and, dispatch, not, noteExpiry, type StateConfig, type TaskDeclaration } from '../../../src/kit/index.js';
import { byMunicipality, byRegion, dated, enter, municipalHeads, withdrawn } from './transitions.js';

/**
 * Favourable report under an intercommunal plan, or an enmienda: by decreto alcaldicio, exempt from toma de razón (LGUC arts 43
 * seventh paragraph, 45; LOC 18.695 art. 53).
 */
export function decree(): StateConfig {
  return {
    initial: 'issuing',
    entry: enter('promulgation'),
    states: {
      issuing: {
        id: 'decreeing',
        on: { 'decree.issue': { guard: 'hasStreetReport', target: 'publishing', actions: 'markDay' }, ...withdrawn },
        meta: { tasks: [byMunicipality('issueDecree', ['mayor'], 'decree.issue')] },
      },
      ...published('decree', 'decreeNotice', (task, event) => byMunicipality(task, ['planning', 'mayor'], event)),
    },
  };
}

/** Approved by the regional council: resolution of the governor (the text still says intendente), which goes to Contraloría (eleventh paragraph). */
export function resolution(): StateConfig {
  return {
    initial: 'issuing',
    entry: enter('promulgation'),
    states: {
      issuing: {
        id: 'resolving',
        on: { 'resolution.issue': { target: 'review', actions: 'markDay' } },
        meta: { tasks: [byRegion('issueResolution', ['governor'], 'resolution.issue')] },
      },
      review: { initial: 'entry', states: { ...reviewed(), ...returned() } },
      ...published('resolution', 'resolutionNotice', (task, event) => byRegion(task, ['planning', 'legal', 'governor'], event)),
    },
    meta: { waits: [{ reason: 'promulgation-without-limit', basis: 'LGUC (DFL 458) arts. 28 septies y 43 inc. 11: no fijan plazo', role: 'regionalGovernment' }] },
  };
}

/**
 * What the body that promulgated does then (art. 28 septies): publishes, tells SII within five days, deposits memory, plans and
 * ordinance. The plan is in force from its publication (Ley 19.880 art. 51).
 */
export function published(act: 'decree' | 'resolution', notice: 'decreeNotice' | 'resolutionNotice', task: (name: string, event: string) => TaskDeclaration): Readonly<Record<string, StateConfig>> {
  return {
    publishing: {
      id: `${act}Publishing`,
      on: { [`${act}.publish`]: { guard: dated('publishedOn', 'since'), target: 'notice', actions: 'keepPublished' } },
      meta: { tasks: [task('publishPlan', `${act}.publish`)] },
    },
    notice: {
      after: { [notice]: { actions: noteExpiry } },
      on: { [`${act}.inform`]: { guard: and('zonesNamed', dated('informedOn', 'publishedOn')), target: 'deposit', actions: 'markDay' } },
      meta: { tasks: [task('informPromulgation', `${act}.inform`)] },
    },
    deposit: {
      on: {
        [`${act}.archive`]: [
          { guard: and('sameDayAsPublished', 'nothingInFuture', 'isNewPlan'), target: '#inForce', actions: 'markDay' },
          { guard: and('sameDayAsPublished', 'nothingInFuture', not('isNewPlan')), target: '#incorporated' },
        ],
      },
      meta: { tasks: [task('archivePlan', `${act}.archive`)] },
    },
  };
}

/** Toma de razón: no deemed approval (CPR arts 98-99). */
function reviewed(): Readonly<Record<string, StateConfig>> {
  return {
    entry: {
      on: { 'review.enter': 'reviewing' },
      meta: { tasks: [byRegion('enterReview', ['legal', 'governor'], 'review.enter')] },
    },
    reviewing: {
      after: { legalityReview: { actions: noteExpiry } },
      on: {
        'review.clear': { target: '#resolutionPublishing', actions: 'markDay' },
        'review.clearWithRemarks': { target: '#resolutionPublishing', actions: 'markDay' },
        'review.object': { target: 'objected', actions: ['countObjection', dispatch('resolutionObjected', { regionalGovernment: ['governor', 'legal'], ...municipalHeads })] },
        'review.withdraw': 'withdrawn',
      },
      meta: {
        tasks: [{ task: 'review', role: 'comptroller', offices: ['comptroller', 'legal'], events: ['review.clear', 'review.clearWithRemarks', 'review.object'] }],
        waits: [{ reason: 'review-no-deemed-approval', basis: 'CPR arts. 98-99: la toma de razón no admite aprobación por silencio', role: 'comptroller' }],
      },
    },
  };
}

/** The region corrects its resolution, or the municipality takes the procedure back to where the defect was. */
function returned(): Readonly<Record<string, StateConfig>> {
  return {
    objected: {
      on: {
        'review.reenter': 'reviewing',
        'plan.redo': [{ guard: 'redoneFromImage', target: '#imagePublication', actions: 'redo' }, { target: '#draft', actions: 'redo' }],
        ...withdrawn,
      },
      meta: { tasks: [byRegion('answerObjection', ['legal', 'governor'], 'review.reenter'), byMunicipality('redoPlan', ['mayor'], 'plan.redo')] },
    },
    withdrawn: {
      on: { 'review.reenter': 'reviewing' },
      meta: { tasks: [byRegion('reenter', ['legal', 'governor'], 'review.reenter')] },
    },
  };
}
