import { z } from 'zod';
import { day, documentReference, event, type ExampleSetting } from '../../../src/kit/index.js';
import { limits, natures, type Request } from './context.js';
import { filing, heads } from './offices.js';

type Setting = ExampleSetting<Request>;
const reasonText = z.string().min(3).max(8000);
const authority = { authority: heads } as const;
const document = documentReference.nullable();
const paper = (name: string): { sha256: string; name: string } => ({ sha256: 'a'.repeat(64), name });

export const opening = z.strictObject({ request: z.string().min(3).max(1000), interestedParty: z.string().min(3).max(300), filedOn: day });

/** Every event of the procedure. */
export const events = {
  'request.classify': event({
    by: authority,
    schema: z.strictObject({ nature: z.enum(natures), limit: z.enum(limits), startedOn: day, specialUntil: day.optional(), law: z.string().min(3).max(300).optional() }),
    examples: ({ today }: Setting) => natures.flatMap((nature) => limits.map((limit) => ({ nature, limit, startedOn: today, specialUntil: limit === 'special' ? today : undefined, law: limit === 'special' ? 'Ley especial, artículo' : undefined }))),
    instrument: 'memorándum',
  }),
  'request.requireFix': event({
    by: authority, schema: z.strictObject({ missing: reasonText, notifiedOn: day }), examples: ({ today }: Setting) => [{ missing: 'Falta acreditar la personería', notifiedOn: today }], instrument: 'oficio',
  }),
  'request.fix': event({ by: filing, schema: z.strictObject({ receivedOn: day, document }), examples: ({ today }: Setting) => [{ receivedOn: today, document: paper('subsanacion.pdf') }], instrument: 'carta' }),
  'request.withdraw': event({ by: filing, schema: z.strictObject({ receivedOn: day }), examples: ({ today }: Setting) => [{ receivedOn: today }], instrument: 'carta' }),
  'inactivity.record': event({ by: authority, schema: z.strictObject({ since: day, what: reasonText }), examples: ({ today }: Setting) => [{ since: today, what: 'El interesado debe publicar un aviso' }] }),
  'party.warn': event({ by: authority, schema: z.strictObject({ notifiedOn: day }), examples: ({ today }: Setting) => [{ notifiedOn: today }], instrument: 'oficio' }),
  'party.act': event({ by: filing, schema: z.strictObject({ receivedOn: day, what: reasonText }), examples: ({ today }: Setting) => [{ receivedOn: today, what: 'Acompaña el aviso publicado' }], instrument: 'carta' }),
  'abandonment.declare': event({ by: authority, schema: z.strictObject({ notifiedOn: day }), examples: ({ today }: Setting) => [{ notifiedOn: today }], instrument: 'resolución' }),
  'file.certifyReady': event({ by: authority, schema: z.strictObject({ requestedOn: day, certifiedOn: day }), examples: ({ today }: Setting) => [{ requestedOn: today, certifiedOn: today }], instrument: 'certificado' }),
  'decision.issue': event({
    by: authority, schema: z.strictObject({ decision: z.enum(['granted', 'granted-in-part', 'denied']), document }),
    examples: () => [{ decision: 'granted' as const, document: paper('resolucion.pdf') }, { decision: 'denied' as const, document: paper('resolucion.pdf') }], instrument: 'resolución',
  }),
  'delay.complain': event({ by: filing, schema: z.strictObject({ receivedOn: day, document }), examples: ({ today }: Setting) => [{ receivedOn: today, document: paper('denuncia.pdf') }], instrument: 'carta' }),
  'complaint.copy': event({
    by: authority, schema: z.strictObject({ receiptGivenOn: day, sentTo: z.string().min(2).max(300) }), examples: ({ today }: Setting) => [{ receiptGivenOn: today, sentTo: 'Superior jerárquico' }], instrument: 'oficio',
  }),
  'copy.acknowledge': event({ by: { superior: heads }, schema: z.strictObject({ receivedOn: day }), examples: ({ today }: Setting) => [{ receivedOn: today }], instrument: 'oficio' }),
  'certificate.request': event({ by: filing, schema: z.strictObject({ receivedOn: day }), examples: ({ today }: Setting) => [{ receivedOn: today }], instrument: 'carta' }),
  'certificate.issue': event({ by: authority, schema: z.strictObject({ issuedOn: day, document }), examples: ({ today }: Setting) => [{ issuedOn: today, document: paper('certificado.pdf') }], instrument: 'certificado' }),
  'act.invalidate': event({
    by: authority, schema: z.strictObject({ heardOn: day, reasons: reasonText }), examples: ({ today }: Setting) => [{ heardOn: today, reasons: 'Lo aceptado es contrario a derecho' }], instrument: 'resolución',
  }),
  'appeal.file': event({
    by: filing, schema: z.strictObject({ receivedOn: day, kind: z.enum(['reposition', 'hierarchical', 'both']) }),
    examples: ({ today }: Setting) => [{ receivedOn: today, kind: 'reposition' as const }], instrument: 'carta',
  }),
  'file.close': event({ by: authority, schema: z.strictObject({ remarks: z.string().max(4000).optional() }), examples: () => [{}] }),
} as const;
