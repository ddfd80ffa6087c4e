import type { JsonObject, Law, Participant } from '../../../src/kit/index.js';

/** A project, work or measure of the plan (LGUC art. 177). */
export interface Investment {
  readonly name: string;
  readonly kind: 'project' | 'work' | 'measure';
  /** Code of the municipality where it is, null where it crosses several. */
  readonly municipality: string | null;
}

/** One text of the plan. */
export interface PlanText {
  readonly textSha256: string;
  readonly investments: readonly Investment[];
}

/** What the case knows of its plan. */
export interface Plan extends JsonObject {
  readonly name: string;
  /** Why the area has such a plan (art. 177): it is metropolitan, or has an intercommunal or metropolitan plan. */
  readonly area: 'metropolitan-area' | 'intercommunal-plan';
  /** Municipalities whose communes the area includes. */
  readonly municipalities: readonly string[];
  /** The text on its way, the first one or an update; the plan in force stays until the next is published. */
  readonly draft: PlanText | null;
  readonly inForce: PlanText | null;
  readonly promulgatedOn: string | null;
  readonly publishedOn: string | null;
  readonly updates: number;
}

export function openingContext(data: JsonObject, participants: readonly Participant[], _law: Law): Plan {
  return {
    name: typeof data['name'] === 'string' ? data['name'] : '', area: data['area'] === 'metropolitan-area' ? 'metropolitan-area' : 'intercommunal-plan',
    municipalities: municipalitiesOf(participants), draft: null, inForce: null, promulgatedOn: null, publishedOn: null, updates: 0,
  };
}

export function municipalitiesOf(participants: readonly Participant[]): readonly string[] {
  return participants.filter(({ role }) => role === 'municipality').map(({ institution }) => institution);
}
