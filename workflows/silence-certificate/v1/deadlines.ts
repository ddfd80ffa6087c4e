import { deadline } from '../../../src/kit/index.js';

const official = { rollover: 'next-business-day', certainty: 'official', asOf: '2025-09-29' } as const;

/** The clocks of Ley 19.880 for a request, its silence, and what the certificate starts. All of the official text. */
export const deadlines = {
  fix: deadline({
    ...official, rule: 'lbpa.fix', amount: 5, unit: 'business', startsFrom: 'notification', trigger: { on: ['request.requireFix'], field: 'notifiedOn' }, onExpiry: 'deemedWithdrawn',
    actor: 'applicant', metBy: ['request.fix'], extension: 'half', lateAct: 'unknown', assumptions: [], basis: 'Ley 19.880 art. 31',
  }),
  inactivity: deadline({
    ...official, rule: 'lbpa.abandon', amount: 30, unit: 'business', startsFrom: 'act', trigger: { on: ['inactivity.record'], field: 'since' }, onExpiry: 'none',
    actor: 'applicant', metBy: ['party.act'], extension: 'none', lateAct: 'valid', assumptions: ['lateAct'], basis: 'Ley 19.880 art. 43, inciso primero',
  }),
  warning: deadline({
    ...official, rule: 'lbpa.abandon.warning', amount: 7, unit: 'business', startsFrom: 'notification', trigger: { on: ['party.warn'], field: 'notifiedOn' }, onExpiry: 'none',
    actor: 'applicant', metBy: ['party.act'], extension: 'half', lateAct: 'unknown', assumptions: [], basis: 'Ley 19.880 art. 43',
  }),
  sixMonths: deadline({
    ...official, rule: 'lbpa.max', amount: 6, unit: 'months', startsFrom: 'act', trigger: { on: ['request.classify'], field: 'startedOn' }, onExpiry: 'none', actor: 'authority',
    metBy: ['decision.issue'], extension: 'none', lateAct: 'valid', assumptions: ['lateAct', 'monthEnd'], basis: 'Ley 19.880 art. 27',
  }),
  decision: deadline({
    ...official, rule: 'lbpa.decide', amount: 20, unit: 'business', startsFrom: 'act', trigger: { on: ['file.certifyReady'], field: 'certifiedOn' },
    onExpiry: 'deemedApprovedOnComplaint', actor: 'authority', metBy: ['decision.issue'], extension: 'half', lateAct: 'valid', assumptions: ['lateAct'],
    basis: 'Ley 19.880 arts. 24, inciso cuarto, 64 y 65',
  }),
  specialLimit: deadline({
    rule: 'special.limit', unit: 'date-in-the-act', untilField: 'specialUntil', startsFrom: 'act', onExpiry: 'deemedApprovedOnComplaint', actor: 'authority',
    metBy: ['decision.issue'], extension: 'unknown', rollover: 'none', lateAct: 'valid', certainty: 'assumption', assumptions: [],
    basis: 'Plazo especial de la ley que se cita; Ley 19.880 art. 64', asOf: null,
  }),
  negativeSilence: deadline({
    ...official, rule: 'lbpa.silence.negative', unit: 'date-in-the-act', untilField: 'specialUntil', startsFrom: 'act', onExpiry: 'deemedRejected', actor: 'authority',
    metBy: ['decision.issue'], extension: 'unknown', lateAct: 'unknown', assumptions: [], basis: 'Ley 19.880 arts. 65 y 66; plazo especial de la ley que se cita',
  }),
  complaintCopy: deadline({
    ...official, rollover: 'none', rule: 'lbpa.silence.copy', amount: 24, unit: 'hours', startsFrom: 'receipt', trigger: { on: ['delay.complain'], field: 'receivedOn' }, filing: 'yes',
    onExpiry: 'none', actor: 'authority', metBy: ['complaint.copy'], extension: 'none', lateAct: 'valid', assumptions: ['lateAct'], basis: 'Ley 19.880 art. 64, inciso primero',
  }),
  positiveSilence: deadline({
    ...official, rule: 'lbpa.silence.positive', amount: 5, unit: 'business', startsFrom: 'receipt', trigger: { on: ['delay.complain'], field: 'receivedOn' }, filing: 'yes',
    onExpiry: 'deemedApprovedOnComplaint', actor: 'authority', metBy: ['decision.issue'], extension: 'unknown', lateAct: 'void', assumptions: ['lateAct'],
    basis: 'Ley 19.880 arts. 64 y 66',
  }),
  appeal: deadline({
    ...official, rule: 'lbpa.appeal.file', amount: 5, unit: 'business', startsFrom: 'notification', trigger: { on: ['certificate.issue'], field: 'issuedOn' },
    onExpiry: 'windowCloses', actor: 'applicant', metBy: ['appeal.file'], extension: 'unknown', lateAct: 'void', assumptions: ['lateAct'],
    basis: 'Ley 19.880 arts. 59 y 65: desde la fecha del certificado',
  }),
  invalidation: deadline({
    ...official, rollover: 'none', rule: 'lbpa.invalidate', amount: 2, unit: 'years', startsFrom: 'notification', trigger: { on: ['certificate.issue'], field: 'issuedOn' },
    onExpiry: 'powerLapses', actor: 'authority', metBy: ['act.invalidate'], extension: 'none', lateAct: 'void', assumptions: ['rollover', 'monthEnd'], basis: 'Ley 19.880 art. 53',
  }),
} as const;
