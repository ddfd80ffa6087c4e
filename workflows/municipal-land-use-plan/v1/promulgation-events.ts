import { z } from 'zod';
import { day, documentReference, event, type EventDefinition } from '../../../src/kit/index.js';
import type { Plan } from './context.js';
import { paper, text, type Setting } from './forms.js';

const remarks = z.strictObject({ remarks: z.string().max(4000).optional() });
const deposits = z.strictObject({ registrarOn: day, divisionOn: day, seremiOn: day, municipalityOn: day });
type Offices = EventDefinition['by'];

/** The promulgating act and its control: LGUC art. 43, seventh and eleventh paragraphs; CPR arts 98-99. */
const acts = {
  'decree.issue': event({
    by: { municipality: ['mayor'] }, schema: z.strictObject({ decree: documentReference, streetReport: documentReference.nullable() }),
    examples: ({ context }: Setting) => [{ decree: paper('decreto-alcaldicio'), streetReport: context.matter === 'local-streets' ? paper('informe-favorable') : null }], instrument: 'decreto',
  }),
  'resolution.issue': event({
    by: { regionalGovernment: ['governor'] }, schema: z.strictObject({ resolution: documentReference }), examples: () => [{ resolution: paper('resolucion') }], instrument: 'resolución',
  }),
  'review.enter': event({ by: { regionalGovernment: ['legal', 'governor'] }, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'review.clear': event({ by: { comptroller: ['comptroller', 'legal'] }, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'review.clearWithRemarks': event({
    by: { comptroller: ['comptroller', 'legal'] }, schema: remarks.required({ remarks: true }), examples: () => [{ remarks: 'Cursa con alcance sobre la publicación de la ordenanza' }], instrument: 'oficio',
  }),
  'review.object': event({
    by: { comptroller: ['comptroller', 'legal'] }, schema: z.strictObject({ objections: text }), examples: () => [{ objections: 'No consta el segundo aviso en una semana distinta' }], instrument: 'oficio',
  }),
  'review.withdraw': event({ by: { regionalGovernment: ['governor', 'legal'] }, schema: z.strictObject({ reason: text }), examples: () => [{ reason: 'Se retira para corregir la resolución' }], instrument: 'oficio' }),
  'review.reenter': event({ by: { regionalGovernment: ['governor', 'legal'] }, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'plan.redo': event({
    by: { municipality: ['mayor'] }, schema: z.strictObject({ from: z.enum(['image', 'draft']), reason: text }),
    examples: () => (['draft', 'image'] as const).map((from) => ({ from, reason: 'Se retrotrae el procedimiento para subsanar el reparo de Contraloría' })), instrument: 'decreto',
  }),
  'plan.update': event({
    by: { municipality: ['mayor', 'planning'] }, schema: z.strictObject({ by: z.string().min(3).max(500), begunOn: day }),
    examples: ({ today }: Setting) => [{ by: 'Nuevo plan regulador comunal', begunOn: today }], instrument: 'decreto',
  }),
} as const;

/** What the body that promulgated does then: publish, tell SII, deposit (LGUC art. 28 septies). */
const publish = (by: Offices): EventDefinition<Plan> => event({
  by,
  schema: z.strictObject({ publishedOn: day, webAddress: z.string().min(3).max(500), notice: z.strictObject({ publishedOn: day, medium: z.string().min(3).max(200), document: documentReference }) }),
  examples: ({ today }: Setting) => [{
    publishedOn: today, webAddress: 'https://organismo.example/plan-regulador', notice: { publishedOn: today, medium: 'Radio comunal', document: paper('aviso') },
  }],
  instrument: 'certificado',
});
const inform = (by: Offices): EventDefinition<Plan> => event({
  by, schema: z.strictObject({ informedOn: day, urbanLimit: z.enum(['changes', 'unchanged']), zones: z.string().max(4000).optional(), document: documentReference }),
  examples: ({ context, today }: Setting) => [{ informedOn: today, urbanLimit: context.urbanLimit, ...(context.urbanLimit === 'changes' && { zones: 'Sector oriente' }), document: paper('oficio-sii') }],
  instrument: 'oficio',
});
const archive = (by: Offices): EventDefinition<Plan> => event({
  by, schema: z.strictObject({ publishedOn: day, deposits }),
  examples: ({ context, today }: Setting) => [{ publishedOn: context.publishedOn ?? today, deposits: { registrarOn: today, divisionOn: today, seremiOn: today, municipalityOn: today } }],
  instrument: 'certificado',
});

const municipality = { municipality: ['planning', 'mayor'] } as const;
const region = { regionalGovernment: ['planning', 'legal', 'governor'] } as const;

export const promulgationEvents = {
  ...acts,
  'decree.publish': publish(municipality),
  'decree.inform': inform(municipality),
  'decree.archive': archive(municipality),
  'resolution.publish': publish(region),
  'resolution.inform': inform(region),
  'resolution.archive': archive(region),
};
