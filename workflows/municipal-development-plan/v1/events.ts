import { z } from 'zod';
import { day, documentReference, event, type ExampleSetting } from '../../../src/kit/index.js';
import { yearsAfter, type Plan } from './context.js';

type Setting = ExampleSetting<Plan>;
const reasonText = z.string().min(3).max(2000);
const reasoned = z.strictObject({ reason: reasonText });
const remarks = z.strictObject({ remarks: z.string().max(2000).optional() });
const mayor = { municipality: ['mayor'] } as const;
const drafters = { municipality: ['planning', 'mayor'] } as const;
const file = (name: string): { sha256: string; name: string } => ({ sha256: 'a'.repeat(64), name });

export const opening = z.strictObject({ name: z.string().min(3).max(200) });

/** Every event of the machine; `councilVote.certify` comes with its step. */
export const events = {
  'participation.record': event({
    by: drafters, instrument: 'acta', schema: z.strictObject({ heldOn: day, activity: reasonText, attendance: z.int().min(0).max(1_000_000), minutes: documentReference.optional() }),
    examples: ({ today }: Setting) => [{ heldOn: today, activity: 'Cabildo abierto en la sede comunal', attendance: 120 }],
  }),
  'plan.finish': event({
    by: drafters, instrument: 'memorándum', schema: z.strictObject({ text: documentReference, startsOn: day, endsOn: day, coordination: reasonText }),
    examples: ({ context, today }: Setting) => {
      const startsOn = context.inForce?.startsOn ?? today;
      return [{ text: file('pladeco.pdf'), startsOn, endsOn: yearsAfter(startsOn, context.inForce ? 6 : 4), coordination: 'Servicios públicos de la comuna consultados en mesa intersectorial' }];
    },
  }),
  'cosoc.inform': event({ by: mayor, instrument: 'oficio', schema: z.strictObject({ informedOn: day }), examples: ({ today }: Setting) => [{ informedOn: today }] }),
  'cosoc.except': event({ by: { municipality: ['council-secretary', 'legal'] }, instrument: 'certificado', schema: reasoned, examples: () => [{ reason: 'El consejo comunal no está constituido' }] }),
  'cosoc.observe': event({
    by: { municipality: ['council-secretary'] }, instrument: 'certificado', schema: z.strictObject({ observations: z.string().min(3).max(8000), document: documentReference.optional() }),
    examples: () => [{ observations: 'Falta un programa de agua potable rural' }],
  }),
  'plan.submit': event({ by: mayor, instrument: 'oficio', schema: remarks, examples: () => [{}] }),
  'plan.revise': event({ by: mayor, schema: reasoned, examples: () => [{ reason: 'Se acogen los reparos del concejo' }], instrument: 'oficio' }),
  'plan.abandon': event({ by: mayor, schema: reasoned, examples: () => [{ reason: 'Se elaborará otro plan' }], instrument: 'oficio' }),
  'plan.decree': event({ by: mayor, schema: remarks, examples: () => [{}], instrument: 'decreto' }),
  'plan.send': event({ by: { municipality: ['mayor', 'planning', 'council-secretary'] }, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'plan.receive': event({ by: { regionalGovernment: ['planning', 'governor'] }, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'evaluation.record': event({
    by: drafters, instrument: 'informe', schema: z.strictObject({ year: z.int().min(1990).max(2200), findings: reasonText, report: documentReference.optional() }),
    examples: ({ today }: Setting) => [{ year: Number(today.slice(0, 4)), findings: 'Cumplidas 14 de 20 metas del año' }],
  }),
  'modification.propose': event({ by: mayor, schema: reasoned, examples: () => [{ reason: 'La evaluación aconseja ajustar las metas' }], instrument: 'oficio' }),
  'modification.drop': event({ by: mayor, schema: reasoned, examples: () => [{ reason: 'Ya no es necesaria' }], instrument: 'oficio' }),
  'plan.replace': event({ by: mayor, schema: z.strictObject({ successor: z.string().min(3).max(200) }), examples: () => [{ successor: 'Nuevo plan comunal de desarrollo' }], instrument: 'decreto' }),
  'plan.close': event({ by: mayor, schema: remarks, examples: () => [{}], instrument: 'decreto' }),
} as const;
