import type { JsonObject, Law, Participant } from '../../../src/kit/index.js';

/** A post of the board, without the name of whoever holds it. */
export interface Seat {
  readonly municipality: string;
  readonly capacity: 'mayor' | 'councillor';
  readonly post: 'president' | 'secretary' | 'treasurer' | 'member';
}

/** A municipality on its way in or out of an association with legal personality. */
export interface Movement {
  readonly kind: 'join' | 'leave';
  readonly institution: string;
}

/** What the case knows of its association; municipalities by their codes. */
export interface Association extends JsonObject {
  readonly name: string;
  /** RUT, once the association has one. */
  readonly rut: string | null;
  readonly purposes: readonly string[];
  /** Municipalities that want to found it. */
  readonly parties: readonly string[];
  /** Those of them whose concejo has agreed, where the round of votes ended in a rejection and goes on. */
  readonly agreed: readonly string[];
  /** The municipality whose concejo rejected. */
  readonly refusedBy: string | null;
  /** Day of the last agreement of a concejo: the constitutive assembly comes after it. */
  readonly agreedOn: string | null;
  /** Day of the act or expiry that the next one follows: nobody dates what starts a limit before it. */
  readonly since: string | null;
  readonly constitutedOn: string | null;
  readonly members: readonly string[];
  readonly board: readonly Seat[];
  readonly boardIs: 'none' | 'provisional' | 'definitive';
  readonly request: 'none' | 'filed' | 'objected' | 'cleared' | 'approvedBySilence' | 'deemedNotFiled';
  readonly cure: 'none' | 'handedIn';
  /**
   * Since when the members of the provisional board (not the municipalities: arts 139, 145) answer jointly for what the
   * association took on while its objections were not cured (LOC 18.695 art. 141, inciso cuarto).
   */
  readonly boardLiableFrom: string | null;
  readonly registration: { readonly number: string; readonly on: string } | null;
  /** Whether the extraordinary assembly that elects the board was convened. */
  readonly electoral: 'notConvened' | 'convened';
  /** Changes of statutes, address or board that SUBDERE was not told of yet. */
  readonly unreported: readonly string[];
  readonly movement: Movement | null;
  readonly dissolvedOn: string | null;
}

export function openingContext(data: JsonObject, participants: readonly Participant[], _law: Law): Association {
  return {
    name: typeof data['name'] === 'string' ? data['name'] : '', rut: null, purposes: (data['purposes'] as readonly string[] | undefined) ?? [],
    parties: municipalitiesOf(participants), agreed: [], refusedBy: null, agreedOn: null, since: null, constitutedOn: null, members: [], board: [], boardIs: 'none',
    request: 'none', cure: 'none', boardLiableFrom: null, registration: null, electoral: 'notConvened', unreported: [], movement: null, dissolvedOn: null,
  };
}

export function municipalitiesOf(participants: readonly Participant[]): readonly string[] {
  return participants.filter(({ role }) => role === 'municipality').map(({ institution }) => institution);
}

/** Those whose concejo still has to agree. */
export function toAgree({ parties, agreed }: Pick<Association, 'parties' | 'agreed'>): readonly string[] {
  return parties.filter((institution) => !agreed.includes(institution));
}
