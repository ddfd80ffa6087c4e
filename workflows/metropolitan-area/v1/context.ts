import type { CompetenceChange, JsonObject, Law, Participant } from '../../../src/kit/index.js';

/** Fields in which a decree issued ex officio must name competences, with the role of the ministry each comes from. */
export const fields = { transport: 'transport', 'housing-investment': 'housing', environment: 'environment', 'public-works': 'publicWorks' } as const;
export type Field = keyof typeof fields;

/** A competence the decree names for the area. */
export interface Named extends JsonObject {
  readonly code: string;
  readonly name: string;
  readonly field: Field;
  readonly mode: 'exclusive' | 'shared';
}

/** What the case knows of its area: only what guards, deadlines, the ledger and readers need. */
export interface Area extends JsonObject {
  readonly name: string;
  readonly path: 'request' | 'ex-officio' | null;
  /** Inhabitants of its communes, as the study counts them. */
  readonly population: number | null;
  readonly named: readonly Named[];
  /** First day; null: from the decree's publication (Ley 19.880 art. 49). */
  readonly effectiveOn: string | null;
  readonly textSha256: string | null;
  readonly objection: 'legality' | 'unconstitutional' | 'spending-limit' | null;
  readonly lastDayBefore: string | null;
  readonly mayors: 'installed' | null;
  readonly department: 'created' | null;
  readonly sessions: number;
  /** What the mayors are being heard about. */
  readonly matter: string | null;
  readonly approvals: readonly { readonly matter: string; readonly decision: string; readonly on: string }[];
  /** What the ledger is told at the effect: each competence in each commune. */
  readonly transfers: readonly CompetenceChange[];
}

export function openingContext(data: JsonObject, _participants: readonly Participant[], _law: Law): Area {
  return {
    name: typeof data['name'] === 'string' ? data['name'] : '', path: null, population: null, named: [], effectiveOn: null, textSha256: null, objection: null,
    lastDayBefore: null, mayors: null, department: null, sessions: 0, matter: null, approvals: [], transfers: [],
  };
}

/** The municipalities of the area, each with a voice. */
export function municipalities(participants: readonly Participant[]): readonly string[] {
  return participants.filter(({ role }) => role === 'municipality').map(({ institution }) => institution);
}
