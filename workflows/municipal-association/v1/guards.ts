import type { CaseEvent, JsonObject } from '../../../src/kit/index.js';
import { municipalitiesOf, type Association, type Seat } from './context.js';

type Asked = { context: Association; event: CaseEvent };

/** What statutes must contain (LOC 18.695 art. 143), by letter. */
export const clauses = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm'] as const;

export const guards = {
  /** An association is of two municipalities or more (art. 137). */
  twoRemain: ({ context }: Asked): boolean => context.parties.filter((one) => one !== context.refusedBy).length >= 2,
  twoAttend: ({ event }: Asked): boolean => new Set(listed(event, 'attending')).size >= 2,
  /** Only those whose concejo agreed before (art. 141, first paragraph). */
  attendingAgreed: ({ context, event }: Asked): boolean => listed(event, 'attending').every((one) => context.parties.includes(one)),
  afterAgreements: ({ context, event }: Asked): boolean => event.source === 'imported' || context.agreedOn === null || String(event.data['heldOn']) >= context.agreedOn,
  /** The municipal secretary of one of them, or a notary with seat in one of their communes (art. 141, first paragraph). */
  officerOfMember: ({ event }: Asked): boolean => listed(event, 'attending').includes(String(event.data['officerOf'])),
  /** SUBDERE's own type statutes have what art. 143 asks. */
  statutesComplete: ({ event }: Asked): boolean => event.data['statutesModel'] === 'type' || clauses.every((one) => listed(event, 'clauses').includes(one)),
  provisionalBoard: ({ event }: Asked): boolean => presidents(event).length === 1 && boardOf(event).every(({ municipality }) => listed(event, 'attending').includes(municipality)),
  /** A day named in an act has come. */
  dayHasCome: ({ event }: Asked, params: JsonObject | undefined): boolean => {
    const day = event.data[String(params?.['field'])];
    return typeof day !== 'string' || day <= event.on;
  },
  /** What starts a limit is not dated before the act it follows: silence, or a lapse, would come before anybody could act. */
  inOrder: ({ context, event }: Asked, params: JsonObject | undefined): boolean => {
    const field = String(params?.['field']);
    const day = event.data[field] ?? event.instrument?.[field as 'receivedAt'] ?? event.on;
    return event.source === 'imported' || context.since === null || typeof day !== 'string' || day >= context.since;
  },
  cureHandedIn: ({ context }: Asked): boolean => context.cure === 'handedIn',
  assemblyConvened: ({ context }: Asked): boolean => context.electoral === 'convened',
  /** Five or more, mayors and councillors of the members; president, secretary and treasurer; a mayor presides (art. 141, ninth paragraph). */
  boardComposed: ({ context, event }: Asked): boolean => {
    const board = boardOf(event);
    const [president] = presidents(event);
    const posts = new Set(board.map(({ post }) => post));
    return board.length >= 5 && presidents(event).length === 1 && president?.capacity === 'mayor' && posts.has('secretary') && posts.has('treasurer')
      && board.every(({ municipality }) => context.members.includes(municipality));
  },
  /** One that joins takes part in this case and is no member yet; one that leaves is a member, and not the only one. */
  movementFits: ({ context, event }: Asked): boolean => {
    const institution = String(event.data['institution']);
    const member = context.members.includes(institution);
    return event.data['kind'] === 'join' ? !member && municipalitiesOf(event.participants).includes(institution) : leaves(context, institution);
  },
  /** Of a municipality that is not in this case only the certificate of its concejo is held. */
  recordFits: ({ context, event }: Asked): boolean => {
    const institution = String(event.data['institution']);
    if (municipalitiesOf(event.participants).includes(institution)) return false;
    return event.data['kind'] === 'join' ? !context.members.includes(institution) : leaves(context, institution);
  },
  /** Absolute majority of the assembly of members, not of those who attend (art. 146). */
  absoluteMajority: ({ context, event }: Asked): boolean => {
    const inFavour = Number(event.data['inFavour']);
    return inFavour > context.members.length / 2 && inFavour <= context.members.length;
  },
  /** What is left goes back to the members, all of it (art. 146). */
  remainderToMembers: ({ context, event }: Asked): boolean => {
    const shares = (event.data['shares'] as readonly { institution: string; amount: number }[] | undefined) ?? [];
    return shares.every(({ institution }) => context.members.includes(institution)) && shares.reduce((sum, { amount }) => sum + amount, 0) === event.data['remainder'];
  },
} as const;

function listed(event: CaseEvent, field: string): readonly string[] {
  return (event.data[field] as readonly string[] | undefined) ?? [];
}

function boardOf(event: CaseEvent): readonly Seat[] {
  return (event.data['board'] as readonly Seat[] | undefined) ?? [];
}

function presidents(event: CaseEvent): readonly Seat[] {
  return boardOf(event).filter(({ post }) => post === 'president');
}

function leaves({ members }: Association, institution: string): boolean {
  return members.includes(institution) && members.length > 1;
}
