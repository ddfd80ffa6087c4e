import { assign } from '../../../src/kit/index.js';
import type { Association, Movement, Seat } from './context.js';

type Results = Readonly<Record<string, string | null>>;

export const actions = {
  keepAgreements: assign<Association>(({ context, event }) => ({ agreed: context.parties, agreedOn: event.on })),
  /** The agreements already taken stand: only the others are asked again. */
  keepRefusal: assign<Association>(({ context, event }) => {
    const { rejectedBy = null, bodies = {} } = (event.output?.result ?? {}) as { rejectedBy?: string | null; bodies?: Results };
    const approved = Object.keys(bodies).filter((institution) => bodies[institution] === 'approved');
    return { refusedBy: rejectedBy, agreed: [...new Set([...context.agreed, ...approved])] };
  }),
  goOnWithout: assign<Association>(({ context }) => ({ parties: context.parties.filter((one) => one !== context.refusedBy), refusedBy: null })),
  askAgain: assign<Association>(() => ({ refusedBy: null })),
  keepConstitution: assign<Association>(({ event: { data } }) => ({
    constitutedOn: String(data['heldOn']), since: String(data['heldOn']), members: [...new Set(data['attending'] as readonly string[])], board: data['board'] as readonly Seat[], boardIs: 'provisional',
  })),
  setRequest: assign<Association>(({ event }, { is }) => ({ request: is as Association['request'], cure: 'none', since: event.on })),
  setCure: assign<Association>(({ event }, { is }) => ({ cure: is as Association['cure'], since: event.on })),
  deemNotFiled: assign<Association>(({ event }) => ({ request: 'deemedNotFiled', cure: 'none', boardLiableFrom: event.on, since: event.on })),
  keepRegistration: assign<Association>(({ event: { data } }) => ({
    registration: { number: String(data['number']), on: String(data['inscribedOn']) }, rut: typeof data['rut'] === 'string' ? data['rut'] : null,
  })),
  keepRut: assign<Association>(({ event }) => ({ rut: String(event.data['rut']) })),
  convene: assign<Association>(() => ({ electoral: 'convened' })),
  /** The next election, when its period of at most four years ends, is convened anew (art. 143 l). */
  keepBoard: assign<Association>(({ event }) => ({ board: event.data['board'] as readonly Seat[], boardIs: 'definitive', electoral: 'notConvened' })),
  noteChange: assign<Association>(({ context, event: { data } }) => ({ unreported: [...context.unreported, typeof data['kind'] === 'string' ? data['kind'] : 'board'] })),
  reportChanges: assign<Association>(() => ({ unreported: [] })),
  beginMovement: assign<Association>(({ event: { data } }) => ({ movement: { kind: data['kind'], institution: data['institution'] } as Movement })),
  keepMovement: assign<Association>(({ context }) => ({ members: moved(context.members, context.movement), movement: null })),
  dropMovement: assign<Association>(() => ({ movement: null })),
  recordMovement: assign<Association>(({ context, event: { data } }) => ({ members: moved(context.members, { kind: data['kind'], institution: data['institution'] } as Movement) })),
  keepDissolution: assign<Association>(({ event }) => ({ dissolvedOn: String(event.data['heldOn']) })),
} as const;

function moved(members: readonly string[], movement: Movement | null): readonly string[] {
  if (!movement) return members;
  const others = members.filter((one) => one !== movement.institution);
  return movement.kind === 'join' ? [...others, movement.institution] : others;
}
