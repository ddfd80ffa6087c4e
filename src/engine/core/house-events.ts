import { z } from 'zod';
import { linkClosedSchema, linkEvents, linkOpenedSchema, type JsonObject } from '../../kit/index.js';
import { isOpen, type CaseState, type DeadlineRow } from './case-state.js';
import { ruleOf, type Definition } from './definition.js';
import type { Occurrence } from './occurrence.js';
import type { Decision } from './outcome.js';

const code = z.string().min(1).max(60);

/** What happens to a case from outside its own procedure: only the engine sends these. */
export const houseEvents = {
  /** Another institution takes over a part in the case: the competence it rests on changed hands. */
  'participant.replaced': z.strictObject({ role: code, from: code, to: code, basis: z.string().min(1).max(500), act: z.record(z.string(), z.unknown()).optional() }),
  [linkEvents.opened]: linkOpenedSchema,
  [linkEvents.closed]: linkClosedSchema,
} as const;

/** Types of the lines by which a case goes over to another version of its workflow, and comes back. */
export const migrationLines = { migrated: 'definition.migrated', restored: 'definition.restored' } as const;

/** Types that no person and no program may send, whoever they are. */
const engineOnly: ReadonlySet<string> = new Set([...Object.keys(houseEvents), 'deadline.recomputed', ...Object.values(migrationLines)]);

export function isEngineOnly(type: string): boolean {
  return engineOnly.has(type);
}

export function isHouseEvent(type: string): type is keyof typeof houseEvents {
  return Object.hasOwn(houseEvents, type);
}

/** The line is kept and the case stays as it was. */
export function recorded(state: CaseState, event: Occurrence): Decision {
  return { state: { ...state, seq: event.seq }, dispatches: [], competences: [] };
}

/**
 * Moves a part in the case, with everything that runs, from one institution to another: deadlines keep their dates and do
 * not restart, open steps ask the new one, and its tasks follow.
 */
export function replaceParticipant(definition: Definition, state: CaseState, event: Occurrence): Decision {
  const { role, from, to } = event.data as { role: string; from: string; to: string };
  const participants = state.participants.map((one) => (one.role === role && one.institution === from ? { ...one, institution: to, formerly: [...(one.formerly ?? []), from] } : one));
  const deadlines = state.deadlines.map((row) => moved(definition, row, { role, from, to }));
  const steps = state.steps.map((step) => (step.status === 'open' ? { ...step, state: renamed(step.state, from, to) as JsonObject } : step));
  const lastOn = event.on > state.lastOn ? event.on : state.lastOn;
  return { state: { ...state, seq: event.seq, lastOn, participants, deadlines, steps }, dispatches: [], competences: [] };
}

function moved(definition: Definition, row: DeadlineRow, { role, from, to }: { readonly role: string; readonly from: string; readonly to: string }): DeadlineRow {
  const theirs = row.institution === from && (ruleOf(definition, row.name).actor === role || row.subject === from);
  return isOpen(row) && theirs ? { ...row, institution: to, countedFor: row.countedFor ?? from, subject: row.subject === from ? to : row.subject } : row;
}

/** A step's state with an institution's code replaced wherever it stands, as a value or as the key of what is its own. */
function renamed(value: unknown, from: string, to: string): unknown {
  if (value === from) return to;
  if (Array.isArray(value)) return value.map((one) => renamed(one, from, to));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key === from ? to : key, renamed(inner, from, to)]));
}
