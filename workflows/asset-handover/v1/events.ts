import { z } from 'zod';
import { day, documentReference, event, type ExampleSetting, type JsonObject } from '../../../src/kit/index.js';
import { goodKinds, toRegister, type Good, type Handover, type OpenPoint } from './context.js';
import { heads } from './steps.js';

type Setting = ExampleSetting<Handover>;

const reasonText = z.string().min(3).max(2000);
const reasoned = z.strictObject({ reason: reasonText });
const remarks = z.strictObject({ remarks: z.string().max(4000).optional() });
const cleared = z.strictObject({ fullyProcessedOn: day.optional(), remarks: z.string().max(4000).optional() });
const code = z.string().min(1).max(100);
const note = z.string().min(1).max(300).nullable();
const byRegion = { regionalGovernment: ['investment', 'legal', 'governor'] } as const;
const byComptroller = { comptroller: ['comptroller', 'legal'] } as const;
const file = (name: string): { sha256: string; name: string } => ({ sha256: 'a'.repeat(64), name });

const inventory = z.strictObject({
  goods: z.array(z.strictObject({
    code, description: z.string().min(1).max(500), kind: z.enum(goodKinds), value: z.int().min(0).max(10_000_000_000_000).nullable(), title: note, guarantee: note, insurance: note,
  })).max(500),
  openPoints: z.array(z.strictObject({ point: reasonText, owner: z.string().min(1).max(80), until: day })).max(100),
});

/** A vote that was not taken here, with why: never silently left out. */
const exception = z.strictObject({ reason: z.enum(['fixed-by-law', 'below-threshold', 'other', 'not-in-register']), basis: reasonText });

export const opening = z.strictObject({
  initiative: z.string().min(3).max(500),
  start: z.enum(['request', 'own-initiative']).nullable(),
});

/** Every event of the machine; those of the steps (`councilVote.certify`, `signature.sign`, `acceptance.accept` …) come with them. */
export const events = {
  'inventory.finish': event({ by: byRegion, schema: inventory, examples: (setting: Setting) => exampleInventories(setting), instrument: 'acta' }),
  'inventory.reopen': event({ by: byRegion, schema: reasoned, examples: () => [{ reason: 'Falta un bien en el inventario' }] }),
  'inventory.update': event({
    by: byRegion, schema: inventory, instrument: 'acta',
    examples: (setting: Setting) => (setting.context.goods.length > 0 ? [{ goods: setting.context.goods.map((good) => ({ ...good })), openPoints: [...setting.context.openPoints] }] : exampleInventories(setting)),
  }),
  'reception.record': event({
    by: byRegion, schema: z.strictObject({ receivedOn: day, document: documentReference.optional() }), examples: ({ today }: Setting) => [{ receivedOn: today }], instrument: 'acta',
  }),
  'draft.finish': event({
    by: { regionalGovernment: ['legal', 'investment'] }, schema: z.strictObject({ text: documentReference.nullable(), bindsUntil: day.nullable() }),
    law: ['utm', 'concejo.agreement-threshold-utm'], instrument: 'memorándum',
    examples: ({ today }: Setting) => [null, `${Number(today.slice(0, 4)) + 5}-12-31`].map((bindsUntil) => ({ text: file('convenio.pdf'), bindsUntil })),
  }),
  'draft.reopen': event({ by: { regionalGovernment: ['legal', 'governor'] }, schema: reasoned, examples: () => [{ reason: 'Corrección de la cláusula de destino de los bienes' }] }),
  'draft.send': event({ by: { regionalGovernment: ['legal', 'investment'] }, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'councilVote.except': event({
    by: { operator: ['mayor', 'legal'], regionalGovernment: ['legal'] }, schema: exception,
    examples: () => [{ reason: 'other', basis: 'El concejo ya acordó recibir los bienes al aprobar el convenio del proyecto' }], instrument: 'oficio',
  }),
  'resolution.issue': event({
    by: { regionalGovernment: ['governor'] }, schema: z.strictObject({ nature: z.enum(['exenta', 'afecta']), fullyProcessedOn: day.optional() }),
    examples: () => [{ nature: 'exenta' }, { nature: 'afecta' }], instrument: 'resolución',
  }),
  'review.enter': event({ by: { regionalGovernment: ['legal', 'governor'] }, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'review.clear': event({ by: byComptroller, schema: cleared, examples: () => [{}], instrument: 'oficio' }),
  'review.clearWithRemarks': event({
    by: byComptroller, schema: cleared.required({ remarks: true }), examples: () => [{ remarks: 'Cursa con alcance: el inventario debe publicarse' }], instrument: 'oficio',
  }),
  'review.object': event({ by: byComptroller, schema: z.strictObject({ objections: reasonText }), examples: () => [{ objections: 'No se acompaña el inventario valorizado' }], instrument: 'oficio' }),
  'review.withdraw': event({ by: { regionalGovernment: ['governor', 'legal'] }, schema: reasoned, examples: () => [{ reason: 'Se retira para corregir el texto' }], instrument: 'oficio' }),
  'review.reenter': event({ by: { regionalGovernment: ['governor', 'legal'] }, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'agreement.send': event({ by: { regionalGovernment: ['legal', 'investment'] }, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'transfer.abandon': event({ by: { regionalGovernment: ['governor'] }, schema: reasoned, examples: () => [{ reason: 'Los bienes se destinan a otro servicio' }], instrument: 'oficio' }),
  'delivery.record': event({
    by: byRegion, schema: z.strictObject({ place: z.string().min(3).max(300), document: documentReference.nullable() }),
    examples: () => [{ place: 'Dependencias del receptor', document: file('acta-de-entrega.pdf') }], instrument: 'acta',
  }),
  'receipt.close': event({ by: { regionalGovernment: ['governor'] }, schema: reasoned, examples: () => [{ reason: 'El receptor no recibe conforme y no indica qué falta' }], instrument: 'oficio' }),
  'registration.record': event({
    by: { operator: ['finance', 'legal', 'administrator', ...heads], ...byRegion }, schema: z.strictObject({ good: code, inscription: z.string().min(1).max(200) }),
    examples: ({ context }: Setting) => toRegister(context).map(({ code: good }) => ({ good, inscription: 'Inscripción 1234 de este año' })), instrument: 'certificado',
  }),
  'registration.waive': event({
    by: byRegion, schema: z.strictObject({ good: code, reason: reasonText }),
    examples: ({ context }: Setting) => toRegister(context).map(({ code: good }) => ({ good, reason: 'Se inscribió a nombre del receptor al comprarse' })),
  }),
  'closing.resolve': event({ by: byRegion, schema: remarks, examples: () => [{}], instrument: 'acta' }),
} as const;

/** A vehicle; what needs no inscription; and real estate with a vehicle. */
function exampleInventories({ participants, today }: Setting): { goods: Good[]; openPoints: OpenPoint[] }[] {
  const owner = participants.find(({ role }) => role === 'regionalGovernment')?.institution ?? 'gore-16';
  const openPoints = [{ point: 'Entregar el manual de operación en español', owner, until: `${Number(today.slice(0, 4)) + 1}-03-31` }];
  const vehicle = thing('CAMION-1', 'Camión aljibe de 10.000 litros', 'vehicle');
  return [
    { goods: [vehicle], openPoints },
    { goods: [thing('EQUIPO-1', 'Ecógrafo portátil', 'equipment')], openPoints: [] },
    { goods: [thing('TERRENO-1', 'Terreno para bodega municipal', 'real-estate'), vehicle], openPoints: [] },
  ];
}

function thing(mark: string, description: string, kind: Good['kind']): Good & JsonObject {
  return { code: mark, description, kind, value: 60_000_000, title: 'Factura 1234', guarantee: 'Dos años del proveedor', insurance: null };
}
