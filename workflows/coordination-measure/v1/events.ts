import { z } from 'zod';
import { documentReference, event, type ExampleSetting } from '../../../src/kit/index.js';
import type { Coordination } from './context.js';
import { heads } from './steps.js';

type Setting = ExampleSetting<Coordination>;
const reasonText = z.string().min(3).max(4000);
const bodies = { municipality: ['mayor', 'legal', 'administrator'], service: [...heads, 'legal'] } as const;
const order = z.strictObject({ measures: reasonText, attributions: z.enum(['unaltered', 'altered']), document: documentReference.nullable() });
const anOrder = { measures: 'Calendario común de retiro y una mesa mensual con acta', attributions: 'unaltered' as const, document: { sha256: 'a'.repeat(64), name: 'resolucion.pdf' } };
const decline = z.strictObject({ reasons: reasonText });

export const opening = z.strictObject({ matter: z.string().min(3).max(500), services: z.enum(['ministry', 'regional-government', 'none']) });

/** Every event of the machine; those of the agreement's signatures come with their step. */
export const events = {
  'agreement.propose': event({
    by: bodies, schema: z.strictObject({ measures: reasonText, text: documentReference.nullable() }),
    examples: () => [{ measures: 'Calendario común de retiro de residuos', text: { sha256: 'b'.repeat(64), name: 'acuerdo.pdf' } }], instrument: 'convenio',
  }),
  'agreement.fail': event({
    by: bodies, schema: z.strictObject({ reason: reasonText }), examples: () => [{ reason: 'El servicio no responde a dos propuestas' }], instrument: 'oficio',
  }),
  'measures.request': event({
    by: { municipality: ['mayor'] }, schema: z.strictObject({ request: reasonText, authority: z.enum(['delegate', 'governor']).optional() }),
    examples: ({ context }: Setting) => (context.services === 'none'
      ? (['delegate', 'governor'] as const).map((authority) => ({ authority, request: 'Se piden las medidas necesarias para la coordinación' }))
      : [{ request: 'Se piden las medidas necesarias para la coordinación' }]),
    instrument: 'oficio',
  }),
  'delegate.order': event({ by: { delegate: ['presidential-delegate'] }, schema: order, examples: () => [anOrder], instrument: 'resolución' }),
  'delegate.decline': event({ by: { delegate: ['presidential-delegate'] }, schema: decline, examples: () => [{ reasons: 'Hay acuerdo vigente sobre la materia' }], instrument: 'oficio' }),
  'governor.order': event({ by: { regionalGovernment: ['governor'] }, schema: order, examples: () => [anOrder], instrument: 'resolución' }),
  'governor.decline': event({ by: { regionalGovernment: ['governor'] }, schema: decline, examples: () => [{ reasons: 'Hay acuerdo vigente sobre la materia' }], instrument: 'oficio' }),
  'measure.report': event({
    by: bodies, schema: z.strictObject({ state: z.enum(['done', 'not-done']), text: reasonText }),
    examples: () => (['done', 'not-done'] as const).map((state) => ({ state, text: 'Informe de cumplimiento de su parte' })), instrument: 'informe',
  }),
  'coordination.close': event({
    by: { municipality: ['mayor'], delegate: ['presidential-delegate', 'legal'], regionalGovernment: ['governor', 'legal'] }, schema: z.strictObject({ remarks: z.string().max(4000).optional() }),
    examples: () => [{}],
  }),
  'coordination.abandon': event({ by: { municipality: ['mayor'] }, schema: z.strictObject({ reason: reasonText }), examples: () => [{ reason: 'Ya no se requiere coordinación' }] }),
} as const;
