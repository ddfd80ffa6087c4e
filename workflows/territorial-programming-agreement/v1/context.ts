import { noTerms, type Terms } from '../../../src/kit/agreements/terms.js';
import { lawNumber, type CaseEvent, type JsonObject, type Law, type Participant } from '../../../src/kit/index.js';

type Votes = Readonly<Record<string, 'approved' | 'rejected' | 'silence' | null>>;

/** What the case knows of its agreement. */
export interface Agreement extends JsonObject {
  readonly object: string;
  /** Whether its projects matter to one commune or to several (LOC 18.695 art. 8 ter); null when not known. */
  readonly impact: 'communal' | 'intercommunal' | null;
  /** CLP in all; null when not agreed or not known. */
  readonly amount: number | null;
  /** The text on its way through approvals. */
  readonly draft: Terms;
  /** The version in force; null before the first one. */
  readonly inForce: Terms | null;
  /** Last day of the version in force. */
  readonly endsOn: string | null;
  readonly coreVotes: Votes;
  readonly councilVotes: Votes;
  readonly votedOn: string | null;
  readonly signedOn: string | null;
  readonly daysFromVoteToSignature: number | null;
  readonly resolution: 'exenta' | 'afecta' | null;
  readonly inForceSince: string | null;
  readonly publishedOn: string | null;
  /** Whether the text last put to a vote or to signature was turned down. */
  readonly turnedDown: 'yes' | 'no';
  readonly objections: number;
  readonly amendments: number;
  /** Why it is being wound up. */
  readonly ending: 'completed' | 'expired' | 'terminated' | null;
  /** Nothing but its closing is left to do: given up, or settled. */
  readonly over: 'given-up' | 'settled' | null;
}

export function openingContext(data: JsonObject, _participants: readonly Participant[], _law: Law): Agreement {
  return {
    object: typeof data['object'] === 'string' ? data['object'] : '', impact: (data['impact'] ?? null) as Agreement['impact'], amount: typeof data['amount'] === 'number' ? data['amount'] : null,
    draft: noTerms, inForce: null, endsOn: null, coreVotes: {}, councilVotes: {}, votedOn: null, signedOn: null, daysFromVoteToSignature: null, resolution: null,
    inForceSince: null, publishedOn: null, turnedDown: 'no', objections: 0, amendments: 0, ending: null, over: null,
  };
}

/** A regional government and municipalities, and nobody else: art. 8 ter lets no others join. */
export function inTheirOwnRoles(participants: readonly Pick<Participant, 'role' | 'institution'>[]): boolean {
  const own: Readonly<Record<string, RegExp>> = { regionalGovernment: /^gore-/, municipality: /^muni-/ };
  return participants.every(({ role, institution }) => own[role]?.test(institution) ?? true);
}

export function refuseOpening(_data: JsonObject, participants: readonly Participant[]): readonly { readonly path: string; readonly code: string }[] {
  return inTheirOwnRoles(participants) ? [] : [{ path: 'participants', code: 'rolesAreTheirOwn' }];
}

/** An amount in UTM of the event's day; null when either is not known. */
export function inUtm(amount: number | null, event: Pick<CaseEvent, 'law'>): number | null {
  const utm = lawNumber(event, 'utm');
  return amount === null || utm === null ? null : amount / utm;
}

/** What guards, steps and deadlines ask; what is only kept for readers makes no other situation. */
export function abstractOf({ draft, amount, endsOn, turnedDown, ending, over }: Agreement): JsonObject {
  if (over !== null) return { over, ending };
  const { projects, shares } = draft;
  return { projects: Math.min(projects.length, 2), shares: shares.length > 0, amount: amount !== null, endsOn: endsOn !== null, turnedDown, ending };
}
