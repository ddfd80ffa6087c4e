import type { GuardExpression, StateConfig, StateMeta, TransitionConfig } from '../../kit/index.js';
import type { Definition } from './definition.js';
import { leafPaths } from './kernel.js';

/** A state of the chart with its dotted path; the root's path is ''. */
export interface ChartState {
  readonly path: string;
  readonly config: StateConfig;
}

/** All states of a chart, root first. */
export function allStates(config: StateConfig, path = ''): readonly ChartState[] {
  const inner = Object.entries(config.states ?? {});
  return [{ path, config }, ...inner.flatMap(([name, child]) => allStates(child, path === '' ? name : `${path}.${name}`))];
}

/** The active states of a case, leaves first, each once, root last. */
export function activeStates(definition: Definition, value: unknown): readonly ChartState[] {
  const paths = new Set<string>();
  for (const leaf of leafPaths(value)) {
    const parts = leaf.split('.');
    for (let length = parts.length; length > 0; length -= 1) paths.add(parts.slice(0, length).join('.'));
  }
  const byDepth = [...paths].toSorted((one, other) => other.split('.').length - one.split('.').length);
  return [...byDepth.map((path) => ({ path, config: stateAt(definition.chart, path) })), { path: '', config: definition.chart }];
}

/** The name by which XState speaks of a state: its own id, or the machine's with the path. */
export function nodeId(definition: Definition, { path, config }: ChartState): string {
  return config.id ?? (path === '' ? definition.name : `${definition.name}.${path}`);
}

export function metaOf(state: ChartState): StateMeta {
  return state.config.meta ?? {};
}

/** Transitions of one event in the active states, in the order XState would try them. */
export function transitionsFor(definition: Definition, value: unknown, type: string): readonly TransitionConfig[] {
  return activeStates(definition, value).flatMap((state) => transitionList(state.config.on?.[type]));
}

/** The event types the active states know, whatever their guards say. */
export function eventTypes(definition: Definition, value: unknown): readonly string[] {
  return [...new Set(activeStates(definition, value).flatMap((state) => Object.keys(state.config.on ?? {})))];
}

export function transitionList(transitions: unknown): readonly TransitionConfig[] {
  if (transitions === undefined) return [];
  if (typeof transitions === 'string') return [{ target: transitions }];
  return Array.isArray(transitions) ? (transitions as readonly TransitionConfig[]) : [transitions as TransitionConfig];
}

/** Names of the plain guards in an expression, each with its params and whether it stands under a `not`. */
export interface GuardLeaf {
  readonly name: string;
  readonly params: Readonly<Record<string, unknown>> | undefined;
  readonly negated: 'yes' | 'no';
}

export function guardLeaves(guard: GuardExpression | undefined, negated: 'yes' | 'no' = 'no'): readonly GuardLeaf[] {
  if (guard === undefined) return [];
  if (typeof guard === 'string') return [{ name: guard, params: undefined, negated }];
  if ('combine' in guard) {
    const under = guard.combine === 'not' ? (negated === 'yes' ? 'no' : 'yes') : negated;
    return guard.parts.flatMap((part) => guardLeaves(part, under));
  }
  return [{ name: guard.type, params: guard.params, negated }];
}

function stateAt(chart: StateConfig, path: string): StateConfig {
  return path.split('.').reduce((config, name) => {
    const child = config.states?.[name];
    if (!child) throw new Error(`no state ${path} in the chart`);
    return child;
  }, chart);
}
