import { z } from 'zod';
import { day, documentReference, event, type ExampleSetting } from '../../../src/kit/index.js';
import type { Area } from './context.js';

type Setting = ExampleSetting<Area>;
const reasonText = z.string().min(3).max(4000);
const minutes = { sha256: 'a'.repeat(64), name: 'acta.pdf' };
/** What the regional government decides, or says, in its metropolitan area (descentralizachile.cl). */
const matters = ['transport-master-plan', 'intercommunal-streets', 'metropolitan-plan', 'mobility-investment-plan', 'decontamination-opinion', 'household-waste', 'other'] as const;
const matter = z.enum(matters);
const department = ['planning', 'governor'] as const;

/** How an area that exists is governed. */
export const governmentEvents = {
  'mayors.install': event({
    by: { regionalGovernment: ['governor', 'planning'] }, schema: z.strictObject({ sitting: day, minutes: documentReference.nullable() }),
    examples: ({ today }: Setting) => [{ sitting: today, minutes }], instrument: 'acta',
  }),
  'department.create': event({
    by: { regionalGovernment: ['governor'] }, schema: z.strictObject({ head: z.string().min(3).max(200) }), examples: () => [{ head: 'Jefatura del Departamento de Áreas Metropolitanas' }],
    instrument: 'resolución',
  }),
  'installation.conclude': event({ by: { regionalGovernment: ['governor'] }, schema: z.strictObject({}), examples: () => [{}] }),
  'session.hold': event({
    by: { regionalGovernment: department }, schema: z.strictObject({ sitting: day, matters: z.string().min(3).max(4000), minutes: documentReference.nullable() }),
    examples: ({ today }: Setting) => [{ sitting: today, matters: 'Plan maestro de transporte', minutes }], instrument: 'acta',
  }),
  'matter.consult': event({ by: { regionalGovernment: department }, schema: z.strictObject({ matter }), examples: () => matters.map((one) => ({ matter: one })), instrument: 'oficio' }),
  'matter.resolve': event({
    by: { regionalGovernment: ['governor'] }, schema: z.strictObject({ matter, decision: z.enum(['approved', 'rejected', 'opinion-given']), reasons: reasonText }),
    examples: ({ context }: Setting) => (['approved', 'rejected', 'opinion-given'] as const).map((decision) => ({
      decision, matter: (context.matter ?? 'other') as (typeof matters)[number], reasons: 'Se valora lo dicho por cada alcalde',
    })),
    instrument: 'resolución',
  }),
  'matter.drop': event({ by: { regionalGovernment: ['governor'] }, schema: z.strictObject({ reason: reasonText }), examples: () => [{ reason: 'Se posterga la materia' }] }),
  'area.end': event({
    by: { secretariat: ['undersecretary', 'legal'], regionalGovernment: ['governor', 'legal'] }, schema: z.strictObject({ basis: reasonText }),
    examples: () => [{ basis: 'Acto que pone término al área' }], instrument: 'decreto',
  }),
} as const;
