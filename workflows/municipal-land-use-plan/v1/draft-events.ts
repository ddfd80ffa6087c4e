import { z } from 'zod';
import { day, documentReference, event } from '../../../src/kit/index.js';
import { matters } from './context.js';
import { notices, noticesBefore, paper, text, type Setting } from './forms.js';

const conformity = z.enum(['declared', 'not-declared']);

/** The draft, its environmental report and its participation: LGUC art. 43, Ley 19.300 art. 7 bis, LOC 18.695 art. 94. */
export const draftEvents = {
  'enmienda.formulate': event({
    by: { municipality: ['mayor', 'planning'] }, schema: z.strictObject({ matter: z.enum(matters), draft: documentReference }),
    examples: () => (['building-conditions', 'local-streets'] as const).map((matter) => ({ matter, draft: paper('enmienda') })), instrument: 'memorándum',
  }),
  'draft.finish': event({
    by: { municipality: ['planning', 'mayor'] }, schema: z.strictObject({ draft: documentReference, environmentalReport: documentReference }),
    examples: () => [{ draft: paper('anteproyecto'), environmentalReport: paper('informe-ambiental') }], instrument: 'memorándum',
  }),
  'environment.send': event({
    by: { municipality: ['mayor', 'planning'] }, schema: z.strictObject({ sentOn: day, document: documentReference }),
    examples: ({ today }: Setting) => [{ sentOn: today, document: paper('oficio-medio-ambiente') }], instrument: 'oficio',
  }),
  'environment.observe': event({
    by: { mma: ['seremi', 'legal'] }, schema: z.strictObject({ observations: z.string().max(8000).optional(), document: documentReference }),
    examples: () => [{ observations: 'Precisar los indicadores de seguimiento', document: paper('oficio-observaciones') }], instrument: 'oficio',
  }),
  'participation.open': event({
    by: { municipality: ['planning', 'mayor'] },
    schema: z.strictObject({
      neighboursInformedOn: day, onlineOn: day, webAddress: z.string().min(3).max(500), notices, draft: documentReference,
      environmentalReport: documentReference.nullable(), conformity,
    }),
    examples: ({ context, today }: Setting) => (context.kind === 'enmienda' ? ['not-declared'] as const : ['not-declared', 'declared'] as const).map((declares) => ({
      neighboursInformedOn: today, onlineOn: today, webAddress: 'https://municipalidad.example/anteproyecto', notices: noticesBefore(today), draft: paper('anteproyecto'),
      environmentalReport: context.kind === 'enmienda' ? null : paper('informe-ambiental'), conformity: declares,
    })),
    instrument: 'certificado',
  }),
  'draftHearings.certify': event({
    by: { municipality: ['council-secretary'] },
    schema: z.strictObject({
      hearings: z.array(z.strictObject({ heldOn: day, sector: z.string().min(3).max(300), minutes: documentReference })).min(1).max(30),
      cosoc: z.strictObject({ sessionOn: day, minutes: documentReference }),
    }),
    examples: ({ today }: Setting) => [{ hearings: [{ heldOn: today, sector: 'Barrio Estación', minutes: paper('acta-audiencia') }], cosoc: { sessionOn: today, minutes: paper('acta-cosoc') } }],
    instrument: 'certificado',
  }),
  'cosoc.inform': event({
    by: { municipality: ['mayor', 'council-secretary'] }, schema: z.strictObject({ informedOn: day, document: documentReference }),
    examples: ({ today }: Setting) => [{ informedOn: today, document: paper('oficio-cosoc') }], instrument: 'oficio',
  }),
  'cosoc.observe': event({
    by: { municipality: ['council-secretary'] }, schema: z.strictObject({ observations: text, document: documentReference }),
    examples: () => [{ observations: 'Conforme, con reparo a la altura en la zona centro', document: paper('acta-cosoc') }], instrument: 'acta',
  }),
  'exposure.open': event({
    by: { municipality: ['planning', 'mayor'] }, schema: z.strictObject({ startsOn: day, places: text }),
    examples: ({ today }: Setting) => [{ startsOn: today, places: 'Hall de la municipalidad y biblioteca comunal' }], instrument: 'certificado',
  }),
  'secondHearing.certify': event({
    by: { municipality: ['council-secretary'] },
    schema: z.strictObject({ heldOn: day, cosocSessionOn: day, synthesis: documentReference, minutes: documentReference, notices }),
    examples: ({ today }: Setting) => [{ heldOn: today, cosocSessionOn: today, synthesis: paper('sintesis-observaciones'), minutes: paper('acta-audiencia'), notices: noticesBefore(today) }],
    instrument: 'certificado',
  }),
  'plan.submit': event({
    by: { municipality: ['mayor'] }, schema: z.strictObject({ submittedOn: day, receipt: documentReference }),
    examples: ({ today }: Setting) => [{ submittedOn: today, receipt: paper('recepcion-secretaria') }], instrument: 'oficio',
  }),
  'changes.table': event({
    by: { municipality: ['mayor', 'council-secretary'] },
    schema: z.strictObject({ changes: text, burdens: z.enum(['none', 'new']), matters: z.enum(['in-draft', 'outside-draft']), document: documentReference }),
    examples: () => [{ changes: 'Altura máxima de 3 pisos en la zona ZU-3, según la observación 1', burdens: 'none', matters: 'in-draft', document: paper('modificaciones') }],
    instrument: 'memorándum',
  }),
  'draft.reexpose': event({
    by: { municipality: ['mayor'] }, schema: z.strictObject({ matters: text, reason: text }),
    examples: () => [{ matters: 'Nueva vía colectora en el sector oriente', reason: 'El concejo pide tratar una materia que el anteproyecto no contenía' }], instrument: 'decreto',
  }),
} as const;
