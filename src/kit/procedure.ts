import { fromCallback, setup, type AnyStateMachine } from 'xstate';
import type { z } from 'zod';
import type { CaseEvent, Certainty, Instrument, JsonObject, Law, Level, Participant } from './case-event.js';
import type { DeadlineRule } from './deadline.js';
import type { EventDefinition, Offices } from './event.js';
import type { MigrationPlan } from './migration.js';
import type { AssignAction, GuardExpression } from './pure.js';
import { houseActions, houseGuards } from './pure.js';
import type { StepDefinition } from './steps/step.js';

/** A role of the workflow: which levels may take it, whether it signs, and who takes it when nobody is named. */
export interface RoleDefinition {
  readonly levels: readonly Level[];
  readonly party: boolean;
  readonly optional?: boolean;
  /** Several institutions may take it (the municipalities of an agreement); without it one does. */
  readonly many?: true;
  /** The competence whose institution in charge takes the role; it changes hands with the competence. */
  readonly attribution?: string;
  /** The institution that takes the role by law, from the region of the case's territory (two digits, or null). */
  readonly byLaw?: (region: string | null) => string | null;
}

/** What one office has to do now. Declared on the state that waits for it; the task itself is always derived. */
export interface TaskDeclaration {
  readonly task: string;
  readonly role: string;
  readonly offices: readonly string[];
  /** The events with which it is done. */
  readonly events: readonly string[];
}

/** A wait on somebody outside, or one the law sets no limit for, said in so many words. */
export interface WaitDeclaration {
  readonly reason: string;
  readonly basis: string;
  readonly role: string;
}

export interface StateMeta {
  readonly tasks?: readonly TaskDeclaration[];
  readonly waits?: readonly WaitDeclaration[];
  /** Acts of an open step that this state does not allow, each with the key of the words that say why. */
  readonly refuses?: Readonly<Record<string, string>>;
}

export interface TransitionConfig {
  readonly target?: string;
  readonly guard?: GuardExpression;
  readonly actions?: ActionReference | readonly ActionReference[];
  readonly reenter?: true;
}
export type ActionReference = string | { readonly type: string; readonly params: JsonObject };
type Transitions = string | TransitionConfig | readonly TransitionConfig[];

/** The house dialect of an XState state: what a workflow author may write (design, section 5). */
export interface StateConfig {
  readonly id?: string;
  readonly type?: 'final' | 'history' | 'parallel';
  readonly history?: 'shallow' | 'deep';
  readonly target?: string;
  readonly initial?: string;
  readonly states?: Readonly<Record<string, StateConfig>>;
  readonly on?: Readonly<Record<string, Transitions>>;
  readonly after?: Readonly<Record<string, Transitions>>;
  readonly always?: TransitionConfig | readonly TransitionConfig[];
  readonly entry?: ActionReference | readonly ActionReference[];
  readonly exit?: ActionReference | readonly ActionReference[];
  readonly invoke?: { readonly id: string; readonly src: string; readonly onDone: Transitions };
  readonly onDone?: Transitions;
  readonly meta?: StateMeta;
}

/** What a case is opened with. */
export interface Opening<Context extends JsonObject> {
  readonly by: Offices;
  readonly schema: z.ZodType<JsonObject>;
  readonly law?: readonly string[];
  /** Total: XState calls it once more without input on every transition. */
  readonly context: (data: JsonObject, participants: readonly Participant[], law: Law) => Context;
  /** Why a case may not be opened like this, in keys of the words; empty when it may. */
  readonly refuse?: (data: JsonObject, participants: readonly Participant[]) => readonly { readonly path: string; readonly code: string }[];
  readonly example: OpeningExample;
  /** Other ways to open a case, so that verification sees the branches that the example does not. */
  readonly examples?: readonly OpeningExample[];
}

export interface OpeningExample {
  readonly title: string;
  readonly territory: string;
  readonly participants: readonly { readonly role: string; readonly institution: string }[];
  readonly data: JsonObject;
}

/** The days of the law a version was written for: official until then, and why it may not be relied on afterwards. */
export interface Serves {
  readonly from: string | null;
  readonly until: string | null;
  /** Key of the words' reasons; shown wherever the case is. */
  readonly note: string;
}

/** How one region begins and ends the same legal instrument; data for readers, the procedure is the same. */
export interface Variant {
  /** Two digits. */
  readonly region: string;
  readonly start: VariantAct;
  readonly end: VariantAct;
  readonly source: string;
  readonly certainty: Certainty;
}
export interface VariantAct {
  /** The act as the region's own register of procedures names it. */
  readonly act: string;
  readonly instrument: Instrument['kind'];
}

/** Everything of a workflow but its chart. */
export interface ProcedureParts<Context extends JsonObject> {
  readonly name: string;
  readonly version: number;
  readonly status: 'draft' | 'released';
  /** The letters of its case numbers, e.g. `FT`. */
  readonly abbreviation: string;
  /** The day from which new cases are opened on this version; from its release on when left out. */
  readonly effective?: string;
  readonly serves?: Serves;
  /** How cases of earlier versions can be moved to this one. */
  readonly migrations?: readonly MigrationPlan[];
  readonly variants?: readonly Variant[];
  readonly basis: readonly { readonly law: string; readonly articles: string; readonly asOf: string | null; readonly certainty: Certainty }[];
  readonly roles: Readonly<Record<string, RoleDefinition>>;
  readonly opening: Opening<Context>;
  readonly events: Readonly<Record<string, EventDefinition<Context>>>;
  readonly deadlines: Readonly<Record<string, DeadlineRule>>;
  readonly steps: Readonly<Record<string, StepDefinition<Context>>>;
  readonly guards: Readonly<Record<string, (args: { context: Context; event: CaseEvent }, params: JsonObject | undefined) => boolean>>;
  readonly actions: Readonly<Record<string, AssignAction<Context>>>;
  /** The context with its counters capped: two cases alike in this and in their state are one *situation*. */
  readonly abstract: (context: Context) => JsonObject;
}

/** A definition without its words: the parts, the chart as written, and the machine made of it. */
export interface Procedure extends ProcedureParts<JsonObject> {
  readonly chart: StateConfig;
  readonly machine: () => AnyStateMachine;
}

/**
 * Makes a workflow of its parts and its chart. The machine is made on first use, after the dialect check: an undeclared
 * delay or an inline action would not fail in XState, it would fire at once or run unseen.
 */
export function procedure<Context extends JsonObject>(parts: ProcedureParts<Context>, chart: StateConfig): Procedure {
  let machine: AnyStateMachine | undefined;
  const plain = parts as unknown as ProcedureParts<JsonObject>;
  return { ...plain, chart, machine: () => (machine ??= makeMachine(plain, chart)) };
}

// Total: XState calls the factory once more without input on every transition.
const context = ({ input }: { input?: { readonly context: JsonObject } }): JsonObject => input?.context ?? {};

function makeMachine(parts: ProcedureParts<JsonObject>, chart: StateConfig): AnyStateMachine {
  const implementations: object = {
    // The number is never used: a delay only makes XState say "start" and "cancel" by the deadline's name.
    delays: Object.fromEntries(Object.keys(parts.deadlines).map((name) => [name, 1])),
    actors: Object.fromEntries(Object.keys(parts.steps).map((name) => [name, fromCallback(() => undefined)])),
    guards: { ...houseGuards, ...parts.guards },
    actions: { ...houseActions, ...parts.actions },
  };
  const config: object = { ...chart, id: parts.name, context };
  return setup(implementations).createMachine(config);
}
