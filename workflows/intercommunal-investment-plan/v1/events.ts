import { z } from 'zod';
import { day, documentReference, event, type ExampleSetting } from '../../../src/kit/index.js';
import type { Plan } from './context.js';
import { seremis } from './steps.js';

type Setting = ExampleSetting<Plan>;
const reasonText = z.string().min(3).max(2000);
const reasoned = z.strictObject({ reason: reasonText });
const remarks = z.strictObject({ remarks: z.string().max(2000).optional() });
const municipality = z.string().regex(/^muni-\d{5}$/);
const governor = { regionalGovernment: ['governor'] } as const;
const anyAuthor = { ...seremis, regionalGovernment: ['governor', 'planning'] } as const;

export const opening = z.strictObject({
  name: z.string().min(3).max(300),
  area: z.enum(['metropolitan-area', 'intercommunal-plan']),
});

/** Every event of the machine; those of the steps (`consultation.give`, `mayors.endorse`, `coreVote.certify` …) come with them. */
export const events = {
  'draft.finish': event({
    by: seremis, instrument: 'memorándum',
    schema: z.strictObject({
      text: documentReference,
      investments: z.array(z.strictObject({ name: z.string().min(3).max(300), kind: z.enum(['project', 'work', 'measure']), municipality: municipality.nullable() })).min(1).max(500),
    }),
    examples: ({ context: { municipalities } }: Setting) => [{
      text: { sha256: 'a'.repeat(64), name: 'plan-intercomunal-de-inversiones.pdf' },
      investments: [
        { name: 'Corredor de transporte público', kind: 'project' as const, municipality: null },
        { name: 'Parque ribereño', kind: 'work' as const, municipality: municipalities[0] ?? null },
      ],
    }],
  }),
  'draft.reopen': event({ by: anyAuthor, schema: reasoned, examples: () => [{ reason: 'Se corrige el proyecto de plan' }], instrument: 'oficio' }),
  'plan.submit': event({ by: governor, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'plan.present': event({ by: governor, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'plan.promulgate': event({ by: governor, schema: z.strictObject({ number: z.string().min(1).max(60) }), examples: () => [{ number: '1' }], instrument: 'resolución' }),
  'plan.publish': event({
    by: { regionalGovernment: ['legal', 'planning', 'governor'] }, instrument: 'oficio',
    schema: z.strictObject({ publishedOn: day, site: z.url().max(300), copiesSentOn: day }),
    examples: ({ today }: Setting) => [{ publishedOn: today, site: 'https://example.org/plan-intercomunal', copiesSentOn: today }],
  }),
  'plan.abandon': event({ by: anyAuthor, schema: reasoned, examples: () => [{ reason: 'El proyecto de plan se retira' }], instrument: 'oficio' }),
  'update.begin': event({
    by: anyAuthor, instrument: 'oficio', schema: z.strictObject({ cause: z.enum(['ten-years', 'new-instrument', 'other']), reason: reasonText }),
    examples: () => [{ cause: 'new-instrument' as const, reason: 'Se aprobó un plan regulador intercomunal' }],
  }),
  'update.drop': event({ by: anyAuthor, schema: reasoned, examples: () => [{ reason: 'La actualización se retira' }], instrument: 'oficio' }),
  'plan.replace': event({ by: governor, schema: z.strictObject({ successor: z.string().min(3).max(300) }), examples: () => [{ successor: 'Plan de otra área que la comprende' }], instrument: 'resolución' }),
} as const;
