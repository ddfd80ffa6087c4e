import { z } from 'zod';
import type { JsonObject } from './case-event.js';
import { event, type EventDefinition, type ExampleSetting } from './event.js';

/** What one case is to another. */
export const linkRelations = ['amends', 'opinion-for', 'dispute-about', 'hands-over', 'part-of'] as const;
export type LinkRelation = (typeof linkRelations)[number];

const linked = { relation: z.enum(linkRelations), case: z.string().min(1).max(60), number: z.string().min(1).max(60), workflow: z.string().min(1).max(60) };
/** What a case's journal says when another case was opened about it. */
export const linkOpenedSchema = z.strictObject(linked);
/** What it says when that case ended, and how. */
export const linkClosedSchema = z.strictObject({ ...linked, outcome: z.string().min(1).max(60) });
export type LinkClosed = z.infer<typeof linkClosedSchema>;

/** Types of the events by which a case learns of the cases linked to it. Only the engine sends them. */
export const linkEvents = { opened: 'link.opened', closed: 'link.closed' } as const;

/**
 * Declares that a chart takes `link.closed`: a state may wait for a case about it (an opinion, a dispute, a handover).
 * Guards read `event.data.relation`, `.workflow` and `.outcome`.
 */
export function linkClosed<Context>(examples: (setting: ExampleSetting<Context>) => readonly LinkClosed[]): EventDefinition<Context> {
  return event<Context, JsonObject>({ by: {}, schema: linkClosedSchema, examples });
}
