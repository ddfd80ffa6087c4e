import { deadline } from '../../../src/kit/index.js';

/** The legal clocks of an FNDR agreement. `rule` is the rule's name in our list of rules; readings are ours, and said so. */
export const deadlines = {
  coreVote: deadline({
    rule: 'core.decide', amount: 30, unit: 'calendar', otherUnit: 'business', startsFrom: 'presentation', onExpiry: 'proposalStands',
    actor: 'regionalGovernment', metBy: ['coreVote.certify', 'coreVote.except'], extension: 'unknown', rollover: 'none', lateAct: 'void',
    certainty: 'assumption', assumptions: ['unit', 'rollover', 'lateAct', 'startsFrom'], basis: 'LOC 19.175 art. 36, inciso final', asOf: null,
  }),
  councilVote: deadline({
    rule: 'concejo.other', amount: 20, unit: 'calendar', startsFrom: 'session', trigger: { on: ['councilVote.present'], field: 'sitting' },
    onExpiry: 'proposalStands', actor: 'technicalUnit', metBy: ['councilVote.certify', 'councilVote.except'], extension: 'unknown', rollover: 'none',
    lateAct: 'void', certainty: 'official', assumptions: ['rollover', 'lateAct'],
    basis: 'LOC 18.695 arts. 65 j), 79 b), 82 c) e inciso final, 153', asOf: '2025-01-14',
  }),
  councilNewSitting: deadline({
    rule: 'concejo.tie', amount: 3, unit: 'business', startsFrom: 'session', onExpiry: 'waits', actor: 'technicalUnit', metBy: ['councilVote.certify'],
    extension: 'unknown', rollover: 'none', lateAct: 'valid', certainty: 'official', assumptions: ['lateAct', 'saturday'],
    basis: 'LOC 18.695 arts. 86 y 153', asOf: '2025-01-14',
  }),
  allocationReview: deadline({
    rule: 'cgr.tr', amount: 15, unit: 'business', startsFrom: 'receipt', trigger: { on: ['allocation.enter'], field: 'receivedAt' }, onExpiry: 'waits',
    actor: 'comptroller', metBy: ['allocation.clear', 'allocation.object'], extension: 'own', extensionLimit: 15, extendedBy: { comptroller: ['comptroller', 'legal'] },
    rollover: 'none', lateAct: 'valid', certainty: 'secondary', assumptions: ['lateAct', 'extension'],
    basis: 'Toma de razón: CPR arts. 98-99; 15 días hábiles prorrogables (Ley 10.336 art. 10, no leída)', asOf: null,
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
  term: deadline({
    rule: 'agreement.term', unit: 'date-in-the-act', untilField: 'endsOn', startsFrom: 'act', onExpiry: 'powerLapses', actor: 'regionalGovernment',
    metBy: ['execution.settle'], extension: 'none', rollover: 'none', lateAct: 'unknown', certainty: 'secondary', assumptions: [],
    basis: 'Vigencia pactada en el convenio', asOf: null,
  }),
  monthlyAccount: deadline({
    rule: 'sisrec.monthly', amount: 15, unit: 'nth-business-day-of-next-month', startsFrom: 'payment', onExpiry: 'waits', actor: 'technicalUnit',
    metBy: ['execution.submitAccount'], extension: 'unknown', rollover: 'none', lateAct: 'valid', certainty: 'secondary', assumptions: ['lateAct', 'unit'],
    basis: 'Res. CGR 30/2015 art. 18; SISREC (Res. Ex. 1858/2023)', asOf: null,
  }),
  accountReview: deadline({
    rule: 'sisrec.review', amount: 14, unit: 'business', startsFrom: 'act', onExpiry: 'waits', actor: 'regionalGovernment',
    metBy: ['execution.approveAccount', 'execution.observeAccount'], extension: 'unknown', rollover: 'none', lateAct: 'unknown', certainty: 'secondary',
    assumptions: ['startsFrom'], basis: 'SISREC: revisión técnica y financiera del otorgante', asOf: null,
  }),
} as const;
