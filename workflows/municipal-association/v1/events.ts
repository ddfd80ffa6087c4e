import { z } from 'zod';
import { day, documentReference, event, type ExampleSetting } from '../../../src/kit/index.js';
import { municipalitiesOf, type Association, type Seat } from './context.js';
import { clauses } from './guards.js';

type Setting = ExampleSetting<Association>;
const reasonText = z.string().min(3).max(2000);
const reasoned = z.strictObject({ reason: reasonText });
const remarks = z.strictObject({ remarks: z.string().max(2000).optional() });
const municipality = z.string().regex(/^muni-\d{5}$/);
const rut = z.string().regex(/^\d{7,8}-[\dkK]$/);
const clp = z.int().min(0).max(10_000_000_000_000);
const board = z.array(z.strictObject({
  municipality, capacity: z.enum(['mayor', 'councillor']), post: z.enum(['president', 'secretary', 'treasurer', 'member']),
})).min(1).max(60);
const movement = { kind: z.enum(['join', 'leave']), institution: municipality };

/** Who acts for the association: before it has personality, the mayors that make it up. */
const association = { municipality: ['mayor', 'legal', 'council-secretary'], association: ['president', 'secretary'] } as const;
const registry = { registry: ['undersecretary', 'legal'] } as const;

const file = (name: string): { sha256: string; name: string } => ({ sha256: 'a'.repeat(64), name });
const posts = ['president', 'secretary', 'treasurer', 'member', 'member'] as const;
const seats = (members: readonly string[]): Seat[] =>
  posts.map((post, index) => ({ municipality: members[index % members.length] ?? 'muni-16101', capacity: index < members.length ? 'mayor' : 'councillor', post }));
const outsiders = ({ context, participants }: Setting): readonly string[] => municipalitiesOf(participants).filter((one) => !context.members.includes(one));

export const opening = z.strictObject({
  name: z.string().min(3).max(200),
  /** LOC 18.695 art. 137, letters a to f. */
  purposes: z.array(z.enum(['services', 'works', 'management', 'programmes', 'training', 'coordination'])).min(1).max(6),
});

/** Every event of the machine; `councils.certify` and `membership.certify` come with their steps. */
export const events = {
  'parties.goOn': event({ by: association, schema: reasoned, examples: () => [{ reason: 'Los demás municipios siguen adelante' }], instrument: 'acta' }),
  'council.askAgain': event({ by: association, schema: reasoned, examples: () => [{ reason: 'El alcalde vuelve a someter la participación al concejo' }], instrument: 'oficio' }),
  'assembly.hold': event({
    by: association, instrument: 'acta',
    schema: z.strictObject({
      heldOn: day, attending: z.array(municipality).min(1).max(100), officer: z.enum(['council-secretary', 'notary']), officerOf: municipality, minutes: documentReference,
      statutes: documentReference, statutesModel: z.enum(['own', 'type']), clauses: z.array(z.enum(clauses)).max(13), board,
    }),
    examples: ({ context: { parties }, today }: Setting) => [{
      heldOn: today, attending: [...parties], officer: 'council-secretary' as const, officerOf: parties[0] ?? 'muni-16101', minutes: file('acta-constitutiva.pdf'),
      statutes: file('estatutos.pdf'), statutesModel: 'own' as const, clauses: [...clauses], board: seats(parties),
    }],
  }),
  'request.file': event({
    by: association, instrument: 'oficio', schema: z.strictObject({ deed: documentReference, receivedAt: day.optional() }),
    examples: ({ today }: Setting) => [{ deed: file('escritura-publica.pdf'), receivedAt: today }],
  }),
  'request.object': event({
    by: registry, instrument: 'oficio', schema: z.strictObject({ ground: z.enum(['formation', 'statutes', 'both']), objections: reasonText, fullyProcessedOn: day.optional() }),
    examples: () => [{ ground: 'statutes' as const, objections: 'Los estatutos no indican la forma de liquidación' }],
  }),
  'request.clear': event({ by: registry, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'objection.post': event({
    by: registry, instrument: 'carta', schema: z.strictObject({ postReceivedOn: day }), examples: ({ today }: Setting) => [{ postReceivedOn: today }],
  }),
  'request.cure': event({
    by: association, instrument: 'oficio', schema: z.strictObject({ answer: reasonText, document: documentReference }),
    examples: () => [{ answer: 'Se agrega la cláusula de liquidación', document: file('estatutos-corregidos.pdf') }],
  }),
  'cure.reject': event({ by: registry, schema: reasoned.extend({ fullyProcessedOn: day.optional() }), examples: () => [{ reason: 'Subsiste la observación sobre la liquidación' }], instrument: 'oficio' }),
  'registry.inscribe': event({
    by: registry, instrument: 'resolución', schema: z.strictObject({ number: z.string().min(1).max(60), inscribedOn: day, rut: rut.optional() }),
    examples: ({ today }: Setting) => [{ number: '123', inscribedOn: today }],
  }),
  'association.abandon': event({ by: association, schema: reasoned, examples: () => [{ reason: 'Los alcaldes desisten de constituirla' }], instrument: 'acta' }),
  'rut.record': event({ by: association, schema: z.strictObject({ rut }), examples: () => [{ rut: '65000000-1' }] }),
  'assembly.convene': event({
    by: association, instrument: 'carta', schema: z.strictObject({ assemblyOn: day }), examples: ({ today }: Setting) => [{ assemblyOn: today }],
  }),
  'board.elect': event({
    by: association, instrument: 'acta', schema: z.strictObject({ madeOn: day, board }),
    examples: ({ context, today }: Setting) => [{ madeOn: today, board: seats(context.members) }],
  }),
  'change.record': event({
    by: association, instrument: 'acta', schema: z.strictObject({ kind: z.enum(['statutes', 'address', 'board']), madeOn: day, detail: reasonText }),
    examples: ({ today }: Setting) => [{ kind: 'address' as const, madeOn: today, detail: 'Cambia el domicilio a otra comuna' }],
  }),
  'change.report': event({ by: association, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'membership.propose': event({
    by: association, instrument: 'oficio', schema: z.strictObject(movement),
    examples: (setting: Setting) => [
      { kind: 'leave' as const, institution: setting.context.members.at(-1) ?? 'muni-16101' },
      ...outsiders(setting).map((institution) => ({ kind: 'join' as const, institution })),
    ],
  }),
  'membership.withdraw': event({ by: association, schema: reasoned, examples: () => [{ reason: 'El alcalde retira la propuesta' }], instrument: 'oficio' }),
  'member.record': event({
    by: association, instrument: 'certificado', schema: z.strictObject({ ...movement, sitting: day, certificate: documentReference }),
    examples: ({ context, today }: Setting) => {
      const certificate = file('certificado-del-concejo.pdf');
      return [...new Set(['muni-16109', 'muni-16203', ...context.members])].flatMap((institution) => (['join', 'leave'] as const).map((kind) => ({ kind, institution, sitting: today, certificate })));
    },
  }),
  'dissolution.agree': event({
    by: association, instrument: 'acta', schema: z.strictObject({ heldOn: day, inFavour: z.int().min(0).max(400), against: z.int().min(0).max(400) }),
    examples: ({ context, today }: Setting) => [{ heldOn: today, inFavour: context.members.length, against: 0 }],
  }),
  'dissolution.deed': event({
    by: association, instrument: 'otro', schema: z.strictObject({ signedOn: day, deed: documentReference }),
    examples: ({ today }: Setting) => [{ signedOn: today, deed: file('escritura-de-disolucion.pdf') }],
  }),
  'dissolution.notify': event({ by: association, schema: remarks, examples: () => [{}], instrument: 'oficio' }),
  'liquidation.close': event({
    by: association, instrument: 'acta',
    schema: z.strictObject({ obligationsPaid: clp, remainder: clp, shares: z.array(z.strictObject({ institution: municipality, amount: clp })).max(100) }),
    examples: ({ context: { members } }: Setting) => [{ obligationsPaid: 5_000_000, remainder: 1_000_000 * members.length, shares: members.map((institution) => ({ institution, amount: 1_000_000 })) }],
  }),
} as const;
