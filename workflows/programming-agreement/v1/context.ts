import type { JsonObject, Law, Participant } from '../../../src/kit/index.js';
import { noTerms, type Terms } from '../../../src/kit/agreements/terms.js';
import { partiesWithoutDuties } from './clauses.js';

/** What a body decided: by vote, or by its silence, which lets the proposal stand. */
type Votes = Readonly<Record<string, 'approved' | 'rejected' | 'silence' | null>>;

/** What the case knows of its agreement. */
export interface Agreement extends JsonObject {
  readonly object: string;
  /** First and last year announced; null when no source says. */
  readonly from: number | null;
  readonly until: number | null;
  /** How many projects a source announces; the portfolio itself stands in the terms. */
  readonly announcedProjects: number | null;
  /** CLP in all; null when not agreed or not known. */
  readonly amount: number | null;
  /** Kinds of party that make the agreement what it is (CPR art. 115). */
  readonly form: 'between-regions' | 'with-ministries' | 'with-municipalities' | 'with-both' | 'with-entities';
  /** The text on its way through approvals. */
  readonly draft: Terms;
  /** The version in force; null before the first one. */
  readonly inForce: Terms | null;
  /** Parties that have not yet stated their responsibilities. */
  readonly silentParties: number;
  /** Last day of the version in force. */
  readonly endsOn: string | null;
  readonly coreVotes: Votes;
  readonly councilVotes: Votes;
  /** Day the last CORE decided; day the last party signed; days from one to the other. */
  readonly votedOn: string | null;
  readonly signedOn: string | null;
  readonly daysFromVoteToSignature: number | null;
  readonly decreedOn: string | null;
  readonly inForceSince: string | null;
  readonly publishedOn: string | null;
  /** Whether the text last put to a vote or to signature was turned down. */
  readonly turnedDown: 'yes' | 'no';
  /** Why Contraloría represented the decree. */
  readonly objection: 'illegality' | 'unconstitutional' | 'spending-limit' | null;
  readonly objections: number;
  readonly amendments: number;
  /** How the follow-up committee's evaluation ended. */
  readonly evaluation: 'met' | 'partly-met' | 'not-met' | null;
  /** Why it is being wound up. */
  readonly ending: 'completed' | 'expired' | 'revoked' | null;
  /** Nothing but its closing is left to do: given up, or settled. */
  readonly over: 'given-up' | 'settled' | null;
}

export function openingContext(data: JsonObject, participants: readonly Participant[], _law: Law): Agreement {
  const number = (field: string): number | null => (typeof data[field] === 'number' ? data[field] : null);
  return {
    object: typeof data['object'] === 'string' ? data['object'] : '', from: number('from'), until: number('until'), announcedProjects: number('projects'), amount: number('amount'),
    form: formOf(participants), draft: noTerms, inForce: null, silentParties: partiesWithoutDuties(noTerms, participants).length, endsOn: null,
    coreVotes: {}, councilVotes: {}, votedOn: null, signedOn: null, daysFromVoteToSignature: null, decreedOn: null, inForceSince: null, publishedOn: null,
    turnedDown: 'no', objection: null, objections: 0, amendments: 0, evaluation: null, ending: null, over: null,
  };
}

export function formOf(participants: readonly Participant[]): Agreement['form'] {
  const has = (role: string): boolean => participants.some((one) => one.role === role);
  if (has('ministry') && has('municipality')) return 'with-both';
  if (has('ministry')) return 'with-ministries';
  if (has('municipality')) return 'with-municipalities';
  // Only of the past: the law names no service as counterpart, and agreements were made with them.
  return participants.filter(({ role }) => role === 'regionalGovernment').length < 2 && has('entity') ? 'with-entities' : 'between-regions';
}

type Parties = readonly Pick<Participant, 'role' | 'institution'>[];

/** Between regional governments, or of these with ministries or municipalities (CPR art. 115); others only join (LOC 18.695 art. 8 bis). */
export function hasCounterpart(participants: Parties): boolean {
  return participants.filter(({ role }) => role === 'regionalGovernment' || role === 'ministry' || role === 'municipality').length >= 2;
}

/** A region is bound by its regional government; and whoever has a role of its own does not join as another body. */
export function inTheirOwnRoles(participants: Parties): boolean {
  const own: Readonly<Record<string, RegExp>> = { regionalGovernment: /^gore-/, ministry: /^min-/, municipality: /^muni-/, entity: /^(?!gore-|min-|muni-)/ };
  return participants.every(({ role, institution }) => own[role]?.test(institution) ?? true);
}

export function refuseOpening(_data: JsonObject, participants: readonly Participant[]): readonly { readonly path: string; readonly code: string }[] {
  return [
    ...(hasCounterpart(participants) ? [] : [{ path: 'participants', code: 'counterpartTakesPart' }]),
    ...(inTheirOwnRoles(participants) ? [] : [{ path: 'participants', code: 'rolesAreTheirOwn' }]),
  ];
}

/** What guards, steps and deadlines ask; what is only kept for readers makes no other situation. */
export function abstractOf({ form, draft, inForce, silentParties, endsOn, turnedDown, objection, ending, over }: Agreement): JsonObject {
  if (over !== null) return { over, ending };
  const { projects, shares, goals, reallocation } = draft;
  return {
    council: form === 'with-municipalities' || form === 'with-both', projects: Math.min(projects.length, 2), shares: shares.length > 0, silentParties,
    clauses: goals !== null, reallocation: reallocation !== null, lastInstance: inForce !== null && inForce.lastInstance !== null, endsOn: endsOn !== null, turnedDown, objection, ending,
  };
}
