import type { Certainty, Level } from '../kit/case-event.js';
import type { InstitutionKind } from './offices.js';

/** A body that can take part in a case. */
export interface Institution {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  readonly kind: InstitutionKind;
  /** The region, province or commune it serves; null for the whole country. */
  readonly territory: string | null;
  /** The commune where it sits: its calendar counts this body's deadlines. Null when unknown: national holidays alone. */
  readonly seat: string | null;
  /** `unit`: met in a register, not known to us; shown as such until somebody says what it is. */
  readonly flag: 'unit' | null;
  /** The weaker of how sure we are that it exists under this name and that it sits there. */
  readonly certainty: Certainty;
}
