import type { CaseEvent, GuardExpression, JsonObject, TransitionConfig } from '../../../kit/index.js';
import { houseGuards } from '../../../kit/index.js';
import { activeStates, nodeId, transitionList, type ChartState } from '../chart.js';
import type { Definition } from '../definition.js';
import { leafPaths } from '../kernel.js';

/** What the chart says of one configuration of active states: looked up once for all the situations that share it. */
export interface Charted {
  readonly states: readonly ChartState[];
  /** Each active leaf with its ancestors, innermost first: the order in which XState looks for a transition. */
  readonly lines: readonly (readonly ChartState[])[];
  readonly types: readonly string[];
}

/** Looks configurations up, each once. */
export function chartedBy(definition: Definition): (value: unknown) => Charted {
  const seen = new Map<string, Charted>();
  let latest: { readonly value: unknown; readonly charted: Charted } | undefined;
  return (value) => {
    if (latest?.value !== value) latest = { value, charted: alike(value) };
    return latest!.charted;
  };

  function alike(value: unknown): Charted {
    const key = JSON.stringify(value);
    const known = seen.get(key);
    if (known) return known;
    const states = activeStates(definition, value);
    const lines = leafPaths(value).map((leaf) => states.filter(({ path }) => path === '' || path === leaf || leaf.startsWith(`${path}.`)));
    const types = [...new Set(states.flatMap(({ config }) => Object.keys(config.on ?? {})))];
    const charted = { states, lines, types };
    seen.set(key, charted);
    return charted;
  }
}

/** What a transition waits for. */
export type Trigger =
  | { readonly on: string }
  /** `owner`: the name by which XState speaks of the state whose clock it is. */
  | { readonly after: string; readonly owner: string }
  | { readonly done: string };

/** The transitions that an event takes in a configuration, by their keys: in each active line the first whose guard holds. */
export function firedBy(definition: Definition, charted: Charted, trigger: Trigger, asked: Asked): readonly string[] {
  const fired = charted.lines.flatMap((line) => {
    for (const state of line) {
      const branch = transitionsFor(definition, state, trigger).findIndex(({ guard }) => guard === undefined || holds(definition, guard, asked));
      if (branch !== -1) return [transitionKey(state, trigger, branch)];
    }
    return [];
  });
  return [...new Set(fired)];
}

/** Names one branch of one transition of a state. */
export function transitionKey({ path }: ChartState, trigger: Trigger, branch: number): string {
  const kind = 'on' in trigger ? `on ${trigger.on}` : 'after' in trigger ? `after ${trigger.after}` : `done ${trigger.done}`;
  return `${path} ${kind} ${branch}`;
}

/** What a guard may read. */
export interface Asked {
  readonly context: JsonObject;
  readonly event: CaseEvent;
}

function transitionsFor(definition: Definition, state: ChartState, trigger: Trigger): readonly TransitionConfig[] {
  const { on, after, invoke } = state.config;
  if ('on' in trigger) return transitionList(on?.[trigger.on]);
  if ('after' in trigger) return nodeId(definition, state) === trigger.owner ? transitionList(after?.[trigger.after]) : [];
  return invoke?.id === trigger.done ? transitionList(invoke.onDone) : [];
}

function holds(definition: Definition, guard: GuardExpression, asked: Asked): boolean {
  if (typeof guard === 'string') return named(definition, guard, undefined, asked);
  if (!('combine' in guard)) return named(definition, guard.type, guard.params, asked);
  if (guard.combine === 'and') return guard.parts.every((part) => holds(definition, part, asked));
  if (guard.combine === 'or') return guard.parts.some((part) => holds(definition, part, asked));
  return !guard.parts.some((part) => holds(definition, part, asked));
}

function named(definition: Definition, name: string, params: JsonObject | undefined, asked: Asked): boolean {
  const guard = definition.guards[name];
  if (guard) return guard(asked, params);
  const house = houseGuards[name as keyof typeof houseGuards] as (args: Asked, params: unknown) => boolean;
  return house(asked, params ?? {});
}

/** Every transition a state declares, whatever it waits for. */
export function transitionsOf({ config }: ChartState): readonly TransitionConfig[] {
  return [
    ...Object.values(config.on ?? {}).flatMap(transitionList), ...Object.values(config.after ?? {}).flatMap(transitionList),
    ...transitionList(config.always), ...transitionList(config.onDone), ...transitionList(config.invoke?.onDone),
  ];
}
