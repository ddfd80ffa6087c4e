import type { z } from 'zod';
import type { JsonObject, Law, Participant } from './case-event.js';

/** Offices that may act, by the role of their institution in the case. */
export type Offices = Readonly<Record<string, readonly string[]>>;

/** What an example may be built from: the case as it stands, and today. */
export interface ExampleSetting<Context> {
  readonly context: Context;
  readonly today: string;
  readonly law: Law;
  readonly participants: readonly Participant[];
}

/**
 * An event of a workflow: who may send it, what it says, and examples that work. The schema is at once the type, the form,
 * the API contract and the check at the door.
 */
export interface EventDefinition<Context = JsonObject, Data extends JsonObject = JsonObject> {
  readonly by: Offices;
  readonly schema: z.ZodType<Data>;
  /** At least one per branch of the guards it meets, following the case; the first that the state takes is offered. */
  readonly examples: (setting: ExampleSetting<Context>) => readonly Data[];
  /** Names of the dated values its guards and actions read. */
  readonly law?: readonly string[];
  /** The kind of legal act that usually stands behind it. */
  readonly instrument?: string;
}

/** Declares an event. */
export function event<Context, Data extends JsonObject>(definition: EventDefinition<Context, Data>): EventDefinition<Context, Data> {
  return definition;
}
