import type { JsonObject, Law, Participant } from '../../../src/kit/index.js';

/** A text of the plan: its period and its fingerprint. */
export interface PlanText {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly textSha256: string;
}

/** What the case knows of its plan comunal de desarrollo. */
export interface Plan extends JsonObject {
  readonly name: string;
  /** The text on its way, the first one or a modification; the plan in force stays until the next is decreed. */
  readonly draft: PlanText | null;
  /** Day its text was finished: the COSOC is not informed of it before. */
  readonly draftedOn: string | null;
  readonly inForce: PlanText | null;
  /** Last day of the plan in force. */
  readonly endsOn: string | null;
  /** Acts of participation held for the text that is being drafted (LOC 18.695 art. 7). */
  readonly participation: number;
  /** What the consejo comunal de organizaciones de la sociedad civil said of the text: nothing yet, its observations, nothing in its fifteen days. */
  readonly cosoc: 'pending' | 'informed' | 'observed' | 'silent' | 'notApplicable';
  readonly council: 'pending' | 'approved' | 'proposalStands' | 'rejected';
  /** Day the regional government acknowledged it; null while it did not. */
  readonly receivedByRegionOn: string | null;
  readonly evaluations: number;
  readonly modifications: number;
}

export function openingContext(data: JsonObject, _participants: readonly Participant[], _law: Law): Plan {
  return {
    name: typeof data['name'] === 'string' ? data['name'] : '', draft: null, draftedOn: null, inForce: null, endsOn: null, participation: 0, cosoc: 'pending', council: 'pending',
    receivedByRegionOn: null, evaluations: 0, modifications: 0,
  };
}

/** The same day some years later; 29 February becomes the 28th. */
export function yearsAfter(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4).replace('-02-29', '-02-28')}`;
}
