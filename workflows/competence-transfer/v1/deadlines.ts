import { deadline } from '../../../src/kit/index.js';

const ours = { startsFrom: 'act', unit: 'date-in-the-act', onExpiry: 'none', extension: 'none', rollover: 'none', lateAct: 'unknown', assumptions: [], asOf: null } as const;
/** No rule asks for a notice: the end of a temporary transfer is what is most often missed. */
const notice = { ...ours, actor: 'regionalGovernment', metBy: ['renewal.record'], certainty: 'assumption', basis: 'Aviso del sistema; ninguna norma lo exige' } as const;
const decree = { ...ours, certainty: 'secondary' } as const;

/** The legal clocks of a transfer. `rule` is the rule's name in our list of rules; readings are ours, and said so. */
export const deadlines = {
  requestWindow: deadline({
    rule: 'comp.request_window', amount: 24, unit: 'months', startsFrom: 'act', trigger: { on: ['request.begin'], field: 'presidentialTermStart' },
    onExpiry: 'windowCloses', actor: 'regionalGovernment', metBy: ['request.file'], extension: 'none', rollover: 'none', lateAct: 'void',
    certainty: 'secondary', assumptions: ['monthEnd'], basis: 'LOC 19.175 art. 21 septies (no leída)', asOf: null,
  }),
  wholeProcedure: deadline({
    rule: 'comp.max', amount: 6, unit: 'months', startsFrom: 'presentation', onExpiry: 'mustAnswerExpressly', actor: 'interior', metBy: ['committee.decide'],
    extension: 'unknown', rollover: 'none', lateAct: 'unknown', certainty: 'secondary', assumptions: ['monthEnd'],
    basis: 'LOC 19.175 art. 21 septies (no leída): el Comité debe responder en forma expresa y fundada', asOf: null,
  }),
  study: deadline({
    rule: 'comp.study', amount: 90, unit: 'calendar', startsFrom: 'act', onExpiry: 'waits', actor: 'secretariat', metBy: ['report.issue'],
    extension: 'unknown', rollover: 'none', lateAct: 'unknown', certainty: 'secondary', assumptions: [],
    basis: 'DS 656/2019; descentralizachile.cl, proceso de traspaso de competencias', asOf: null,
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
  effect: deadline({ ...decree, rule: 'comp.effect', untilField: 'lastDayOfOrigin', actor: 'origin', metBy: [], basis: 'Fecha de vigencia fijada en el decreto' }),
  noticeOfTwelveMonths: deadline({ ...notice, rule: 'comp.expiry.notice', untilField: 'noticeOfTwelveMonths' }),
  noticeOfSixMonths: deadline({ ...notice, rule: 'comp.expiry.notice', untilField: 'noticeOfSixMonths' }),
  noticeOfThreeMonths: deadline({ ...notice, rule: 'comp.expiry.notice', untilField: 'noticeOfThreeMonths' }),
  expiry: deadline({
    ...decree, rule: 'comp.expiry', untilField: 'expiresOn', onExpiry: 'reverts', actor: 'origin', metBy: [], extension: 'unknown',
    basis: 'CPR art. 114; plazo fijado en el decreto',
  }),
  minimumTerm: deadline({
    rule: 'comp.min_term', amount: 1, unit: 'years', startsFrom: 'act', onExpiry: 'none', actor: 'presidency', metBy: [], extension: 'none', rollover: 'none',
    lateAct: 'unknown', certainty: 'secondary', assumptions: ['monthEnd'], basis: 'LOC 19.175 art. 21 quinquies (no leída)', asOf: null,
  }),
  evaluation: deadline({
    rule: 'comp.eval', amount: 3, unit: 'years', startsFrom: 'act', onExpiry: 'none', actor: 'secretariat', metBy: ['evaluation.record'], extension: 'unknown',
    rollover: 'none', lateAct: 'unknown', certainty: 'secondary', assumptions: ['monthEnd'], basis: 'LOC 19.175 art. 21 septies D (no leída)', asOf: null,
  }),
  evaluationSending: deadline({
    rule: 'comp.eval.send', amount: 30, unit: 'calendar', otherUnit: 'business', startsFrom: 'act', onExpiry: 'none', actor: 'secretariat',
    metBy: ['evaluation.send'], extension: 'unknown', rollover: 'none', lateAct: 'unknown', certainty: 'assumption', assumptions: ['unit', 'rollover'],
    basis: 'LOC 19.175 art. 21 septies D (no leída)', asOf: null,
  }),
  adjustment: deadline({
    rule: 'comp.adjust', amount: 6, unit: 'months', startsFrom: 'act', onExpiry: 'mayProceed', actor: 'regionalGovernment', metBy: ['policy.adjusted'],
    extension: 'unknown', rollover: 'none', lateAct: 'unknown', certainty: 'secondary', assumptions: ['monthEnd'],
    basis: 'LOC 19.175 art. 21 octies (no leída)', asOf: null,
  }),
  revocationDecree: deadline({
    rule: 'comp.revoke', unit: 'fixed-date', monthDay: '06-30', startsFrom: 'act', onExpiry: 'none', actor: 'presidency', metBy: ['revocation.decree'],
    extension: 'none', rollover: 'none', lateAct: 'unknown', certainty: 'secondary', assumptions: [], basis: 'LOC 19.175 art. 21 octies (no leída)', asOf: null,
  }),
  revocationEffect: deadline({
    ...decree, rule: 'comp.revoke.effect', untilField: 'lastDayBeforeRevocation', onExpiry: 'reverts', actor: 'origin', metBy: [],
    basis: 'LOC 19.175 art. 21 octies (no leída): rige desde el 1 de enero siguiente',
  }),
} as const;
