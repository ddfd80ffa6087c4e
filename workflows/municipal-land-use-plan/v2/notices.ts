import { and, noteExpiry, type GuardExpression, type StateConfig } from '../../../src/kit/index.js';
import { byMunicipality, dated } from '../v1/transitions.js';

/**
 * The duty to tell SII, within five days, that the agreed terms change the urban limit (LGUC art. 28 octies number 5). It runs
 * beside the design of the draft, which the law does not make wait for it.
 */
export function termsNotice(): StateConfig {
  return {
    initial: 'settled',
    states: {
      settled: { always: { guard: 'owesTermsNotice', target: 'owed' } },
      owed: {
        after: { termsNotice: { actions: noteExpiry } },
        on: { 'sii.inform': { guard: dated('informedOn', 'termsOn'), target: 'settled', actions: 'tellSii' } },
        meta: { tasks: [byMunicipality('informSiiOfTerms', ['mayor', 'planning'], 'sii.inform')] },
      },
    },
  };
}

/**
 * The duty to tell MINVU and SII, within five days of sending, that the project alters the agreed change, with a copy to the
 * concejo (art. 43 sixth paragraph). It runs beside the SEREMI's receipt and report.
 */
export function limitChangeNotice(): StateConfig {
  return {
    initial: 'settled',
    states: {
      settled: { always: { guard: 'owesLimitNotice', target: 'owed' } },
      owed: {
        after: { limitChangeNotice: { actions: noteExpiry } },
        on: { 'limitChange.inform': { guard: dated('siiInformedOn', 'sentOn'), target: 'settled', actions: 'tellLimit' } },
        meta: { tasks: [byMunicipality('informMinvuAndSii', ['mayor', 'planning'], 'limitChange.inform')] },
      },
    },
  };
}

/** A notice still owed where the case has gone on is given there: the five days have passed, the duty has not. */
export const lateTermsNotice = { 'sii.inform': { guard: owed('owesTermsNotice', dated('informedOn', 'termsOn')), actions: 'tellSii' } } as const;
export const lateLimitNotice = { 'limitChange.inform': { guard: owed('owesLimitNotice', dated('siiInformedOn', 'sentOn')), actions: 'tellLimit' } } as const;

function owed(guard: string, days: GuardExpression): GuardExpression {
  return and(guard, days);
}
