import { z } from 'zod';
import { documentReference, event } from '../../../src/kit/index.js';
import { branches } from './context.js';
import { heads } from './offices.js';

const reasonText = z.string().min(3).max(8000);
const disputants = { claimant: heads, respondent: heads } as const;
const favours = z.enum(['claimant', 'respondent', 'neither']);
const decision = z.strictObject({ favours, reasons: reasonText, document: documentReference.nullable() });
const document = { sha256: 'a'.repeat(64), name: 'decision.pdf' };
const decisions = [{ favours: 'claimant' as const, reasons: 'La ley orgánica le encomienda la función', document }];

export const opening = z.strictObject({ matter: z.string().min(3).max(500), kind: z.enum(['both-claim', 'both-decline']), concerns: z.string().max(300).optional() });

/** Every event of the machine; those of the joint decision's signatures come with their step. */
export const events = {
  'dispute.classify': event({
    by: disputants, schema: z.strictObject({ branch: z.enum(branches), reasons: reasonText }),
    examples: () => branches.map((branch) => ({ branch, reasons: 'Por la dependencia o relación de cada organismo' })), instrument: 'oficio',
  }),
  'superior.decide': event({ by: { superior: heads }, schema: decision, examples: () => decisions, instrument: 'resolución' }),
  'decision.propose': event({
    by: { ministry: ['minister', 'legal'] }, schema: z.strictObject({ favours, reasons: reasonText, text: documentReference.nullable() }),
    examples: () => [{ favours: 'claimant' as const, reasons: 'Propuesta de decisión conjunta', text: { sha256: 'b'.repeat(64), name: 'decision-conjunta.pdf' } }], instrument: 'oficio',
  }),
  'ministers.disagree': event({ by: { ministry: ['minister', 'legal'] }, schema: z.strictObject({ reasons: reasonText }), examples: () => [{ reasons: 'Cada ministerio sostiene la competencia de su servicio' }], instrument: 'oficio' }),
  'president.decide': event({ by: { presidency: ['president'] }, schema: decision, examples: () => decisions, instrument: 'decreto' }),
  'decision.record': event({
    by: disputants, schema: decision.extend({ authority: z.string().min(3).max(300), law: z.string().min(3).max(300) }),
    examples: () => [{ ...decisions[0], authority: 'La que la ley señale', law: 'Ley y artículo en que se funda' }], instrument: 'otro',
  }),
  'dispute.settle': event({ by: disputants, schema: z.strictObject({ agreement: reasonText }), examples: () => [{ agreement: 'El requerido reconoce la competencia del otro organismo' }], instrument: 'oficio' }),
  'dispute.withdraw': event({ by: { claimant: heads }, schema: z.strictObject({ reason: reasonText }), examples: () => [{ reason: 'Se desiste de la contienda' }], instrument: 'oficio' }),
} as const;
