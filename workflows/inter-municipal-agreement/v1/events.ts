import { z } from 'zod';
import { day, documentReference, event, type ExampleSetting } from '../../../src/kit/index.js';
import { municipalitiesOf, owed, type Agreement, type Member } from './context.js';

type Setting = ExampleSetting<Agreement>;
const clp = z.int().min(0).max(10_000_000_000_000);
const reasonText = z.string().min(3).max(2000);
const reasoned = z.strictObject({ reason: reasonText });
const remarks = z.strictObject({ remarks: z.string().max(2000).optional() });
const municipality = z.string().regex(/^muni-\d{5}$/);
const anyParty = { municipality: ['mayor', 'legal', 'administrator'] } as const;

const file = (name: string): { sha256: string; name: string } => ({ sha256: 'a'.repeat(64), name });
const aYearFrom = (today: string): string => `${Number(today.slice(0, 4)) + 1}${today.slice(4).replace('-02-29', '-02-28')}`;
const partiesOf = ({ terms }: Agreement): readonly string[] => (terms?.members ?? []).map(({ institution }) => institution);
const membersWith = (institutions: readonly string[], amount: number): Member[] =>
  institutions.map((institution) => ({ institution, obligation: 'Recolecta los residuos de su comuna', amount, inKind: 'Un camión', staff: 2 }));

export const opening = z.strictObject({ purpose: z.string().min(3).max(500) });

/** Every event of the machine; those of the steps (`councils.certify`, `signature.sign`, `decrees.sign`, `settlement.endorse` …) come with them. */
export const events = {
  'draft.finish': event({
    by: anyParty, instrument: 'memorándum', law: ['utm', 'concejo.agreement-threshold-utm'],
    schema: z.strictObject({
      text: documentReference, lead: municipality, endsOn: day.nullable(),
      members: z.array(z.strictObject({
        institution: municipality, obligation: z.string().min(3).max(2000), amount: clp, inKind: z.string().min(1).max(500).nullable(), staff: z.int().min(0).max(1000),
      })).min(1).max(100),
    }),
    examples: ({ participants, today }: Setting) => {
      const institutions = municipalitiesOf(participants);
      const lead = institutions[0] ?? 'muni-16101';
      return [30_000_000, 100_000].map((amount) => ({ text: file('convenio.pdf'), lead, endsOn: aYearFrom(today), members: membersWith(institutions, amount) }));
    },
  }),
  'draft.reopen': event({ by: anyParty, schema: reasoned, examples: () => [{ reason: 'Corrección de los aportes' }] }),
  'agreement.abandon': event({ by: anyParty, schema: reasoned, examples: () => [{ reason: 'Las municipalidades desisten' }], instrument: 'oficio' }),
  'contribution.record': event({
    by: { municipality: ['finance', 'mayor'] }, instrument: 'comprobante', schema: z.strictObject({ institution: municipality, amount: clp.min(1) }),
    examples: ({ context }: Setting) => partiesOf(context).map((institution) => ({ institution, amount: Math.max(1, owed(context, institution)) })),
  }),
  'obligation.fulfil': event({
    by: anyParty, instrument: 'informe', schema: z.strictObject({ institution: municipality, detail: reasonText, evidence: documentReference.optional() }),
    examples: ({ context }: Setting) => partiesOf(context).map((institution) => ({ institution, detail: 'Servicio prestado en el trimestre' })),
  }),
  'account.render': event({
    by: { municipality: ['finance', 'administrator', 'mayor'] }, instrument: 'informe', schema: z.strictObject({ spent: clp, document: documentReference }),
    examples: ({ context: { contributed } }: Setting) => [{ spent: Object.values(contributed).reduce((sum, amount) => sum + amount, 0), document: file('cuenta.pdf') }],
  }),
  'amendment.propose': event({ by: anyParty, schema: reasoned, examples: () => [{ reason: 'Se incorpora otra municipalidad' }], instrument: 'oficio' }),
  'amendment.drop': event({ by: anyParty, schema: reasoned, examples: () => [{ reason: 'Ya no es necesaria' }], instrument: 'oficio' }),
  // By decree, which only a mayor issues (LOC 18.695 arts 12, 63).
  'agreement.terminate': event({
    by: { municipality: ['mayor'] }, instrument: 'decreto', schema: z.strictObject({ cause: z.enum(['breach', 'mutual-agreement', 'impossibility', 'withdrawal']), reason: reasonText }),
    examples: () => [{ cause: 'mutual-agreement' as const, reason: 'Las partes acuerdan poner término' }],
  }),
  'agreement.settle': event({
    by: { municipality: ['finance', 'administrator', 'mayor'] }, instrument: 'informe',
    schema: z.strictObject({ balance: clp, shares: z.array(z.strictObject({ institution: municipality, amount: clp })).max(100), remarks: remarks.shape.remarks }),
    examples: ({ context }: Setting) => [{ balance: 1_000_000 * partiesOf(context).length, shares: partiesOf(context).map((institution) => ({ institution, amount: 1_000_000 })) }],
  }),
} as const;
