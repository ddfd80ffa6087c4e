import { z } from 'zod';
import { day, documentReference, event, type ExampleSetting } from '../../../src/kit/index.js';
import type { Area } from './context.js';
import { governmentEvents } from './government-events.js';

type Setting = ExampleSetting<Area>;
const reasonText = z.string().min(3).max(4000);
const remarks = z.strictObject({ remarks: z.string().max(4000).optional() });
const secretariat = ['undersecretary', 'legal'] as const;
const comptroller = ['comptroller', 'legal'] as const;
const text = { sha256: 'b'.repeat(64), name: 'decreto.pdf' };
const named = z.strictObject({
  code: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,58}[a-z0-9]$/), name: z.string().min(3).max(300),
  field: z.enum(['transport', 'housing-investment', 'environment', 'public-works']), mode: z.enum(['exclusive', 'shared']),
});
const fourFields = [
  { code: 'metropolitano.plan-maestro-transporte', name: 'Plan maestro de transporte urbano', field: 'transport' as const, mode: 'exclusive' as const },
  { code: 'metropolitano.inversion-vivienda', name: 'Inversión en vivienda y barrios', field: 'housing-investment' as const, mode: 'shared' as const },
  { code: 'metropolitano.descontaminacion', name: 'Opinión sobre planes de descontaminación', field: 'environment' as const, mode: 'shared' as const },
  { code: 'metropolitano.vias', name: 'Vías intercomunales', field: 'public-works' as const, mode: 'shared' as const },
];

/** From the idea to the decree; what comes after is in `government-events`. */
const constitutionEvents = {
  'request.propose': event({ by: { regionalGovernment: ['governor'] }, schema: z.strictObject({ reason: reasonText }), examples: () => [{ reason: 'Problemas comunes de transporte y vivienda' }], instrument: 'oficio' }),
  'study.instruct': event({ by: { presidency: ['president'], secretariat }, schema: z.strictObject({ reason: reasonText }), examples: () => [{ reason: 'Estudio de oficio del área' }], instrument: 'oficio' }),
  'area.record': event({
    by: { secretariat, regionalGovernment: ['governor', 'planning', 'legal'] },
    schema: z.strictObject({ path: z.enum(['request', 'ex-officio']).nullable(), competences: z.array(named).max(60), basis: reasonText }),
    examples: () => [
      { path: 'ex-officio' as const, competences: fourFields, basis: 'Decreto que ya estaba en toma de razón' }, { path: null, competences: [], basis: 'Consta por la prensa' },
    ],
    instrument: 'decreto',
  }),
  'study.report': event({
    by: { secretariat },
    schema: z.strictObject({ population: z.int().min(1).max(50_000_000).nullable(), standards: z.enum(['met', 'not-met']), otherReading: reasonText.optional(), document: documentReference.nullable() }),
    examples: () => (['met', 'not-met'] as const).map((standards) => ({ standards, population: 299_843, document: { sha256: 'a'.repeat(64), name: 'estudio.pdf' } })), instrument: 'informe',
  }),
  'committee.decide': event({
    by: { secretariat, interior: ['minister', 'undersecretary'] }, schema: z.strictObject({ sitting: day, decision: z.enum(['recommends', 'rejects']), reasons: reasonText }),
    examples: ({ today }: Setting) => (['recommends', 'rejects'] as const).map((decision) => ({ decision, sitting: today, reasons: 'Por las razones del estudio' })), instrument: 'acta',
  }),
  'decree.finish': event({
    by: { secretariat }, schema: z.strictObject({ text: documentReference.nullable(), effectiveOn: day.nullable(), competences: z.array(named).max(60) }),
    examples: () => [{ text, effectiveOn: null, competences: fourFields }, { text, effectiveOn: null, competences: [] }], instrument: 'decreto',
  }),
  'decree.reopen': event({ by: { secretariat }, schema: z.strictObject({ reason: reasonText }), examples: () => [{ reason: 'Corrección del texto' }] }),
  'decree.abandon': event({ by: { secretariat, presidency: ['president'] }, schema: z.strictObject({ reason: reasonText }), examples: () => [{ reason: 'No se dictará el decreto' }], instrument: 'oficio' }),
  'review.enter': event({ by: { secretariat }, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'review.clear': event({ by: { comptroller }, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'review.object': event({
    by: { comptroller }, schema: z.strictObject({ ground: z.enum(['legality', 'unconstitutional', 'spending-limit']), objections: reasonText }),
    examples: () => (['legality', 'unconstitutional', 'spending-limit'] as const).map((ground) => ({ ground, objections: 'El decreto no nombra las competencias' })), instrument: 'oficio',
  }),
  'review.withdraw': event({ by: { secretariat }, schema: z.strictObject({ reason: reasonText }), examples: () => [{ reason: 'Se retira para corregir el texto' }], instrument: 'oficio' }),
  'review.reenter': event({ by: { secretariat }, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'review.insist': event({ by: { presidency: ['president'] }, schema: z.strictObject({ reasons: reasonText }), examples: () => [{ reasons: 'Con la firma de todos los ministros' }], instrument: 'decreto' }),
  'review.sendToCourt': event({ by: { presidency: ['president', 'legal'] }, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'review.ruling': event({
    by: { presidency: ['president', 'legal'] }, schema: z.strictObject({ ruling: z.enum(['for-the-decree', 'against-the-decree']) }),
    examples: () => [{ ruling: 'for-the-decree' as const }, { ruling: 'against-the-decree' as const }], instrument: 'otro',
  }),
  'decree.publish': event({
    by: { secretariat }, schema: z.strictObject({ number: z.string().min(1).max(60), decreedOn: day, publishedOn: day }),
    examples: ({ today }: Setting) => [{ number: '98', decreedOn: today, publishedOn: today }], instrument: 'decreto',
  }),
} as const;

/** Every event of the machine; those of the steps come with them. */
export const events = { ...constitutionEvents, ...governmentEvents } as const;
