import { z } from 'zod';
import { documentReference, event, type Offices } from '../../../src/kit/index.js';
import { closedText, exampleText, negotiationEvents } from '../../../src/kit/agreements/negotiation-events.js';
import { heads } from '../../../src/kit/agreements/parties.js';
import { clauseEvents } from './clauses.js';

const clp = z.int().min(1).max(10_000_000_000_000);
const year = z.int().min(1990).max(2100);
const prose = z.string().min(3).max(4000);
const reason = z.strictObject({ reason: prose });
const remarks = z.strictObject({ remarks: z.string().max(4000).optional() });

/** Those who negotiate for each party. */
const parties: Offices = {
  regionalGovernment: ['planning', 'legal', 'governor'], ministry: ['undersecretary', 'legal', 'minister'], municipality: ['planning', 'legal', 'mayor'], entity: heads['entity'] ?? [],
};
const principals: Offices = { regionalGovernment: ['governor'], ministry: ['minister'], municipality: ['mayor'] };
const drafters: Offices = { regionalGovernment: ['legal', 'planning', 'governor'], ministry: ['legal', 'undersecretary', 'minister'] };
const treasury: Offices = { hacienda: ['minister', 'legal', 'budget'] };
const comptroller: Offices = { comptroller: ['comptroller', 'legal'] };
const presidency: Offices = { presidency: ['president', 'legal'] };

/** What the case is opened with: the letter that proposes the agreement and its scope. */
export const opening = z.strictObject({
  object: z.string().min(3).max(1000),
  from: year.nullable().optional(),
  until: year.nullable().optional(),
  projects: z.int().min(1).max(10_000).nullable().optional(),
  amount: clp.nullable().optional(),
});

/** Every event of the machine; those of the steps (`appraisal.rate`, `coreVote.certify`, `signature.sign`, `execution.budget` …) come with them. */
export const events = {
  ...negotiationEvents(parties),
  ...clauseEvents(parties),
  'text.close': event({ by: drafters, schema: closedText, examples: (setting) => [exampleText(setting)], instrument: 'memorándum' }),
  'text.reopen': event({ by: parties, schema: reason, examples: () => [{ reason: 'Una parte pide otra cláusula' }], instrument: 'oficio' }),
  'agreement.abandon': event({ by: principals, schema: reason, examples: () => [{ reason: 'Las partes no llegaron a acuerdo' }], instrument: 'oficio' }),
  'agreement.publish': event({ by: { regionalGovernment: ['core-secretary'] }, schema: remarks, examples: () => [{}] }),
  'decree.request': event({ by: drafters, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'decree.issue': event({ by: treasury, schema: remarks, examples: () => [{}], instrument: 'decreto' }),
  'decree.return': event({ by: treasury, schema: z.strictObject({ observations: prose }), examples: () => [{ observations: 'Falta el detalle anual de los aportes sectoriales' }], instrument: 'oficio' }),
  'review.enter': event({ by: treasury, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'review.clear': event({ by: comptroller, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'review.clearWithRemarks': event({ by: comptroller, schema: remarks.required({ remarks: true }), examples: () => [{ remarks: 'Cursa con alcance: el gasto se sujeta a la ley de presupuestos de cada año' }], instrument: 'oficio' }),
  'review.object': event({
    by: comptroller, schema: z.strictObject({ objections: prose, ground: z.enum(['illegality', 'unconstitutional', 'spending-limit']) }),
    examples: () => [
      { objections: 'No se acompaña el acuerdo del consejo regional', ground: 'illegality' as const },
      { objections: 'Altera atribuciones que fija la Constitución', ground: 'unconstitutional' as const },
      { objections: 'Compromete gasto sobre el límite constitucional', ground: 'spending-limit' as const },
    ],
    instrument: 'oficio',
  }),
  'review.withdraw': event({ by: treasury, schema: reason, examples: () => [{ reason: 'Se retira para corregir el decreto' }], instrument: 'oficio' }),
  'review.reenter': event({ by: treasury, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'review.insist': event({ by: presidency, schema: reason, examples: () => [{ reason: 'El Presidente insiste con la firma de todos sus ministros' }], instrument: 'decreto' }),
  'review.sendToCourt': event({ by: presidency, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'review.ruling': event({
    by: presidency, schema: z.strictObject({ ruling: z.enum(['for-the-decree', 'against-the-decree']) }),
    examples: () => [{ ruling: 'for-the-decree' as const }, { ruling: 'against-the-decree' as const }], instrument: 'otro',
  }),
  'amendment.propose': event({ by: parties, schema: reason, examples: () => [{ reason: 'Se incorporan proyectos y se prorroga el plazo' }], instrument: 'oficio' }),
  'amendment.drop': event({ by: principals, schema: reason, examples: () => [{ reason: 'Ya no es necesaria' }], instrument: 'oficio' }),
  'dispute.raise': event({ by: parties, schema: z.strictObject({ matter: prose }), examples: () => [{ matter: 'Quién asume el aumento de obras de un proyecto' }], instrument: 'oficio' }),
  'dispute.settle': event({ by: principals, schema: z.strictObject({ agreement: prose }), examples: () => [{ agreement: 'El aumento se reparte según los aportes' }], instrument: 'acta' }),
  'dispute.escalate': event({ by: principals, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'dispute.decide': event({ by: principals, schema: z.strictObject({ decision: prose }), examples: () => [{ decision: 'El aumento es de cargo del ejecutor' }], instrument: 'acta' }),
  'agreement.revoke': event({
    by: principals, schema: z.strictObject({ cause: z.enum(['breach', 'mutual-agreement', 'impossibility', 'other-agreed']), reason: prose }),
    examples: () => [{ cause: 'mutual-agreement' as const, reason: 'Las partes lo dejan sin efecto según sus normas de revocabilidad' }], instrument: 'decreto',
  }),
  'evaluation.record': event({
    by: { regionalGovernment: ['planning', 'governor'], ministry: ['undersecretary', 'minister'] },
    schema: z.strictObject({ result: z.enum(['met', 'partly-met', 'not-met']), findings: prose, document: documentReference.nullable() }),
    examples: () => [{ result: 'partly-met' as const, findings: 'Se ejecutaron los proyectos viales; dos de salud quedaron en diseño', document: { sha256: 'a'.repeat(64), name: 'evaluacion.pdf' } }], instrument: 'informe',
  }),
  'closing.resolve': event({ by: { regionalGovernment: ['governor'] }, schema: remarks, examples: () => [{}], instrument: 'resolución' }),
} as const;
