import { z } from 'zod';
import { day, documentReference, event, type ExampleSetting } from '../../../src/kit/index.js';
import type { Agreement } from './context.js';

const clp = z.int().min(1).max(10_000_000_000_000);
const reasonText = z.string().min(3).max(2000);
const nature = z.enum(['exenta', 'afecta']);
const council = ['utm', 'concejo.agreement-threshold-utm', 'mayor.term-end'] as const;
const exempting = ['utm', 'fndr.exenta-threshold-utm'] as const;
type Setting = ExampleSetting<Agreement>;

/** A vote that was not taken here, with why: never silently left out. */
const exception = z.strictObject({ reason: z.enum(['fixed-by-law', 'below-threshold', 'within-approved-frame', 'other', 'not-in-register']), basis: reasonText });
const remarks = z.strictObject({ remarks: z.string().max(4000).optional() });
const cleared = z.strictObject({ fullyProcessedOn: day.optional(), remarks: z.string().max(4000).optional() });

const aYearFrom = (today: string): string => `${Number(today.slice(0, 4)) + 1}${today.slice(4).replace('-02-29', '-02-28')}`;
const text = { sha256: 'c'.repeat(64), name: 'convenio.pdf' };

export const opening = z.strictObject({
  initiative: z.string().min(3).max(500),
  amount: clp.nullable(),
  subtitle: z.enum(['24', '29', '31', '33']).nullable().optional(),
});

/** Every event of the machine; those of the steps (`coreVote.certify`, `signature.sign`, `execution.payInstalment` …) come with them. */
export const events = {
  'proposal.present': event({
    by: { regionalGovernment: ['governor'] }, schema: z.strictObject({ remarks: z.string().max(2000).optional() }),
    examples: () => [{}], instrument: 'oficio',
  }),
  'coreVote.except': event({
    by: { regionalGovernment: ['governor', 'legal'] }, schema: exception,
    examples: () => [{ reason: 'within-approved-frame', basis: 'Marco presupuestario aprobado por el CORE' }], instrument: 'oficio',
  }),
  'allocation.resolve': event({
    by: { regionalGovernment: ['governor', 'budget'] }, schema: z.strictObject({ nature: nature.optional() }),
    examples: () => [{ nature: 'exenta' as const }, { nature: 'afecta' as const }], instrument: 'resolución',
  }),
  'allocation.enter': event({ by: { regionalGovernment: ['budget', 'legal'] }, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'allocation.clear': event({ by: { comptroller: ['comptroller', 'legal'] }, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'allocation.object': event({ by: { comptroller: ['comptroller', 'legal'] }, schema: z.strictObject({ objections: reasonText }), examples: () => [{ objections: 'Falta la imputación presupuestaria' }], instrument: 'oficio' }),
  'draft.finish': event({
    by: { regionalGovernment: ['legal', 'investment'] }, law: council,
    schema: z.strictObject({ kind: z.enum(['transfer', 'mandate']), text: documentReference.nullable(), amount: clp.nullable(), endsOn: day.nullable() }),
    examples: ({ context, today }: Setting) => (['transfer', 'mandate'] as const).map((kind) => ({ kind, text, amount: context.proposedAmount ?? context.amount ?? 60_000_000, endsOn: aYearFrom(today) })),
    instrument: 'memorándum',
  }),
  'draft.reopen': event({ by: { regionalGovernment: ['legal', 'governor'] }, schema: z.strictObject({ reason: reasonText }), examples: () => [{ reason: 'Corrección de la cláusula de plazos' }] }),
  'councilVote.except': event({
    by: { technicalUnit: ['mayor', 'legal'], regionalGovernment: ['legal'] }, schema: exception,
    examples: () => [{ reason: 'fixed-by-law', basis: 'Convenio cuyo contenido fija la ley' }], instrument: 'oficio',
  }),
  'resolution.issue': event({
    by: { regionalGovernment: ['governor'] }, law: exempting, schema: z.strictObject({ nature, fullyProcessedOn: day.optional() }),
    examples: () => [{ nature: 'exenta' }, { nature: 'afecta' }], instrument: 'resolución',
  }),
  'review.enter': event({ by: { regionalGovernment: ['legal', 'governor'] }, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'review.clear': event({ by: { comptroller: ['comptroller', 'legal'] }, schema: cleared, examples: () => [{}], instrument: 'oficio' }),
  'review.clearWithRemarks': event({
    by: { comptroller: ['comptroller', 'legal'] }, schema: cleared.required({ remarks: true }),
    examples: () => [{ remarks: 'Cursa con alcance: la rendición se hará en SISREC' }], instrument: 'oficio',
  }),
  'review.object': event({ by: { comptroller: ['comptroller', 'legal'] }, schema: z.strictObject({ objections: reasonText }), examples: () => [{ objections: 'No se acompaña el acuerdo del concejo' }], instrument: 'oficio' }),
  'review.withdraw': event({ by: { regionalGovernment: ['governor', 'legal'] }, schema: z.strictObject({ reason: reasonText }), examples: () => [{ reason: 'Se retira para corregir el texto' }], instrument: 'oficio' }),
  'review.reenter': event({ by: { regionalGovernment: ['governor', 'legal'] }, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'agreement.send': event({ by: { regionalGovernment: ['legal', 'investment'] }, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'agreement.record': event({
    by: { regionalGovernment: ['governor', 'legal'] },
    schema: z.strictObject({
      kind: z.enum(['transfer', 'mandate']).nullable(), endsOn: day.nullable(), basis: reasonText,
      resolution: z.strictObject({ number: z.string().min(1).max(60), date: day }).nullable(),
    }),
    examples: ({ today }: Setting) => (['transfer', 'mandate'] as const).map((kind) => ({
      kind, endsOn: aYearFrom(today), basis: 'Convenio aprobado antes de llevarse aquí', resolution: { number: '1234', date: `${Number(today.slice(0, 4)) - 1}-12-15` },
    })),
    instrument: 'resolución',
  }),
  'agreement.abandon': event({ by: { regionalGovernment: ['governor'] }, schema: z.strictObject({ reason: reasonText }), examples: () => [{ reason: 'La iniciativa perdió su recomendación' }], instrument: 'oficio' }),
  'amendment.propose': event({
    by: { regionalGovernment: ['governor', 'investment'], technicalUnit: ['mayor', 'director'] },
    schema: z.strictObject({ amount: clp.optional(), reason: reasonText }),
    examples: ({ context }: Setting) => [{ reason: 'Prórroga del plazo de ejecución' }, { amount: Math.round((context.amount ?? 60_000_000) * 1.2), reason: 'Aumento de obras' }],
    instrument: 'oficio',
  }),
  'amendment.drop': event({ by: { regionalGovernment: ['governor'] }, schema: z.strictObject({ reason: reasonText }), examples: () => [{ reason: 'Ya no es necesaria' }], instrument: 'oficio' }),
  'agreement.terminate': event({
    by: { regionalGovernment: ['governor'] }, schema: z.strictObject({ cause: z.enum(['breach', 'mutual-agreement', 'impossibility']), reason: reasonText }),
    examples: () => [{ cause: 'mutual-agreement', reason: 'Las partes acuerdan poner término' }], instrument: 'resolución',
  }),
  'closing.resolve': event({ by: { regionalGovernment: ['governor'] }, schema: remarks, examples: () => [{}], instrument: 'resolución' }),
} as const;
