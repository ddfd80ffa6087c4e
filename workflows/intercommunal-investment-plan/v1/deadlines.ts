import { deadline } from '../../../src/kit/index.js';

/** Art. 177 sets no limit to anybody; the only one is that of the next update (art. 178). */
export const deadlines = {
  update: deadline({
    rule: 'ipi.update', amount: 10, unit: 'years', startsFrom: 'publication', trigger: { on: ['plan.publish'], field: 'publishedOn' }, onExpiry: 'none',
    actor: 'regionalGovernment', metBy: ['plan.publish'], extension: 'none', rollover: 'next-business-day', lateAct: 'valid', certainty: 'official',
    assumptions: ['lateAct', 'monthEnd', 'saturday', 'startsFrom'], basis: 'LGUC art. 178', asOf: '2026-01-02',
  }),
} as const;
