import { z } from 'zod';
import { day, event, type ExampleSetting } from '../../../src/kit/index.js';
import type { Transfer } from './context.js';
import { daysFrom, monthsFrom } from './dates.js';
import { exampleTerms, termsSchema } from './decree-events.js';

type Setting = ExampleSetting<Transfer>;
const reasonText = z.string().min(3).max(4000);
const secretariat = ['undersecretary', 'legal'] as const;
const decree = { number: z.string().min(1).max(60).optional(), decreedOn: day.optional() };

/** Of a transfer decreed before: what is not known of it is null. */
const recordedTerms = termsSchema.extend({ ...decree, mode: termsSchema.shape.mode.nullable(), inCharge: termsSchema.shape.inCharge.nullable() });

/** From the effect to the evaluation, and what is known of transfers decreed before. */
export const termEvents = {
  'transfer.record': event({
    by: { secretariat, regionalGovernment: ['legal', 'planning', 'governor'] }, schema: recordedTerms,
    examples: ({ today }: Setting) => exampleTerms(today).flatMap((terms) => {
      const known = { ...terms, effectiveOn: today, until: terms.until, number: '251', decreedOn: today };
      return [known, { ...known, effectiveOn: null, until: null }];
    }),
    instrument: 'decreto',
  }),
  'effect.find': event({
    by: { secretariat, regionalGovernment: ['legal', 'planning'] }, schema: z.strictObject({ effectiveOn: day, source: reasonText }),
    examples: ({ today }: Setting) => [{ effectiveOn: today, source: 'Diario Oficial' }],
  }),
  'term.find': event({
    by: { secretariat, regionalGovernment: ['legal', 'planning'] }, schema: z.strictObject({ until: day, source: reasonText }),
    examples: ({ today }: Setting) => [{ until: monthsFrom(today, 18), source: 'Texto del decreto en el Diario Oficial' }],
  }),
  'renewal.record': event({
    by: { secretariat }, schema: z.strictObject({ until: day, ...decree }),
    examples: ({ context, today }: Setting) => [{ until: daysFrom(monthsFrom(context.expiresOn ?? today, 24), 1), number: '12', decreedOn: today }], instrument: 'decreto',
  }),
  'revocation.warn': event({
    by: { presidency: ['president', 'legal'], origin: ['minister', 'director'] }, schema: z.strictObject({ policy: z.string().min(3).max(500), clash: reasonText }),
    examples: () => [{ policy: 'Política nacional del sector', clash: 'La focalización regional excluye a quienes la política prioriza' }], instrument: 'oficio',
  }),
  'policy.adjusted': event({
    by: { regionalGovernment: ['governor', 'planning'] }, schema: z.strictObject({ adjustment: reasonText }),
    examples: () => [{ adjustment: 'Nueva pauta de focalización aprobada' }], instrument: 'resolución',
  }),
  'revocation.request': event({
    by: { regionalGovernment: ['governor'] }, schema: z.strictObject({ reason: reasonText }), examples: () => [{ reason: 'La región no puede sostener la función' }], instrument: 'oficio',
  }),
  'revocation.propose': event({
    by: { presidency: ['president', 'legal'], secretariat: ['undersecretary'] },
    schema: z.strictObject({ cause: z.enum(['breach', 'poor-service', 'policy-clash']), reason: reasonText }),
    examples: () => (['breach', 'poor-service', 'policy-clash'] as const).map((cause) => ({ cause, reason: 'Según los informes de seguimiento' })), instrument: 'informe',
  }),
  'revocation.decree': event({
    by: { presidency: ['president'] }, schema: z.strictObject({ reasons: reasonText, ...decree }),
    examples: ({ today }: Setting) => [{ reasons: 'Por las razones del informe', number: '80', decreedOn: today }], instrument: 'decreto',
  }),
  'revocation.drop': event({ by: { presidency: ['president', 'legal'] }, schema: z.strictObject({ reason: reasonText }), examples: () => [{ reason: 'La causal no se acreditó' }], instrument: 'oficio' }),
  'law.revoke': event({
    by: { secretariat, presidency: ['legal'] }, schema: z.strictObject({ law: z.string().min(1).max(20), from: day }),
    examples: ({ today }: Setting) => [{ law: '22.000', from: today }],
  }),
  'evaluation.record': event({
    by: { secretariat }, schema: z.strictObject({ result: z.enum(['positive', 'negative']), findings: reasonText }),
    examples: () => [{ result: 'positive' as const, findings: 'Se cumplieron las metas' }, { result: 'negative' as const, findings: 'No se cumplieron las metas' }], instrument: 'informe',
  }),
  'evaluation.send': event({
    by: { secretariat }, schema: z.strictObject({ remarks: z.string().max(4000).optional() }), examples: () => [{}], instrument: 'oficio',
  }),
} as const;
