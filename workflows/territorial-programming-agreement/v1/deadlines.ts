import { deadline } from '../../../src/kit/index.js';

/** The clocks of a territorial programming agreement; the committee's is a target of our own and no law. Readings are ours, and said so. */
export const deadlines = {
  wholeProcedure: deadline({
    rule: 'lbpa.max', amount: 6, unit: 'months', startsFrom: 'act', onExpiry: 'none', actor: 'regionalGovernment', metBy: ['resolution.issue'],
    extension: 'none', rollover: 'next-business-day', lateAct: 'valid', certainty: 'official', assumptions: ['lateAct', 'monthEnd'],
    basis: 'Ley 19.880 art. 27 (supletorio, no fatal: que rija aquí es un supuesto)', asOf: '2025-09-29',
  }),
  councilVote: deadline({
    rule: 'concejo.other', amount: 20, unit: 'calendar', startsFrom: 'session', onExpiry: 'proposalStands', actor: 'municipality', metBy: ['councilVote.certify'],
    extension: 'unknown', rollover: 'none', lateAct: 'void', certainty: 'official', assumptions: ['rollover', 'lateAct'],
    basis: 'LOC 18.695 arts. 65 j), 79 b), 82 c) e inciso final, 153', asOf: '2025-01-14',
  }),
  councilNewSitting: deadline({
    rule: 'concejo.tie', amount: 3, unit: 'business', startsFrom: 'session', onExpiry: 'waits', actor: 'municipality', metBy: ['councilVote.certify'],
    extension: 'unknown', rollover: 'none', lateAct: 'valid', certainty: 'official', assumptions: ['lateAct', 'saturday'], basis: 'LOC 18.695 arts. 86 y 153', asOf: '2025-01-14',
  }),
  coreVote: deadline({
    rule: 'core.decide', amount: 30, unit: 'calendar', otherUnit: 'business', startsFrom: 'presentation', onExpiry: 'proposalStands', actor: 'regionalGovernment',
    metBy: ['coreVote.certify'], extension: 'unknown', rollover: 'none', lateAct: 'void', certainty: 'assumption', assumptions: ['unit', 'rollover', 'lateAct', 'startsFrom'],
    basis: 'LOC 19.175 art. 36, inciso final', asOf: null,
  }),
  corePublication: deadline({
    rule: 'core.publish', amount: 5, unit: 'business', startsFrom: 'session', trigger: { on: ['coreVote.certify'], field: 'sitting' }, onExpiry: 'none', actor: 'regionalGovernment',
    metBy: ['agreement.publish'], extension: 'unknown', rollover: 'none', lateAct: 'unknown', validFrom: '2026-01-01', validTo: '2026-12-31', certainty: 'secondary', assumptions: [],
    basis: 'Ley 21.796 (Presupuestos 2026), Partida 31, glosa 16', asOf: null,
  }),
  legalityReview: deadline({
    rule: 'cgr.tr', amount: 15, unit: 'business', startsFrom: 'receipt', trigger: { on: ['review.enter', 'review.reenter'], field: 'receivedAt' }, onExpiry: 'waits', actor: 'comptroller',
    metBy: ['review.clear', 'review.clearWithRemarks', 'review.object', 'review.withdraw'], extension: 'own', extensionLimit: 15, extendedBy: { comptroller: ['comptroller', 'legal'] },
    rollover: 'none', lateAct: 'valid', certainty: 'secondary', assumptions: ['lateAct', 'extension'],
    basis: 'Toma de razón: CPR arts. 98-99; 15 días hábiles prorrogables (Ley 10.336 art. 10, no leída)', asOf: null,
  }),
  term: deadline({
    rule: 'agreement.term', unit: 'date-in-the-act', untilField: 'endsOn', startsFrom: 'act', onExpiry: 'powerLapses', actor: 'regionalGovernment', metBy: ['execution.settle'],
    extension: 'none', rollover: 'none', lateAct: 'unknown', certainty: 'secondary', assumptions: [], basis: 'Vigencia pactada en el convenio', asOf: null,
  }),
  committee: deadline({
    rule: 'own.committee', amount: 90, unit: 'calendar', startsFrom: 'act', onExpiry: 'none', actor: 'regionalGovernment', metBy: ['execution.recordMinutes'],
    extension: 'none', rollover: 'next-business-day', lateAct: 'valid', certainty: 'assumption', assumptions: ['onExpiry', 'startsFrom', 'lateAct'],
    basis: 'Meta propia, no legal: un acta del comité de seguimiento cada noventa días', asOf: null,
  }),
  quarterlyReport: deadline({
    rule: 'budget.quarterly', amount: 30, unit: 'calendar', otherUnit: 'business', startsFrom: 'act', onExpiry: 'none', actor: 'regionalGovernment', metBy: ['execution.report'],
    extension: 'unknown', rollover: 'none', lateAct: 'unknown', validFrom: '2026-01-01', validTo: '2026-12-31', certainty: 'assumption', assumptions: ['unit', 'rollover'],
    basis: 'Ley 21.796 (Presupuestos 2026) art. 57', asOf: null,
  }),
} as const;
