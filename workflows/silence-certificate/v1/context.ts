import type { JsonObject, Law, Participant } from '../../../src/kit/index.js';

/** What is asked for: it decides what silence means (Ley 19.880 arts 64, 65). */
export const natures = ['request', 'fiscal-patrimony', 'ex-officio', 'appeal-or-review', 'right-of-petition'] as const;
/** Which limit is the "plazo legal para resolver" of art. 64: the law does not say; whoever classifies the request does. */
export const limits = ['special', 'certificate', 'six-months'] as const;

/** What the case knows of the request. */
export interface Request extends JsonObject {
  readonly filedOn: string | null;
  readonly nature: (typeof natures)[number] | null;
  readonly limit: (typeof limits)[number] | null;
  /** Last day of a special limit, already counted by its own law. */
  readonly specialUntil: string | null;
  /** Day after a limit that ended unanswered: what follows from its end did not happen before. */
  readonly limitEndedOn: string | null;
  /** Day of the certificate: the effects of the silence, and the terms to appeal, run from it. */
  readonly certifiedOn: string | null;
  /** Day the superior took notice of the complaint's copy. */
  readonly superiorKnowsSince: string | null;
}

export function openingContext(data: JsonObject, _participants: readonly Participant[], _law: Law): Request {
  const filedOn = typeof data['filedOn'] === 'string' ? data['filedOn'] : null;
  return { filedOn, nature: null, limit: null, specialUntil: null, limitEndedOn: null, certifiedOn: null, superiorKnowsSince: null };
}
