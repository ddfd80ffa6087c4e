import type { z } from 'zod';
import type { CaseEvent, JsonObject, Law, StepOutput } from '../case-event.js';
import type { Offices } from '../event.js';
import type { SharedReason } from '../words/reasons.js';

/** Why an act is refused: a key of the words, with what to say in it. */
export interface Reason {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Who can unblock it, as offices by role. */
  readonly unblockedBy?: Offices;
}

export interface StepRefusal {
  readonly refused: readonly Reason[];
}

/** What an act, a start or an expiry makes of a step. */
export interface StepChange<State> {
  readonly state: State;
  /** Set when the step ends: the machine takes its `onDone`. */
  readonly done?: StepOutput;
  /**
   * Deadlines of the step's own that begin, with the day they count from (null: not known yet) and whose seat's calendar
   * counts (left out: that of the rule's actor).
   */
  readonly start?: readonly { readonly deadline: string; readonly subject: string; readonly from: string | null; readonly institution?: string }[];
  /** Deadlines of its own that are met. */
  readonly met?: readonly { readonly deadline: string; readonly subject: string }[];
}

/** An act that can happen in an open step now, by whom. */
export interface OpenAct {
  readonly act: string;
  readonly by: Offices;
  /** Of several bodies in a role, those that may do it; all when left out. One entry per body where their examples differ. */
  readonly institutions?: readonly string[];
  readonly examples: readonly JsonObject[];
  /** Whether somebody is expected to do it now (a task), or only may. */
  readonly expected: boolean;
}

/** What an open step's acts may be built from. */
export interface StepSetting<Input = unknown> {
  readonly today: string;
  readonly input: Input;
  readonly law: Law;
}

/** An act that reached a step. */
export interface StepMoment<State, Input> {
  readonly state: State;
  readonly act: string;
  readonly event: CaseEvent;
  readonly input: Input;
}

/** What a step is, in the words of public administration (glossary). */
export type StepKind = 'signOff' | 'vote' | 'obligations' | 'opinion' | 'observations' | 'handover';

/**
 * A durable thing with several participants that a state waits for. A pure reducer: `start`, `apply` and `expire` answer a
 * new state and never touch the old one. Each act arrives as an event of the case, typed `<step id>.<act>`.
 */
export interface StepLogic<State extends JsonObject = JsonObject, Input = unknown> {
  readonly kind: StepKind;
  readonly acts: Readonly<Record<string, z.ZodType<JsonObject>>>;
  /** What an imported line may say instead of an act's own data: less, where registers of the past show less. */
  readonly registered?: Readonly<Record<string, z.ZodType<JsonObject>>>;
  readonly outcomes: readonly string[];
  start(input: Input, event: CaseEvent): StepChange<State>;
  /** `input` is made anew from the case as it stands: what an amendment changed is seen here, not in the stored state. */
  apply(moment: StepMoment<State, Input>): StepChange<State> | StepRefusal;
  expire?(state: State, ended: { readonly deadline: string; readonly subject: string; readonly on: string }): StepChange<State>;
  open(state: State, setting: StepSetting<Input>): readonly OpenAct[];
}

/** A step as a workflow declares it: the reducer, and how its input follows from the case when it starts. */
export interface StepDefinition<Context = JsonObject> {
  readonly logic: StepLogic;
  readonly input: (context: Context, event: CaseEvent) => unknown;
  /** Dated values its acts are judged by. */
  readonly law?: readonly string[];
}

/** Joins a reducer with the function that feeds it; the one place where a step's own types are let go. */
export function step<Context, State extends JsonObject, Input>(
  logic: StepLogic<State, Input>,
  declared: { readonly input: (context: Context, event: CaseEvent) => Input; readonly law?: readonly string[] },
): StepDefinition<Context> {
  return { logic: logic, ...declared };
}

export function isRefusal(change: object): change is StepRefusal {
  return 'refused' in change;
}

/** A refusal for one reason. */
export function refuse(code: SharedReason, params?: Reason['params'], unblockedBy?: Offices): StepRefusal {
  return { refused: [reason(code, params, unblockedBy)] };
}

/** A reason that kit or kernel gives: one whose words exist in both languages. */
export function reason(code: SharedReason, params?: Reason['params'], unblockedBy?: Offices): Reason {
  return { code, ...(params && { params }), ...(unblockedBy && { unblockedBy }) };
}
