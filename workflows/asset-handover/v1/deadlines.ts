import { deadline } from '../../../src/kit/index.js';

/** The legal clocks of a hand-over of goods. */
export const deadlines = {
  // From which day the ninety are counted no source of ours says: by our reading, from the certificate of reception recorded here.
  transfer: deadline({
    rule: 'assets.transfer', amount: 90, unit: 'calendar', otherUnit: 'business', startsFrom: 'deed', trigger: { on: ['reception.record'], field: 'receivedOn' },
    onExpiry: 'none', actor: 'regionalGovernment', metBy: ['resolution.issue'], extension: 'unknown', rollover: 'none', lateAct: 'unknown',
    certainty: 'assumption', assumptions: ['unit', 'rollover', 'startsFrom'], basis: 'LOC 19.175 art. 70 f) (no leída: fuente secundaria)', asOf: null,
  }),
  councilVote: deadline({
    rule: 'concejo.other', amount: 20, unit: 'calendar', startsFrom: 'session', trigger: { on: ['councilVote.present'], field: 'sitting' },
    onExpiry: 'proposalStands', actor: 'operator', metBy: ['councilVote.certify', 'councilVote.except'], extension: 'unknown', rollover: 'none',
    lateAct: 'void', certainty: 'official', assumptions: ['rollover', 'lateAct'],
    basis: 'LOC 18.695 arts. 65 f) y j), 79 b), 82 c) e inciso final, 153', asOf: '2025-01-14',
  }),
  councilNewSitting: deadline({
    rule: 'concejo.tie', amount: 3, unit: 'business', startsFrom: 'session', onExpiry: 'waits', actor: 'operator', metBy: ['councilVote.certify'],
    extension: 'unknown', rollover: 'none', lateAct: 'valid', certainty: 'official', assumptions: ['lateAct', 'saturday'],
    basis: 'LOC 18.695 arts. 86 y 153', asOf: '2025-01-14',
  }),
  legalityReview: deadline({
    rule: 'cgr.tr', amount: 15, unit: 'business', startsFrom: 'receipt', trigger: { on: ['review.enter', 'review.reenter'], field: 'receivedAt' }, onExpiry: 'waits',
    actor: 'comptroller', metBy: ['review.clear', 'review.clearWithRemarks', 'review.object', 'review.withdraw'], extension: 'own', extensionLimit: 15,
    extendedBy: { comptroller: ['comptroller', 'legal'] }, rollover: 'none', lateAct: 'valid', certainty: 'secondary', assumptions: ['lateAct', 'extension'],
    basis: 'Toma de razón: CPR arts. 98-99; 15 días hábiles prorrogables (Ley 10.336 art. 10, no leída)', asOf: null,
  }),
  notification: deadline({
    rule: 'lbpa.notify', amount: 5, unit: 'business', startsFrom: 'full-processing', trigger: { on: ['resolution.issue', 'review.clear', 'review.clearWithRemarks'], field: 'fullyProcessedOn' },
    onExpiry: 'none', actor: 'regionalGovernment', metBy: ['agreement.send'], extension: 'half', rollover: 'next-business-day', lateAct: 'valid',
    certainty: 'official', assumptions: ['lateAct'], basis: 'Ley 19.880 art. 45', asOf: '2025-09-29',
  }),
} as const;
