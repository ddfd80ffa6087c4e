import { z } from 'zod';
import { day, documentReference, event } from '../../../src/kit/index.js';
import { paper, text, type Setting } from './forms.js';

const points = z.array(z.string().min(3).max(500)).max(50);
const objected = ['Zona ZU-5: uso industrial contrario al plan intercomunal'] as const;

/** SEREMI, municipality and regional council: LGUC art. 43, sixth to tenth paragraphs. */
export const approvalEvents = {
  'project.send': event({
    by: { municipality: ['mayor'] },
    schema: z.strictObject({
      sentOn: day, urbanLimit: z.enum(['as-agreed', 'altered']), memory: documentReference.nullable(), ordinance: documentReference.nullable(),
      plans: documentReference.nullable(), councilCertificate: documentReference.nullable(),
    }),
    examples: ({ today }: Setting) => (['as-agreed', 'altered'] as const).map((urbanLimit) => ({
      sentOn: today, urbanLimit, memory: paper('memoria-explicativa'), ordinance: paper('ordenanza-local'), plans: paper('planos'), councilCertificate: paper('certificado-concejo'),
    })),
    instrument: 'oficio',
  }),
  'limitChange.inform': event({
    by: { municipality: ['mayor', 'planning'] }, schema: z.strictObject({ ministryInformedOn: day, siiInformedOn: day, councilInformedOn: day, zone: text, document: documentReference }),
    examples: ({ today }: Setting) => [{ ministryInformedOn: today, siiInformedOn: today, councilInformedOn: today, zone: 'Sector oriente', document: paper('oficio-limite-urbano') }],
    instrument: 'oficio',
  }),
  'project.receive': event({
    by: { seremi: ['seremi', 'legal'] }, schema: z.strictObject({ receivedOn: day }), examples: ({ today }: Setting) => [{ receivedOn: today }], instrument: 'oficio',
  }),
  'seremi.report': event({
    by: { seremi: ['seremi'] },
    schema: z.strictObject({ result: z.enum(['favourable', 'unfavourable']), intercommunalPlan: z.enum(['covers', 'none']), objectedPoints: points, report: documentReference }),
    examples: () => (['covers', 'none'] as const).flatMap((intercommunalPlan) => (['favourable', 'unfavourable'] as const).map((result) => (
      { result, intercommunalPlan, objectedPoints: result === 'favourable' ? [] : [...objected], report: paper('informe-tecnico') }))),
    instrument: 'informe',
  }),
  'project.adapt': event({
    by: { municipality: ['mayor'] }, schema: z.strictObject({ submittedOn: day, changes: text, project: documentReference }),
    examples: ({ today }: Setting) => [{ submittedOn: today, changes: 'Se elimina el uso industrial de la zona ZU-5', project: paper('proyecto-modificado') }], instrument: 'oficio',
  }),
  'project.insist': event({
    by: { municipality: ['mayor'] }, schema: z.strictObject({ grounds: text, document: documentReference }),
    examples: () => [{ grounds: 'El uso observado existe y está consolidado', document: paper('oficio-insistencia') }], instrument: 'oficio',
  }),
  'core.present': event({
    by: { regionalGovernment: ['governor'] }, schema: z.strictObject({ presentedOn: day, points }),
    examples: ({ context, today }: Setting) => [{ presentedOn: today, points: context.insistence === 'made' ? [...context.objectedPoints] : [] }], instrument: 'oficio',
  }),
  'agreement.certifyGrounds': event({
    by: { regionalGovernment: ['core-secretary'] }, schema: z.strictObject({ grounds: text, certificate: documentReference }),
    examples: () => [{ grounds: 'El consejo pondera el informe y aprueba por las razones de interés regional que detalla', certificate: paper('acuerdo-fundado') }], instrument: 'certificado',
  }),
  'agreement.retake': event({
    by: { regionalGovernment: ['governor', 'core-secretary'] }, schema: z.strictObject({ reason: text }),
    examples: () => [{ reason: 'El acuerdo se adoptó sin fundamentos: se vota de nuevo' }], instrument: 'oficio',
  }),
  'limitOutcome.inform': event({
    by: { municipality: ['mayor', 'planning'] }, schema: z.strictObject({ informedOn: day, zones: text, document: documentReference }),
    examples: ({ today }: Setting) => [{ informedOn: today, zones: 'Sector oriente: se mantiene el límite vigente', document: paper('oficio-limite-urbano') }], instrument: 'oficio',
  }),
} as const;
