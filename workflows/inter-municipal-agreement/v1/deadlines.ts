import { deadline } from '../../../src/kit/index.js';

/** The legal clocks of the agreement: the concejo's where art. 65 j applies, and the term the parties agreed. */
export const deadlines = {
  councilVote: deadline({
    rule: 'concejo.other', amount: 20, unit: 'calendar', startsFrom: 'session', onExpiry: 'proposalStands', actor: 'municipality', metBy: ['councils.certify'],
    extension: 'unknown', rollover: 'none', lateAct: 'void', certainty: 'official', assumptions: ['rollover', 'lateAct'],
    basis: 'LOC 18.695 arts. 65 j), 79 b), 82 c) e inciso final, 153', asOf: '2025-01-14',
  }),
  councilNewSitting: deadline({
    rule: 'concejo.tie', amount: 3, unit: 'business', startsFrom: 'session', onExpiry: 'waits', actor: 'municipality', metBy: ['councils.certify'],
    extension: 'unknown', rollover: 'none', lateAct: 'valid', certainty: 'official', assumptions: ['lateAct', 'saturday'],
    basis: 'LOC 18.695 arts. 86 y 153', asOf: '2025-01-14',
  }),
  term: deadline({
    rule: 'agreement.term', unit: 'date-in-the-act', untilField: 'endsOn', startsFrom: 'act', onExpiry: 'powerLapses', actor: 'municipality',
    metBy: ['agreement.terminate'], extension: 'none', rollover: 'none', lateAct: 'unknown', certainty: 'secondary', assumptions: [],
    basis: 'Vigencia pactada en el convenio', asOf: null,
  }),
} as const;
