import { z } from 'zod';
import { event, type ExampleSetting, type Offices } from '../../../src/kit/index.js';
import { closedText, exampleText, negotiationEvents } from '../../../src/kit/agreements/negotiation-events.js';
import type { Agreement } from './context.js';

const clp = z.int().min(1).max(10_000_000_000_000);
const prose = z.string().min(3).max(4000);
const reason = z.strictObject({ reason: prose });
const remarks = z.strictObject({ remarks: z.string().max(4000).optional() });
type Setting = ExampleSetting<Agreement>;

/** Those who negotiate for each party. */
const parties: Offices = { regionalGovernment: ['planning', 'legal', 'governor'], municipality: ['planning', 'legal', 'mayor'] };
const principals: Offices = { regionalGovernment: ['governor'], municipality: ['mayor'] };
const region: Offices = { regionalGovernment: ['legal', 'planning', 'governor'] };
const comptroller: Offices = { comptroller: ['comptroller', 'legal'] };

export const opening = z.strictObject({
  object: z.string().min(3).max(1000),
  impact: z.enum(['communal', 'intercommunal']).nullable(),
  amount: clp.nullable().optional(),
});

const territorialText = closedText.extend({ reallocation: z.enum(['agreed', 'not-agreed']), lastInstance: z.string().min(3).max(2000).optional() });

/** Every event of the machine; those of the steps (`councilVote.certify`, `signature.sign`, `execution.budget` …) come with them. */
export const events = {
  ...negotiationEvents(parties),
  'text.close': event({
    by: region, schema: territorialText,
    examples: (setting: Setting) => [{ ...exampleText(setting), reallocation: 'agreed' as const }, { ...exampleText(setting), reallocation: 'not-agreed' as const }], instrument: 'memorándum',
  }),
  'text.reopen': event({ by: parties, schema: reason, examples: () => [{ reason: 'Una municipalidad pide otro plazo' }], instrument: 'oficio' }),
  'agreement.abandon': event({ by: principals, schema: reason, examples: () => [{ reason: 'Las partes no llegaron a acuerdo' }], instrument: 'oficio' }),
  'agreement.publish': event({ by: { regionalGovernment: ['core-secretary'] }, schema: remarks, examples: () => [{}] }),
  'resolution.issue': event({
    by: { regionalGovernment: ['governor'] }, law: ['utm', 'fndr.exenta-threshold-utm'], schema: z.strictObject({ nature: z.enum(['exenta', 'afecta']) }),
    examples: () => [{ nature: 'exenta' as const }, { nature: 'afecta' as const }], instrument: 'resolución',
  }),
  'review.enter': event({ by: region, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'review.clear': event({ by: comptroller, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'review.clearWithRemarks': event({ by: comptroller, schema: remarks.required({ remarks: true }), examples: () => [{ remarks: 'Cursa con alcance: la rendición se hará en SISREC' }], instrument: 'oficio' }),
  'review.object': event({ by: comptroller, schema: z.strictObject({ objections: prose }), examples: () => [{ objections: 'No se acompaña el acuerdo de un concejo' }], instrument: 'oficio' }),
  'review.withdraw': event({ by: region, schema: reason, examples: () => [{ reason: 'Se retira para corregir la resolución' }], instrument: 'oficio' }),
  'review.reenter': event({ by: region, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'amendment.propose': event({ by: parties, schema: reason, examples: () => [{ reason: 'Se incorpora un proyecto intercomunal' }], instrument: 'oficio' }),
  'amendment.drop': event({ by: principals, schema: reason, examples: () => [{ reason: 'Ya no es necesaria' }], instrument: 'oficio' }),
  'agreement.terminate': event({
    by: principals, schema: z.strictObject({ cause: z.enum(['breach', 'mutual-agreement', 'impossibility']), reason: prose }),
    examples: () => [{ cause: 'mutual-agreement' as const, reason: 'Las partes acuerdan poner término' }], instrument: 'resolución',
  }),
  'closing.resolve': event({ by: { regionalGovernment: ['governor'] }, schema: remarks, examples: () => [{}], instrument: 'resolución' }),
} as const;
