import { deadline } from '../../../src/kit/index.js';

const permission = {
  onExpiry: 'mayProceed', startsFrom: 'receipt', actor: 'affected', metBy: ['reports.give'], extension: 'half', rollover: 'next-business-day', lateAct: 'valid',
  certainty: 'official', assumptions: ['lateAct'], asOf: '2025-09-29',
} as const;

/** Each body's own limit; when it ends the procedure may go on, and nothing moves by itself (Ley 19.880 art. 38). */
export const deadlines = {
  generalActReport: deadline({
    ...permission, rule: 'lbpa.report.general_act', amount: 30, unit: 'calendar', basis: 'Ley 19.880 arts. 37 bis y 38: treinta días corridos desde que recibió el requerimiento',
  }),
  report: deadline({ ...permission, startsFrom: 'act', rule: 'lbpa.report', amount: 10, unit: 'business', basis: 'Ley 19.880 arts. 24, inciso tercero, 37 y 38' }),
} as const;
