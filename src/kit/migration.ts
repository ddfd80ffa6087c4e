import type { JsonObject } from './case-event.js';

/**
 * How a case of an earlier version stands in this one. Pure. That a case may move at all is a decision of people: a running
 * case stays on its version unless the new law's own transitory articles say otherwise.
 */
export interface MigrationPlan {
  readonly from: number;
  readonly to: number;
  /** The transitory article that governs running cases; null: not read, so nothing is decided for anybody (`ask`). */
  readonly article: string | null;
  /** The state (as XState writes it) where such a case stands; null where only people can say. */
  readonly state: (value: unknown, context: JsonObject) => unknown;
  readonly context: (context: JsonObject) => JsonObject;
  /** The name under which an open deadline runs on; null: it ends with the old version. Left out: under its own name. */
  readonly deadlines: Readonly<Record<string, string | null>>;
  /** The id under which an open step goes on; null: it ends. Left out: under its own id. */
  readonly steps: Readonly<Record<string, string | null>>;
}
