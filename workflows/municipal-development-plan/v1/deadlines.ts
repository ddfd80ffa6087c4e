import { deadline } from '../../../src/kit/index.js';

/** The legal clocks of a PLADECO: two days of the year that the law names, and the fifteen days of the COSOC. */
export const deadlines = {
  // "First week of October" is read as its days 1 to 7; that a plan handed in otherwise has no effect of silence is our reading too.
  october: deadline({
    rule: 'own.pladeco-october', unit: 'fixed-date', monthDay: '09-30', startsFrom: 'act', onExpiry: 'none', actor: 'municipality', metBy: [],
    extension: 'none', rollover: 'none', lateAct: 'valid', certainty: 'assumption', assumptions: ['startsFrom'], basis: 'LOC 18.695 art. 82 a)', asOf: '2025-01-14',
  }),
  firstWeek: deadline({
    rule: 'own.pladeco-submission', unit: 'fixed-date', monthDay: '10-07', startsFrom: 'act', onExpiry: 'none', actor: 'municipality', metBy: ['plan.submit'],
    extension: 'none', rollover: 'none', lateAct: 'unknown', certainty: 'assumption', assumptions: ['startsFrom'], basis: 'LOC 18.695 art. 82 a)', asOf: '2025-01-14',
  }),
  council: deadline({
    rule: 'pladeco.council', unit: 'fixed-date', monthDay: '12-14', startsFrom: 'presentation', onExpiry: 'proposalStands', actor: 'municipality',
    metBy: ['councilVote.certify'], extension: 'none', rollover: 'none', lateAct: 'void', certainty: 'official', assumptions: ['lateAct'],
    basis: 'LOC 18.695 art. 82 a) e inciso final', asOf: '2025-01-14',
  }),
  councilNewSitting: deadline({
    rule: 'concejo.tie', amount: 3, unit: 'business', startsFrom: 'session', onExpiry: 'waits', actor: 'municipality', metBy: ['councilVote.certify'],
    extension: 'unknown', rollover: 'none', lateAct: 'valid', certainty: 'official', assumptions: ['lateAct', 'saturday'],
    basis: 'LOC 18.695 arts. 86 y 153', asOf: '2025-01-14',
  }),
  cosocOpinion: deadline({
    rule: 'cosoc.opinion', amount: 15, unit: 'business', startsFrom: 'receipt', trigger: { on: ['cosoc.inform'], field: 'informedOn' }, onExpiry: 'windowCloses',
    actor: 'municipality', metBy: ['cosoc.observe'], extension: 'unknown', rollover: 'none', lateAct: 'unknown', certainty: 'official', assumptions: ['onExpiry', 'saturday'],
    basis: 'LOC 18.695 art. 94, inciso octavo', asOf: '2025-01-14',
  }),
  period: deadline({
    rule: 'agreement.term', unit: 'date-in-the-act', untilField: 'endsOn', startsFrom: 'act', onExpiry: 'none', actor: 'municipality', metBy: ['plan.replace'],
    extension: 'none', rollover: 'none', lateAct: 'unknown', certainty: 'secondary', assumptions: [], basis: 'Período fijado en el propio plan (LOC 18.695 art. 7: cuatro años a lo menos)', asOf: null,
  }),
} as const;
