import { and, dispatch, noteExpiry, outcome, type StateConfig, type TransitionConfig } from '../../../src/kit/index.js';
import { byMunicipality, dated, enter, municipalHeads, noticesBefore, set, withdrawn } from './transitions.js';

export const publication = { guard: and(noticesBefore('publishedOn'), 'lettersByPublication', dated('publishedOn', 'since')), target: '#imageConsultation', actions: 'keepPublication' } as const;
/** Answers may be prepared before; they are the concejo's once it has the report (number 5). */
export const answersLater = { 'imageObservations.conclude': 'answers-after-report' } as const;
export const hearings = { guard: and('twoHearingsInTime', 'cosocInTime', 'nothingInFuture'), actions: 'proveImageHearings' } as const;

/** Imagen objetivo: the concejo's approval, the consultation of the community, the terms of the draft (LGUC art. 28 octies). */
export function image(): StateConfig {
  return {
    initial: 'submission',
    entry: enter('image'),
    on: withdrawn,
    states: {
      ...untilPublished(),
      consultation: consultation(),
      // Number 5, end: SII is told within five days of the agreement.
      notice: {
        id: 'imageNotice',
        after: { siiNotice: { actions: noteExpiry } },
        on: { 'sii.inform': { guard: dated('informedOn', 'termsOn'), target: '#design', actions: 'tellSii' } },
        meta: { tasks: [byMunicipality('informSii', ['mayor', 'planning'], 'sii.inform')] },
      },
    },
  };
}

export function untilPublished(): Readonly<Record<string, StateConfig>> {
  return {
    // Number 1: the mayor's proposal goes to the concejo.
    submission: {
      on: { 'image.submit': { guard: dated('receivedOn', 'since'), target: 'council', actions: 'markDay' } },
      meta: { tasks: [byMunicipality('submitImage', ['mayor', 'council-secretary'], 'image.submit')] },
    },
    // Number 2: fifteen days from receipt, then summary and plans count as approved.
    council: {
      invoke: {
        id: 'imageVote', src: 'imageVote',
        onDone: [
          { guard: outcome('rejected'), target: '#formulation', actions: 'markDay' },
          { target: 'publication', actions: set('setImage', 'approved') },
        ],
      },
      after: { imageCouncil: { target: 'publication', actions: [set('setImage', 'silence'), dispatch('imageApprovedBySilence', municipalHeads)] } },
    },
    // Numbers 2 and 4: two notices before, letters no later than the same day.
    publication: {
      id: 'imagePublication',
      on: { 'image.publish': publication },
      meta: { tasks: [byMunicipality('publishImage', ['planning', 'mayor'], 'image.publish')] },
    },
  };
}

/** Observations are filed while the window is open, and answered before the terms are agreed (numbers 2, 3 and 5). */
function consultation(): StateConfig {
  return {
    id: 'imageConsultation',
    initial: 'exposed',
    invoke: { id: 'imageObservations', src: 'imageObservations', onDone: { actions: 'keepAnswers' } },
    states: {
      // Thirty days from publication, extendable to forty-five; two hearings and the COSOC within the first fifteen.
      exposed: {
        after: { imageHearings: { actions: 'endHearings' }, imageWindow: { target: 'report', actions: 'closeWindow' } },
        on: { 'imageHearings.certify': hearings },
        meta: { tasks: [byMunicipality('certifyImageHearings', ['council-secretary'], 'imageHearings.certify')], refuses: answersLater },
      },
      report: report(),
      terms: terms([{ guard: 'changesUrbanLimit', target: '#imageNotice', actions: 'keepAgreement' }, { target: '#design', actions: 'keepAgreement' }]),
    },
  };
}

/** An exposure without its hearings, notices or letters is published again: nothing later cures it. */
export function report(): StateConfig {
  return {
    on: {
      'imageHearings.certify': hearings,
      'imageReport.deliver': {
        guard: and('hasImageNotices', 'hasImageLetters', 'hasImageHearings', 'hasImageCosoc', dated('receivedOn', 'since')), target: 'terms', actions: 'markDay',
      },
      'image.publish': publication,
    },
    meta: { tasks: [byMunicipality('deliverImageReport', ['planning', 'mayor'], 'imageReport.deliver', 'imageHearings.certify', 'image.publish')], refuses: answersLater },
  };
}

/** Thirty days from receipt of the report by the concejo's secretariat; no silence is stated: it waits (number 5). */
export function terms(agreed: readonly TransitionConfig[]): StateConfig {
  return {
    initial: 'answers',
    after: { terms: { actions: noteExpiry } },
    states: {
      answers: { always: { guard: 'observationsAnswered', target: 'proposal' } },
      proposal: {
        on: { 'terms.propose': { target: 'voting', actions: 'keepTerms' } },
        meta: { tasks: [byMunicipality('proposeTerms', ['mayor'], 'terms.propose')] },
      },
      voting: { invoke: { id: 'termsVote', src: 'termsVote', onDone: [{ guard: outcome('rejected'), target: 'proposal', actions: 'markDay' }, ...agreed] } },
    },
    meta: { waits: [{ reason: 'terms-without-silence', basis: 'LGUC (DFL 458) art. 28 octies nº 5', role: 'municipality' }] },
  };
}
