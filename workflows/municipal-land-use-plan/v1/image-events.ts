import { z } from 'zod';
import { day, documentReference, event } from '../../../src/kit/index.js';
import { limit, notices, noticesBefore, paper, text, withdrawal, type Setting } from './forms.js';

/** Imagen objetivo: LGUC art. 28 octies. */
export const imageEvents = {
  'image.formulate': event({
    by: { municipality: ['mayor', 'planning'] },
    schema: z.strictObject({ summary: documentReference, plans: documentReference, urbanLimit: limit }),
    examples: () => (['unchanged', 'changes'] as const).map((urbanLimit) => ({ summary: paper('resumen-ejecutivo'), plans: paper('planos'), urbanLimit })),
    instrument: 'memorándum',
  }),
  'image.submit': event({
    by: { municipality: ['mayor', 'council-secretary'] }, schema: z.strictObject({ receivedOn: day, receipt: documentReference }),
    examples: ({ today }: Setting) => [{ receivedOn: today, receipt: paper('recepcion-secretaria') }], instrument: 'oficio',
  }),
  'image.publish': event({
    by: { municipality: ['planning', 'mayor'] },
    schema: z.strictObject({
      publishedOn: day, webAddress: z.string().min(3).max(500), places: text, notices,
      letters: z.strictObject({ dispatchedOn: day, document: documentReference }).nullable(),
    }),
    examples: ({ today }: Setting) => [{
      publishedOn: today, webAddress: 'https://municipalidad.example/imagen-objetivo', places: 'Hall de la municipalidad y biblioteca comunal',
      notices: noticesBefore(today), letters: { dispatchedOn: today, document: paper('nomina-cartas-certificadas') },
    }],
    instrument: 'certificado',
  }),
  'imageHearings.certify': event({
    by: { municipality: ['council-secretary'] },
    schema: z.strictObject({
      hearings: z.array(z.strictObject({ heldOn: day, place: z.string().min(3).max(300), minutes: documentReference })).min(1).max(20),
      cosoc: z.strictObject({ presentedOn: day, minutes: documentReference }).nullable(),
    }),
    examples: ({ today }: Setting) => [{
      hearings: ['Sede vecinal norte', 'Sede vecinal sur'].map((place) => ({ heldOn: today, place, minutes: paper('acta-audiencia') })),
      cosoc: { presentedOn: today, minutes: paper('acta-cosoc') },
    }],
    instrument: 'certificado',
  }),
  'imageReport.deliver': event({
    by: { municipality: ['mayor', 'planning'] }, schema: z.strictObject({ receivedOn: day, report: documentReference, webAddress: z.string().min(3).max(500) }),
    examples: ({ today }: Setting) => [{ receivedOn: today, report: paper('informe-observaciones'), webAddress: 'https://municipalidad.example/imagen-objetivo/informe' }],
    instrument: 'informe',
  }),
  'terms.propose': event({
    by: { municipality: ['mayor'] }, schema: z.strictObject({ terms: documentReference, urbanLimit: limit }),
    examples: ({ context }: Setting) => [context.urbanLimit, context.urbanLimit === 'changes' ? 'unchanged' as const : 'changes' as const]
      .map((urbanLimit) => ({ terms: paper('terminos-del-anteproyecto'), urbanLimit })),
    instrument: 'oficio',
  }),
  'sii.inform': event({
    by: { municipality: ['mayor', 'planning'] }, schema: z.strictObject({ informedOn: day, zone: text, document: documentReference }),
    examples: ({ today }: Setting) => [{ informedOn: today, zone: 'Sector oriente, entre el camino a Portezuelo y el río', document: paper('oficio-sii') }], instrument: 'oficio',
  }),
  'plan.withdraw': event({
    by: { municipality: ['mayor'] }, schema: withdrawal, examples: () => [{ reason: 'Se reformulará el estudio con nuevos antecedentes' }], instrument: 'decreto',
  }),
} as const;
