import { deadline } from '../../../src/kit/index.js';

const consulted = { extension: 'unknown', rollover: 'next-business-day', lateAct: 'unknown', certainty: 'official', assumptions: ['saturday'], asOf: '2026-01-02' } as const;
const told = { unit: 'calendar', amount: 5, onExpiry: 'none', extension: 'unknown', rollover: 'next-business-day', lateAct: 'valid', certainty: 'official', asOf: '2026-01-02' } as const;

/** Another clock's end as a start: its last day, from which the next one counts, not the day after on which it takes effect. */
const endOfWindow = { on: ['deadline.expired'], field: 'due' } as const;

/**
 * The legal clocks of a plan regulador. The planning law counts calendar days and moves a last day that is not a business
 * day to the next one (LGUC art. 190). `rule` is the rule's name in our list of rules; readings are ours, and said so.
 */
export const deadlines = {
  imageCouncil: deadline({
    rule: 'prc.image.council', amount: 15, unit: 'calendar', startsFrom: 'receipt', trigger: { on: ['image.submit'], field: 'receivedOn' }, onExpiry: 'deemedApproved',
    actor: 'municipality', metBy: ['imageVote.certify'], extension: 'unknown', rollover: 'next-business-day', lateAct: 'void', certainty: 'official',
    assumptions: ['lateAct', 'saturday'], basis: 'LGUC (DFL 458) art. 28 octies nº 2', asOf: '2026-01-02',
  }),
  imageWindow: deadline({
    ...consulted, rule: 'prc.image.exposure', amount: 30, unit: 'calendar', startsFrom: 'publication', trigger: { on: ['image.publish'], field: 'publishedOn' },
    onExpiry: 'windowCloses', actor: 'municipality', metBy: [], extension: 'cap', extensionLimit: 45, extendedBy: { municipality: ['mayor', 'planning'] },
    basis: 'LGUC (DFL 458) art. 28 octies nº 2',
  }),
  imageHearings: deadline({
    ...consulted, rule: 'prc.image.hearings', amount: 15, unit: 'calendar', startsFrom: 'publication', trigger: { on: ['image.publish'], field: 'publishedOn' },
    onExpiry: 'none', actor: 'municipality', metBy: ['imageHearings.certify'], basis: 'LGUC (DFL 458) art. 28 octies nº 3',
  }),
  terms: deadline({
    rule: 'prc.image.terms', amount: 30, unit: 'calendar', startsFrom: 'receipt', trigger: { on: ['imageReport.deliver'], field: 'receivedOn' }, onExpiry: 'waits',
    actor: 'municipality', metBy: ['termsVote.certify'], extension: 'unknown', rollover: 'next-business-day', lateAct: 'valid', certainty: 'official',
    assumptions: ['lateAct', 'onExpiry', 'saturday'], basis: 'LGUC (DFL 458) art. 28 octies nº 5', asOf: '2026-01-02',
  }),
  siiNotice: deadline({
    ...told, rule: 'prc.sii', startsFrom: 'act', trigger: { on: ['termsVote.certify'], field: 'sitting' }, actor: 'municipality', metBy: ['sii.inform'],
    assumptions: ['lateAct', 'saturday'], basis: 'LGUC (DFL 458) art. 28 octies nº 5',
  }),
  cosocOpinion: deadline({
    rule: 'cosoc.opinion', amount: 15, unit: 'business', startsFrom: 'notification', trigger: { on: ['cosoc.inform'], field: 'informedOn' }, onExpiry: 'windowCloses',
    actor: 'municipality', metBy: ['cosoc.observe'], extension: 'unknown', rollover: 'none', lateAct: 'unknown', certainty: 'official',
    assumptions: ['onExpiry', 'saturday'], basis: 'LOC 18.695 art. 94', asOf: '2025-01-14',
  }),
  draftExposure: deadline({
    ...consulted, rule: 'prc.draft.exposure', amount: 30, unit: 'calendar', startsFrom: 'act', trigger: { on: ['exposure.open'], field: 'startsOn' },
    onExpiry: 'windowCloses', actor: 'municipality', metBy: [], basis: 'LGUC (DFL 458) art. 43 inc. 2 nº 4',
  }),
  observationsAfterHearing: deadline({
    ...consulted, rule: 'prc.draft.observations', amount: 30, unit: 'calendar', startsFrom: 'act', trigger: { on: ['secondHearing.certify'], field: 'heldOn' },
    onExpiry: 'windowCloses', actor: 'municipality', metBy: [], basis: 'LGUC (DFL 458) art. 43 inc. 2 nº 6',
  }),
  observationsAfterExposure: deadline({
    ...consulted, rule: 'prc.draft.observations', amount: 30, unit: 'calendar', startsFrom: 'act', trigger: endOfWindow,
    onExpiry: 'windowCloses', actor: 'municipality', metBy: [], basis: 'LGUC (DFL 458) art. 43 inc. 2 nº 6',
  }),
  submitEarliest: deadline({
    rule: 'prc.submit.min', amount: 15, unit: 'calendar', startsFrom: 'act', trigger: endOfWindow, onExpiry: 'none', actor: 'municipality', metBy: [],
    extension: 'unknown', rollover: 'next-business-day', lateAct: 'valid', certainty: 'official', assumptions: ['saturday'], basis: 'LGUC (DFL 458) art. 43 inc. 4', asOf: '2026-01-02',
  }),
  submitLatest: deadline({
    rule: 'prc.submit.max', amount: 30, unit: 'calendar', startsFrom: 'act', trigger: endOfWindow, onExpiry: 'waits', actor: 'municipality', metBy: ['plan.submit'],
    extension: 'unknown', rollover: 'next-business-day', lateAct: 'valid', certainty: 'official', assumptions: ['lateAct', 'saturday'], basis: 'LGUC (DFL 458) art. 43 inc. 4', asOf: '2026-01-02',
  }),
  councilDecision: deadline({
    rule: 'prc.council', amount: 60, unit: 'calendar', startsFrom: 'presentation', trigger: { on: ['plan.submit', 'project.adapt'], field: 'submittedOn' },
    onExpiry: 'deemedApproved', actor: 'municipality', metBy: ['councilVote.certify'], extension: 'unknown', rollover: 'next-business-day', lateAct: 'void',
    certainty: 'official', assumptions: ['lateAct', 'startsFrom', 'saturday'], basis: 'LGUC (DFL 458) art. 43 inc. 5', asOf: '2026-01-02',
  }),
  councilNewSitting: deadline({
    rule: 'concejo.tie', amount: 3, unit: 'business', startsFrom: 'session', onExpiry: 'waits', actor: 'municipality',
    metBy: ['imageVote.certify', 'termsVote.certify', 'councilVote.certify'], extension: 'unknown', rollover: 'none', lateAct: 'valid', certainty: 'official',
    assumptions: ['lateAct', 'saturday'], basis: 'LOC 18.695 arts. 86, 153', asOf: '2025-01-14',
  }),
  limitNotice: deadline({
    ...told, rule: 'prc.limit_change.inform', startsFrom: 'act', trigger: { on: ['project.send'], field: 'sentOn' }, actor: 'municipality', metBy: ['limitChange.inform'],
    assumptions: ['lateAct', 'saturday'], basis: 'LGUC (DFL 458) art. 43 inc. 6',
  }),
  seremiReport: deadline({
    rule: 'prc.seremi', amount: 60, unit: 'calendar', startsFrom: 'receipt', trigger: { on: ['project.receive'], field: 'receivedOn' }, onExpiry: 'waits',
    actor: 'seremi', metBy: ['seremi.report'], extension: 'unknown', rollover: 'next-business-day', lateAct: 'valid', certainty: 'official',
    assumptions: ['lateAct', 'saturday'], basis: 'LGUC (DFL 458) art. 43 inc. 6', asOf: '2026-01-02',
  }),
  coreDecision: deadline({
    rule: 'prc.core', amount: 30, unit: 'calendar', otherUnit: 'business', startsFrom: 'presentation', trigger: { on: ['core.present'], field: 'presentedOn' },
    onExpiry: 'waits', actor: 'regionalGovernment', metBy: ['coreVote.certify'], extension: 'unknown', rollover: 'none', lateAct: 'valid', certainty: 'assumption',
    assumptions: ['unit', 'rollover', 'lateAct', 'onExpiry'], basis: 'LOC 19.175 art. 36 inciso final (no leída); LGUC (DFL 458) art. 43 inc. 10', asOf: null,
  }),
  legalityReview: deadline({
    rule: 'cgr.tr', amount: 15, unit: 'business', startsFrom: 'receipt', trigger: { on: ['review.enter', 'review.reenter'], field: 'receivedAt' }, onExpiry: 'waits',
    actor: 'comptroller', metBy: ['review.clear', 'review.clearWithRemarks', 'review.object', 'review.withdraw'], extension: 'own', extensionLimit: 15,
    extendedBy: { comptroller: ['comptroller', 'legal'] }, rollover: 'none', lateAct: 'valid', certainty: 'secondary', assumptions: ['lateAct', 'extension'],
    basis: 'Toma de razón: CPR arts. 98-99; 15 días hábiles prorrogables (Ley 10.336 art. 10, no leída)', asOf: null,
  }),
  decreeNotice: deadline({
    ...told, rule: 'prc.promulgation.sii', startsFrom: 'publication', trigger: { on: ['decree.publish'], field: 'publishedOn' }, actor: 'municipality', metBy: ['decree.inform'],
    assumptions: ['lateAct', 'startsFrom', 'saturday'], basis: 'LGUC (DFL 458) art. 28 septies inc. 1',
  }),
  resolutionNotice: deadline({
    ...told, rule: 'prc.promulgation.sii', startsFrom: 'publication', trigger: { on: ['resolution.publish'], field: 'publishedOn' }, actor: 'regionalGovernment', metBy: ['resolution.inform'],
    assumptions: ['lateAct', 'startsFrom', 'saturday'], basis: 'LGUC (DFL 458) art. 28 septies inc. 1',
  }),
  update: deadline({
    rule: 'ipt.update', amount: 10, unit: 'years', startsFrom: 'publication', trigger: { on: ['decree.archive', 'resolution.archive'], field: 'publishedOn' }, onExpiry: 'none',
    actor: 'municipality', metBy: ['plan.update'], extension: 'none', rollover: 'next-business-day', lateAct: 'valid', certainty: 'official',
    assumptions: ['lateAct', 'monthEnd', 'saturday'], basis: 'LGUC (DFL 458) art. 28 sexies', asOf: '2026-01-02',
  }),
} as const;
