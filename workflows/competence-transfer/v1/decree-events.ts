import { z } from 'zod';
import { day, documentReference, event, type ExampleSetting } from '../../../src/kit/index.js';
import type { Transfer } from './context.js';
import { daysFrom, monthsFrom } from './dates.js';

type Setting = ExampleSetting<Transfer>;
const reasonText = z.string().min(3).max(4000);
const part = z.string().min(3).max(8000).nullable();
const remarks = z.strictObject({ remarks: z.string().max(4000).optional() });
const secretariat = ['legal', 'undersecretary'] as const;
const comptroller = ['comptroller', 'legal'] as const;

export const termsSchema = z.strictObject({
  duration: z.enum(['temporary', 'definitive']), mode: z.enum(['exclusive', 'shared']), inCharge: z.enum(['receiver', 'origin']),
  effectiveOn: day.nullable(), until: day.nullable(),
});

/** Two years from the first day of next month but one; or for good, from its publication. */
export function exampleTerms(today: string): readonly z.infer<typeof termsSchema>[] {
  const effectiveOn = `${monthsFrom(today, 2).slice(0, 7)}-01`;
  return [
    { duration: 'temporary', mode: 'shared', inCharge: 'receiver', effectiveOn, until: daysFrom(monthsFrom(effectiveOn, 24), -1) },
    { duration: 'definitive', mode: 'exclusive', inCharge: 'receiver', effectiveOn: null, until: null },
  ];
}

const exampleContents = {
  text: { sha256: 'b'.repeat(64), name: 'decreto.pdf' }, resources: 'Dos funcionarios en comisión de servicio; sin recursos adicionales',
  gradualSteps: 'En un solo acto', conditions: 'Ajustarse a la política nacional del sector', followUp: 'Informe anual a la Secretaría Ejecutiva',
  indicators: [{ name: 'Beneficiarios por comuna', source: 'Registro del servicio de origen' }],
};

/** The supreme decree, from its text to the Diario Oficial. */
export const decreeEvents = {
  'decree.finish': event({
    by: { secretariat },
    schema: termsSchema.extend({
      text: documentReference.nullable(), resources: part, gradualSteps: part, conditions: part, followUp: part,
      indicators: z.array(z.strictObject({ name: z.string().min(3).max(300), source: z.string().min(3).max(300) })).max(50),
    }),
    examples: ({ today }: Setting) => exampleTerms(today).map((terms) => Object.assign({}, terms, exampleContents)),
    instrument: 'decreto',
  }),
  'decree.reopen': event({ by: { secretariat }, schema: z.strictObject({ reason: reasonText }), examples: () => [{ reason: 'Corrección del texto' }] }),
  'decree.decline': event({
    by: { presidency: ['president'] }, schema: z.strictObject({ reasons: reasonText }), examples: () => [{ reasons: 'No se dictará el decreto' }], instrument: 'oficio',
  }),
  'decree.abandon': event({
    by: { secretariat }, schema: z.strictObject({ reason: reasonText }), examples: () => [{ reason: 'Los reparos no pueden subsanarse' }], instrument: 'oficio',
  }),
  'review.enter': event({ by: { secretariat }, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'review.clear': event({ by: { comptroller }, schema: remarks, examples: () => [{}, { remarks: 'Cursa con alcance' }], instrument: 'oficio' }),
  'review.object': event({
    by: { comptroller }, schema: z.strictObject({ ground: z.enum(['legality', 'unconstitutional', 'spending-limit']), objections: reasonText }),
    examples: () => (['legality', 'unconstitutional', 'spending-limit'] as const).map((ground) => ({ ground, objections: 'El decreto no indica los recursos' })), instrument: 'oficio',
  }),
  'review.withdraw': event({ by: { secretariat }, schema: z.strictObject({ reason: reasonText }), examples: () => [{ reason: 'Se retira para corregir el texto' }], instrument: 'oficio' }),
  'review.reenter': event({ by: { secretariat }, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'review.insist': event({
    by: { presidency: ['president'] }, schema: z.strictObject({ reasons: reasonText }), examples: () => [{ reasons: 'Con la firma de todos los ministros' }], instrument: 'decreto',
  }),
  'review.sendToCourt': event({ by: { presidency: ['president', 'legal'] }, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'review.ruling': event({
    by: { presidency: ['president', 'legal'] }, schema: z.strictObject({ ruling: z.enum(['for-the-decree', 'against-the-decree']) }),
    examples: () => [{ ruling: 'for-the-decree' as const }, { ruling: 'against-the-decree' as const }], instrument: 'otro',
  }),
  'decree.publish': event({
    by: { secretariat }, schema: z.strictObject({ number: z.string().min(1).max(60), decreedOn: day, publishedOn: day }),
    examples: ({ today }: Setting) => [{ number: '61', decreedOn: today, publishedOn: today }], instrument: 'decreto',
  }),
} as const;
