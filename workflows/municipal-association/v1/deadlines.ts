import { deadline } from '../../../src/kit/index.js';

/** The legal clocks of an association: all in business days (LOC 18.695 art. 153); none of them is the concejo's (arts 79 f, 82). */
export const deadlines = {
  councilNewSitting: deadline({
    rule: 'concejo.tie', amount: 3, unit: 'business', startsFrom: 'session', onExpiry: 'waits', actor: 'municipality', metBy: ['councils.certify', 'membership.certify'],
    extension: 'unknown', rollover: 'none', lateAct: 'valid', certainty: 'official', assumptions: ['lateAct', 'saturday'],
    basis: 'LOC 18.695 arts. 86 y 153', asOf: '2025-01-14',
  }),
  deposit: deadline({
    rule: 'asoc.deposit', amount: 30, unit: 'business', startsFrom: 'session', trigger: { on: ['assembly.hold'], field: 'heldOn' }, onExpiry: 'none',
    actor: 'municipality', metBy: ['request.file'], extension: 'unknown', rollover: 'none', lateAct: 'unknown', certainty: 'official', assumptions: ['saturday'],
    basis: 'LOC 18.695 arts. 141, inciso segundo, y 153', asOf: '2025-01-14',
  }),
  objection: deadline({
    rule: 'asoc.object', amount: 60, unit: 'business', startsFrom: 'receipt', trigger: { on: ['request.file'], field: 'receivedAt' }, onExpiry: 'deemedApproved',
    actor: 'registry', metBy: ['request.object', 'request.clear'], extension: 'unknown', rollover: 'none', lateAct: 'void', certainty: 'official',
    assumptions: ['lateAct', 'saturday'], basis: 'LOC 18.695 arts. 141, incisos tercero, sexto y séptimo, y 153', asOf: '2025-01-14',
  }),
  objectionNotice: deadline({
    rule: 'lbpa.notify', amount: 5, unit: 'business', startsFrom: 'full-processing', trigger: { on: ['request.object', 'cure.reject'], field: 'fullyProcessedOn' },
    onExpiry: 'none', actor: 'registry', metBy: ['objection.post', 'request.cure'], extension: 'half', rollover: 'next-business-day', lateAct: 'valid',
    certainty: 'official', assumptions: ['lateAct'], basis: 'Ley 19.880 art. 45', asOf: '2025-09-29',
  }),
  letterNotified: deadline({
    rule: 'lbpa.notify.letter', amount: 3, unit: 'business', startsFrom: 'receipt', trigger: { on: ['objection.post'], field: 'postReceivedOn' },
    onExpiry: 'deemedNotified', actor: 'municipality', metBy: ['request.cure'], extension: 'none', rollover: 'next-business-day',
    lateAct: 'unknown', certainty: 'official', assumptions: [], basis: 'Ley 19.880 art. 46', asOf: '2025-09-29',
  }),
  // Counted from the third business day itself, which is the day the letter's own deadline was due.
  cure: deadline({
    rule: 'asoc.fix', amount: 30, unit: 'business', startsFrom: 'notification', trigger: { on: ['deadline.expired'], field: 'due' },
    onExpiry: 'deemedWithdrawn', actor: 'municipality', metBy: ['request.clear'], extension: 'unknown', rollover: 'none', lateAct: 'void', certainty: 'official',
    assumptions: ['lateAct', 'saturday'], basis: 'LOC 18.695 arts. 141, incisos tercero y cuarto, y 153', asOf: '2025-01-14',
  }),
  electoralAssembly: deadline({
    rule: 'asoc.assembly', amount: 90, unit: 'business', startsFrom: 'full-processing', trigger: { on: ['registry.inscribe'], field: 'inscribedOn' }, onExpiry: 'none',
    actor: 'municipality', metBy: ['assembly.convene'], extension: 'unknown', rollover: 'none', lateAct: 'valid', certainty: 'official', assumptions: ['lateAct', 'saturday'],
    basis: 'LOC 18.695 arts. 141, inciso octavo, y 153', asOf: '2025-01-14',
  }),
  changeReport: deadline({
    rule: 'asoc.changes', amount: 30, unit: 'business', startsFrom: 'act', trigger: { on: ['change.record', 'board.elect'], field: 'madeOn' }, onExpiry: 'none',
    actor: 'municipality', metBy: ['change.report'], extension: 'unknown', rollover: 'none', lateAct: 'valid', certainty: 'official',
    assumptions: ['lateAct', 'startsFrom', 'saturday'], basis: 'LOC 18.695 arts. 144 y 153', asOf: '2025-01-14',
  }),
  dissolutionNotice: deadline({
    rule: 'asoc.dissolution', amount: 30, unit: 'business', startsFrom: 'deed', trigger: { on: ['dissolution.deed'], field: 'signedOn' }, onExpiry: 'none',
    actor: 'municipality', metBy: ['dissolution.notify'], extension: 'unknown', rollover: 'none', lateAct: 'valid', certainty: 'official', assumptions: ['lateAct', 'saturday'],
    basis: 'LOC 18.695 arts. 146 y 153', asOf: '2025-01-14',
  }),
} as const;
