import { deadline } from '../../../src/kit/index.js';

/** The legal clocks of a metropolitan area. Nothing of DS 98/2019 was read: what it sets is not here. */
export const deadlines = {
  municipalOpinion: deadline({
    rule: 'lbpa.report.general_act', amount: 30, unit: 'calendar', startsFrom: 'receipt', onExpiry: 'mayProceed', actor: 'municipality',
    metBy: ['municipalOpinions.give'], extension: 'half', rollover: 'next-business-day', lateAct: 'valid', certainty: 'official', assumptions: ['lateAct'],
    basis: 'Ley 19.880 arts. 37 bis y 38: acto de carácter general con efectos en otro órgano (que lo sea este decreto es un supuesto)', asOf: '2025-09-29',
  }),
  mayorOpinion: deadline({
    rule: 'lbpa.report', amount: 10, unit: 'business', startsFrom: 'act', onExpiry: 'mayProceed', actor: 'municipality', metBy: ['mayorsOpinions.give'],
    extension: 'half', rollover: 'next-business-day', lateAct: 'valid', certainty: 'official', assumptions: ['lateAct'],
    basis: 'Ley 19.880 arts. 24, 37 y 38', asOf: '2025-09-29',
  }),
  legalityReview: deadline({
    rule: 'cgr.tr', amount: 15, unit: 'business', startsFrom: 'receipt', trigger: { on: ['review.enter', 'review.reenter'], field: 'receivedAt' }, onExpiry: 'waits',
    actor: 'comptroller', metBy: ['review.clear', 'review.object', 'review.withdraw'], extension: 'own', extensionLimit: 15,
    extendedBy: { comptroller: ['comptroller', 'legal'] }, rollover: 'none', lateAct: 'valid', certainty: 'secondary', assumptions: ['lateAct', 'extension'],
    basis: 'Toma de razón: CPR arts. 98-99; 15 días hábiles prorrogables (Ley 10.336 art. 10, no leída)', asOf: null,
  }),
  courtReferral: deadline({
    rule: 'cgr.constitutional_court', amount: 10, unit: 'calendar', otherUnit: 'business', startsFrom: 'act', onExpiry: 'waits', actor: 'presidency', metBy: ['review.sendToCourt'],
    extension: 'unknown', rollover: 'none', lateAct: 'unknown', certainty: 'assumption', assumptions: ['unit', 'rollover', 'startsFrom'], basis: 'CPR art. 99, inciso tercero', asOf: '2025-10-07',
  }),
  effect: deadline({
    rule: 'area.effect', unit: 'date-in-the-act', untilField: 'lastDayBefore', startsFrom: 'act', onExpiry: 'none', actor: 'regionalGovernment', metBy: [],
    extension: 'none', rollover: 'none', lateAct: 'unknown', certainty: 'secondary', assumptions: [], basis: 'Fecha de vigencia fijada en el decreto', asOf: null,
  }),
} as const;
