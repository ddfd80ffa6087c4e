import type { StateConfig } from '../../../src/kit/index.js';
import { answersLater, hearings, publication, report, terms, untilPublished } from '../v1/image.js';
import { byMunicipality, enter, withdrawn } from '../v1/transitions.js';

/**
 * Imagen objetivo (LGUC art. 28 octies). Since version 2 the first fifteen days of the exposure are a state of their own: once
 * they are over without the hearings, the municipality is told to publish again, and need not wait for the window to close.
 */
export function image(): StateConfig {
  return {
    initial: 'submission',
    entry: enter('image'),
    on: withdrawn,
    states: { ...untilPublished(), consultation: consultation() },
  };
}

/** Observations are filed while the window is open, and answered before the terms are agreed (numbers 2, 3 and 5). */
function consultation(): StateConfig {
  return {
    id: 'imageConsultation',
    initial: 'exposed',
    invoke: { id: 'imageObservations', src: 'imageObservations', onDone: { actions: 'keepAnswers' } },
    states: {
      exposed: exposed(),
      report: report(),
      // Agreed, the draft begins: that SII is told of a change of the urban limit runs beside it.
      terms: terms([{ target: '#design', actions: 'keepAgreement' }]),
    },
  };
}

/** Thirty days from publication, extendable to forty-five (number 2); hearings and COSOC in the first fifteen (number 3). */
function exposed(): StateConfig {
  const certified = { ...hearings, target: 'heard' } as const;
  return {
    initial: 'hearings',
    after: { imageWindow: { target: 'report', actions: 'closeWindow' } },
    states: {
      hearings: {
        after: { imageHearings: { target: 'unheard', actions: 'endHearings' } },
        on: { 'imageHearings.certify': certified },
        meta: { tasks: [byMunicipality('certifyImageHearings', ['council-secretary'], 'imageHearings.certify')] },
      },
      heard: {},
      // Hearings held in time may still be certified; if they were not held, the exposure is begun again.
      unheard: {
        on: { 'imageHearings.certify': certified, 'image.publish': publication },
        meta: { tasks: [byMunicipality('republishImage', ['planning', 'mayor'], 'image.publish', 'imageHearings.certify')] },
      },
    },
    meta: { refuses: answersLater },
  };
}
