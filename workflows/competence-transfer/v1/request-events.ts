import { z } from 'zod';
import { day, documentReference, event, type ExampleSetting } from '../../../src/kit/index.js';
import type { Transfer } from './context.js';
import { monthsFrom } from './dates.js';
import { fields } from './opening.js';

type Setting = ExampleSetting<Transfer>;
const reasonText = z.string().min(3).max(4000);
const proposedBy = z.enum(['governor', 'council']);
const study = documentReference.nullable();
const document = (name: string): { sha256: string; name: string } => ({ sha256: 'a'.repeat(64), name });
const remarks = z.strictObject({ remarks: z.string().max(4000).optional() });
const core = ['governor', 'core-secretary'] as const;

/** A presidential term began on 11 March of 2022, 2026 …; where the window of the last one has closed, as if one began today. */
function termStart(today: string): string {
  const year = 2022 + 4 * Math.floor((Number(today.slice(0, 4)) - 2022) / 4);
  const start = `${year}-03-11` <= today ? `${year}-03-11` : `${year - 4}-03-11`;
  return monthsFrom(start, 24) >= today ? start : today;
}

/** From the idea to its filing: by the region, or by the President. */
export const requestEvents = {
  'request.begin': event<Transfer, { presidentialTermStart: string }>({
    by: { regionalGovernment: core }, schema: z.strictObject({ presidentialTermStart: day }),
    examples: ({ today }: Setting) => [{ presidentialTermStart: termStart(today) }], instrument: 'memorándum',
  }),
  'instruction.issue': event({
    by: { presidency: ['president'] }, schema: z.strictObject({ field: z.enum(fields), agreedWith: z.string().min(3).max(500) }),
    examples: () => [{ field: 'productive-development' as const, agreedWith: 'Gobierno regional y ministerio del sector' }], instrument: 'oficio',
  }),
  'request.propose': event({
    by: { regionalGovernment: core },
    schema: z.strictObject({ proposedBy, financialImpact: study, effectiveness: study, efficiency: study }),
    examples: () => (['governor', 'council'] as const).map((proposer) => ({
      proposedBy: proposer, financialImpact: document('impacto-financiero.pdf'), effectiveness: document('eficacia.pdf'), efficiency: document('eficiencia.pdf'),
    })),
    instrument: 'oficio',
  }),
  'request.file': event({ by: { regionalGovernment: ['governor', 'legal'] }, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'request.withdraw': event({
    by: { regionalGovernment: ['governor'] }, schema: z.strictObject({ reason: reasonText }),
    examples: () => [{ reason: 'El gobierno regional se desiste de su solicitud' }], instrument: 'oficio',
  }),
  'instruction.withdraw': event({
    by: { presidency: ['president'] }, schema: z.strictObject({ reason: reasonText }),
    examples: () => [{ reason: 'Se deja sin efecto la instrucción de estudio' }], instrument: 'oficio',
  }),
  'vote.convene': event({
    by: { regionalGovernment: core }, schema: z.strictObject({ proposedBy }),
    examples: () => [{ proposedBy: 'governor' as const }, { proposedBy: 'council' as const }], instrument: 'oficio',
  }),
} as const;
