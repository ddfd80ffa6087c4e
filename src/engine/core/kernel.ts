import { createActor, initialTransition, transition, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
import type { CaseEvent, JsonObject } from '../../kit/index.js';
import type { Definition } from './definition.js';
import { KERNEL } from './definition.js';
import type { Envelope, StepRow } from './case-state.js';

/** What XState asks of its host, in the order it asks it. */
export type KernelAction =
  | { readonly kind: 'startDeadline' | 'cancelDeadline'; readonly name: string; readonly state: string }
  | { readonly kind: 'startStep'; readonly id: string; readonly src: string }
  | { readonly kind: 'stopStep'; readonly id: string }
  | { readonly kind: 'dispatch'; readonly params: JsonObject }
  | { readonly kind: 'moveCompetence'; readonly field: string; readonly days?: 'to-come' };

interface RawAction {
  readonly type: string;
  readonly params?: unknown;
}

/**
 * Revives a stored snapshot as XState sees it: a never-started actor keeps history states and the identity of invoked
 * children, and executes nothing. `resolveState` loses both silently. Snapshots never change: what was revived last is
 * handed out again, for a case is asked of many events in a row (what may happen next, verification).
 */
export function revive(machine: AnyStateMachine, envelope: Envelope, steps: readonly StepRow[], outcome: string | null): AnyMachineSnapshot {
  if (latest?.envelope === envelope && latest.machine === machine && latest.steps === steps && latest.outcome === outcome) return latest.snapshot;
  const open = steps.filter((step) => step.status === 'open');
  const children = Object.fromEntries(open.map((step) => [step.id, { snapshot: { status: 'active' }, src: step.id, syncSnapshot: false }]));
  const stored = {
    status: outcome === null ? 'active' : 'done', value: envelope.value, context: envelope.context, historyValue: envelope.history, children,
  };
  const snapshot = createActor(machine, { snapshot: stored as never }).getSnapshot() as AnyMachineSnapshot;
  latest = { machine, envelope, steps, outcome, snapshot };
  return snapshot;
}

interface Revived {
  readonly machine: AnyStateMachine;
  readonly envelope: Envelope;
  readonly steps: readonly StepRow[];
  readonly outcome: string | null;
  readonly snapshot: AnyMachineSnapshot;
}
let latest: Revived | undefined;

/** Takes the machine one event further; null when the event moves nothing (XState says so by silence). */
export function advance(machine: AnyStateMachine, snapshot: AnyMachineSnapshot, event: CaseEvent | { readonly type: string }): { snapshot: AnyMachineSnapshot; actions: readonly KernelAction[] } | null {
  const [next, actions] = transition(machine, snapshot, event as never);
  if (next === snapshot && actions.length === 0) return null;
  return { snapshot: next as AnyMachineSnapshot, actions: actions.flatMap((action) => translate(action as RawAction)) };
}

export function begin(machine: AnyStateMachine, context: JsonObject): { snapshot: AnyMachineSnapshot; actions: readonly KernelAction[] } {
  const [snapshot, actions] = initialTransition(machine, { context });
  return { snapshot: snapshot as AnyMachineSnapshot, actions: actions.flatMap((action) => translate(action as RawAction)) };
}

/** The snapshot as stored. Only `value`, `context` and `history` are XState's; the rest is ours. */
export function pack(definition: Definition, machine: AnyStateMachine, snapshot: AnyMachineSnapshot): Envelope {
  return {
    definition: definition.name, version: definition.version, definitionHash: definition.hash, kernel: KERNEL,
    value: snapshot.value, context: snapshot.context as JsonObject, history: historyOf(machine, snapshot),
  };
}

/** Most charts remember no history, and asking XState for its persisted form costs as much as the transition did. */
function historyOf(machine: AnyStateMachine, snapshot: AnyMachineSnapshot): unknown {
  if (Object.keys(snapshot.historyValue).length === 0) return {};
  const persisted = machine.getPersistedSnapshot({ ...snapshot, children: {} } as never) as unknown as { historyValue?: unknown };
  return persisted.historyValue ?? {};
}

const AFTER = /^xstate\.after\.([^.]+)\.(.+)$/;

/** The event by which an expired deadline of a state reaches the machine. */
export function afterEvent(name: string, state: string): string {
  return `xstate.after.${name}.${state}`;
}

/** The event by which a step that ended reaches the machine. */
export function doneEvent(stepId: string): string {
  return `xstate.done.actor.${stepId}`;
}

function deadlineAction(kind: 'startDeadline' | 'cancelDeadline', id: string): KernelAction {
  const found = AFTER.exec(id);
  if (!found) throw new Error(`not a deadline of the dialect: ${id}`);
  return { kind, name: found[1], state: found[2] };
}

function translate(action: RawAction): readonly KernelAction[] {
  const params = action.params as { id?: string; sendId?: string; src?: string; delay?: number } | undefined;
  switch (action.type) {
    case 'xstate.raise': return [deadlineAction('startDeadline', String(params?.id))];
    case 'xstate.cancel': return [deadlineAction('cancelDeadline', String(params?.sendId))];
    case 'xstate.spawnChild': return [{ kind: 'startStep', id: String(params?.id), src: String(params?.src) }];
    case 'xstate.stopChild': return [{ kind: 'stopStep', id: String(params?.id) }];
    case 'dispatch': return [{ kind: 'dispatch', params: action.params as JsonObject }];
    case 'moveCompetence': return [{ kind: 'moveCompetence', ...(action.params as { field: string; days?: 'to-come' }) }];
    case 'noteExpiry': return [];
    default: throw new Error(`the dialect has no action ${action.type}`);
  }
}

/** Active leaf states as dotted paths, and every active state up to the root, leaves first. */
export function leafPaths(value: unknown, prefix = ''): readonly string[] {
  if (typeof value === 'string') return [prefix + value];
  const entries = Object.entries(value as Record<string, unknown>);
  if (entries.length === 0) return prefix === '' ? [] : [prefix.slice(0, -1)];
  return entries.flatMap(([key, inner]) => (isEmpty(inner) ? [prefix + key] : leafPaths(inner, `${prefix}${key}.`)));
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
