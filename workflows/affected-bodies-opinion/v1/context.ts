import type { JsonObject, Law, Participant } from '../../../src/kit/index.js';

/** What the case knows of the act in preparation. */
export interface ActInPreparation extends JsonObject {
  readonly act: string;
  /** `general`: of general effect, with clear effects on another body's competence (art. 37 bis). `report`: any other report (art. 37). */
  readonly kind: 'general' | 'report' | null;
  /** How many bodies reported before the file was closed. */
  readonly reported: number;
  /** Reports received after the file was closed, or after an urgent act. */
  readonly laterReports: readonly { readonly institution: string; readonly position: string; readonly on: string }[];
}

export function hasReports({ reported, laterReports }: Pick<ActInPreparation, 'reported' | 'laterReports'>): boolean {
  return reported > 0 || laterReports.length > 0;
}

export function openingContext(data: JsonObject, _participants: readonly Participant[], _law: Law): ActInPreparation {
  return { act: typeof data['act'] === 'string' ? data['act'] : '', kind: null, reported: 0, laterReports: [] };
}
