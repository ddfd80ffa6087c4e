import { and as xstateAnd, assign as xstateAssign, not as xstateNot, or as xstateOr } from 'xstate';
import type { CaseEvent, JsonObject } from './case-event.js';
import type { Offices } from './event.js';

/** A guard by name, with params, or a combination of such. */
export type GuardExpression = string | { readonly type: string; readonly params: JsonObject } | CombinedGuard;

/** Made by `and`, `or`, `not`: what XState runs, and what we can still read to say why not. */
export interface CombinedGuard {
  readonly combine: 'and' | 'or' | 'not';
  readonly parts: readonly GuardExpression[];
}

function combined(combine: CombinedGuard['combine'], parts: readonly GuardExpression[], guard: unknown): CombinedGuard {
  return Object.assign(guard as object, { combine, parts });
}
export const and = (...parts: readonly GuardExpression[]): CombinedGuard => combined('and', parts, xstateAnd(parts as never));
export const or = (...parts: readonly GuardExpression[]): CombinedGuard => combined('or', parts, xstateOr(parts as never));
export const not = (part: GuardExpression): CombinedGuard => combined('not', [part], xstateNot(part as never));

/** The mark of an action that only changes the context. */
export interface AssignAction<Context> {
  readonly assigns: (context: Context) => void;
}

/** An action that changes the context and nothing else: XState's `assign`, with our event. */
export function assign<Context extends JsonObject>(
  change: (args: { context: Context; event: CaseEvent }, params: JsonObject) => Partial<Context>,
): AssignAction<Context> {
  return xstateAssign(change as never) as unknown as AssignAction<Context>;
}

/** Names of the house's own actions: what the engine folds into rows. */
export const houseActions = { dispatch: () => undefined, noteExpiry: () => undefined, moveCompetence: () => undefined } as const;

export const houseGuards = {
  /** The outcome with which a step ended. */
  outcome: ({ event }: { event: CaseEvent }, params: { is: string }): boolean => event.output?.outcome === params.is,
  /** Whether the deadline's latest run expired. */
  expired: ({ event }: { event: CaseEvent }, params: { deadline: string }): boolean => event.expired.includes(params.deadline),
} as const;

/** Guard: the step ended with this outcome. */
export const outcome = (is: string): GuardExpression => ({ type: 'outcome', params: { is } });
/** Guard: the deadline's latest run expired. */
export const expired = (deadline: string): GuardExpression => ({ type: 'expired', params: { deadline } });

/** For the `after` of a deadline whose expiry moves nothing: the journal says that it ended, the state stays. */
export const noteExpiry = 'noteExpiry';

/**
 * Action: a competence changes hands. The context's field holds the `CompetenceChange`, or a list of them, after the
 * transition's other actions; the ledger takes it in the same transaction. A field that is null changes nothing.
 */
export const moveCompetence = (field: string): { type: 'moveCompetence'; params: { field: string } } => ({ type: 'moveCompetence', params: { field } });

/**
 * Action: an act says from which later day a competence changes hands. The ledger answers for that day from now on; open
 * cases stay where they are until `moveCompetence` on the day itself. Changes whose day has come are left to it, too.
 */
export const announceCompetence = (field: string): { type: 'moveCompetence'; params: { field: string; days: 'to-come' } } =>
  ({ type: 'moveCompetence', params: { field, days: 'to-come' } });

/** What is told outside, without reply: a row of the outbox, sent by the performer. */
export interface Dispatch {
  readonly kind: 'mail';
  /** Key of the words: subject and text. */
  readonly message: string;
  readonly to: Offices;
}
/** Action: tell these offices. */
export const dispatch = (message: string, to: Offices): { type: 'dispatch'; params: { kind: 'mail'; message: string; to: Offices } } =>
  ({ type: 'dispatch', params: { kind: 'mail', message, to } });
