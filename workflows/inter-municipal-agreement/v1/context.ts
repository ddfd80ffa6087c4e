import { lawDay, lawNumber, type CaseEvent, type JsonObject, type Law, type Participant } from '../../../src/kit/index.js';

/** What one municipality takes on (LOC 18.695 art. 138, letters a to c). */
export interface Member {
  readonly institution: string;
  readonly obligation: string;
  /** CLP it puts in; 0 when it gives none. */
  readonly amount: number;
  /** Other material resources. */
  readonly inKind: string | null;
  /** Officials it makes available. */
  readonly staff: number;
}

/** One text of the agreement, with the four things that art. 138 asks of it. */
export interface Terms extends JsonObject {
  readonly members: readonly Member[];
  /** The municipality that administers and directs (art. 138 d). */
  readonly lead: string;
  /** Last day; null: without a term. */
  readonly endsOn: string | null;
  readonly textSha256: string;
  /** Whether its amount makes it a matter of art. 65 j; `unknown` when the UTM is. */
  readonly ofArticle65: 'yes' | 'no' | 'unknown';
}

/** What the case knows of its agreement. */
export interface Agreement extends JsonObject {
  readonly purpose: string;
  /** The text on its way; that in force stays until the decrees of the next are all issued. */
  readonly draft: Terms | null;
  readonly terms: Terms | null;
  /** Last day of the text in force. */
  readonly endsOn: string | null;
  readonly signedOn: string | null;
  readonly inForceOn: string | null;
  /** CLP handed over, by municipality. */
  readonly contributed: Readonly<Record<string, number>>;
  /** CLP spent, by the last account of the municipality in charge; null before the first. */
  readonly spent: number | null;
  readonly fulfilled: readonly { readonly institution: string; readonly on: string }[];
  readonly amendments: number;
  readonly ending: 'expired' | 'terminated' | null;
}

export function openingContext(data: JsonObject, _participants: readonly Participant[], _law: Law): Agreement {
  return {
    purpose: typeof data['purpose'] === 'string' ? data['purpose'] : '', draft: null, terms: null, endsOn: null, signedOn: null, inForceOn: null,
    contributed: {}, spent: null, fulfilled: [], amendments: 0, ending: null,
  };
}

export function municipalitiesOf(participants: readonly Participant[]): readonly string[] {
  return participants.filter(({ role }) => role === 'municipality').map(({ institution }) => institution);
}

/**
 * Whether an amount is one of art. 65 j: 500 UTM or more of the agreement as a whole, for it is the agreement that
 * "involves" it. Without the UTM of the day it cannot be said.
 */
export function ofArticle65(amount: number, event: Pick<CaseEvent, 'law'>): Terms['ofArticle65'] {
  const utm = lawNumber(event, 'utm');
  const threshold = lawNumber(event, 'concejo.agreement-threshold-utm') ?? 500;
  if (utm === null) return 'unknown';
  return amount / utm >= threshold ? 'yes' : 'no';
}

/** Whether it binds this municipality beyond its mayor's term; one without a term does. */
export function beyondMayorsTerm({ endsOn }: Terms, event: Pick<CaseEvent, 'law'>, institution: string): boolean {
  const termEnd = lawDay(event, 'mayor.term-end', institution);
  return endsOn === null || (termEnd !== null && endsOn > termEnd);
}

/** CLP pledged by a municipality and not handed over. */
export function owed({ terms, contributed }: Pick<Agreement, 'terms' | 'contributed'>, institution: string): number {
  const pledged = terms?.members.find((one) => one.institution === institution)?.amount ?? 0;
  return pledged - (contributed[institution] ?? 0);
}
