import { allStates, guardLeaves, metaOf, nodeId, transitionList, type ChartState, type GuardLeaf } from './core/chart.js';
import type { Definition } from './core/definition.js';
import type { StateMeta, TransitionConfig } from '../kit/index.js';

export type { Definition, GuardLeaf };

/** What makes a case leave a state, or lets it do something while it stays there. */
export type Trigger =
  | { readonly kind: 'event'; readonly event: string }
  | { readonly kind: 'deadline'; readonly deadline: string }
  /** A step that ended in one of these ways. */
  | { readonly kind: 'outcome'; readonly step: string; readonly outcomes: readonly string[] }
  /** By itself: at once when its guard holds, or when everything inside the state has ended. */
  | { readonly kind: 'always' | 'done' };

/** One branch of the chart: from a state, by a trigger, to a state. */
export interface Way {
  /** Dotted path; '' is the whole procedure. */
  readonly from: string;
  /** Null: the case stays where it is. */
  readonly to: string | null;
  readonly trigger: Trigger;
  readonly guards: readonly GuardLeaf[];
  /** Which of how many branches of the same trigger, counted from 1. */
  readonly branch: number;
  readonly branches: number;
}

/** A state as drawn and told: where it stands, what kind it is, what it declares. */
export interface StateOfChart {
  readonly path: string;
  readonly parent: string | null;
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  /** Path of the inner state a case begins in; null where there is none, or where all inner states begin. */
  readonly initial: string | null;
  readonly step: string | null;
  readonly meta: StateMeta;
}

/** The states of a chart, outer before inner, in the order they are written; the first is the whole procedure, path ''. */
export function chartStates(definition: Definition): readonly StateOfChart[] {
  return allStates(definition.chart).map((state) => {
    const { path, config } = state;
    return {
      path, parent: path === '' ? null : path.slice(0, Math.max(path.lastIndexOf('.'), 0)), kind: config.type ?? (config.states ? 'compound' : 'atomic'),
      initial: config.initial === undefined ? null : inside(path, config.initial), step: config.invoke?.id ?? null, meta: metaOf(state),
    };
  });
}

/** Every branch of every transition, in the order they are written. */
export function chartWays(definition: Definition): readonly Way[] {
  const states = allStates(definition.chart);
  const paths = new Map(states.map((state) => [nodeId(definition, state), state.path]));
  return states.flatMap((state) => waysFrom(definition, state, paths));
}

function waysFrom(definition: Definition, state: ChartState, paths: ReadonlyMap<string, string>): readonly Way[] {
  const { config } = state;
  const ways = (trigger: (branch: TransitionConfig, all: readonly TransitionConfig[]) => Trigger, transitions: unknown): readonly Way[] => {
    const all = transitionList(transitions);
    return all.map((one, index): Way => ({
      from: state.path, to: one.target === undefined ? null : targetOf(state, one.target, paths), trigger: trigger(one, all), guards: guardLeaves(one.guard), branch: index + 1, branches: all.length,
    }));
  };
  return [
    ...Object.entries(config.on ?? {}).flatMap(([event, to]) => ways(() => ({ kind: 'event', event }), to)),
    ...(config.invoke ? ways((branch, all) => outcomeOf(definition, config.invoke!.id, branch, all), config.invoke.onDone) : []),
    ...Object.entries(config.after ?? {}).flatMap(([deadline, to]) => ways(() => ({ kind: 'deadline', deadline }), to)),
    ...ways(() => ({ kind: 'always' }), config.always),
    ...ways(() => ({ kind: 'done' }), config.onDone),
    ...remembered(state, paths),
  ];
}

/** A history state that was never left leads where it says. */
function remembered({ path, config }: ChartState, paths: ReadonlyMap<string, string>): readonly Way[] {
  if (config.type !== 'history' || config.target === undefined) return [];
  return [{ from: path, to: targetOf({ path, config }, config.target, paths), trigger: { kind: 'always' }, guards: [], branch: 1, branches: 1 }];
}

/** XState's reading of a target: `#id`, `.child`, or a sibling with what is inside it. */
function targetOf({ path }: ChartState, target: string, paths: ReadonlyMap<string, string>): string {
  if (target.startsWith('.')) return inside(path, target.slice(1));
  if (!target.startsWith('#')) return inside(path.slice(0, Math.max(path.lastIndexOf('.'), 0)), target);
  const id = target.slice(1);
  const known = paths.get(id);
  if (known !== undefined) return known;
  const dot = id.lastIndexOf('.');
  if (dot === -1) throw new Error(`no state has the id ${id}`);
  return inside(targetOf({ path, config: {} }, `#${id.slice(0, dot)}`, paths), id.slice(dot + 1));
}

/** Outcomes for which this branch is the first to hold, as far as guards on the outcome say. */
function outcomeOf({ steps }: Definition, step: string, branch: TransitionConfig, all: readonly TransitionConfig[]): Trigger {
  const before = new Set(all.slice(0, all.indexOf(branch)).flatMap(({ guard }) => (guardLeaves(guard).length === 1 ? asked(guard) : [])));
  const mine = asked(branch.guard);
  const possible = mine.length > 0 ? mine : (steps[step]?.logic.outcomes ?? []);
  return { kind: 'outcome', step, outcomes: possible.filter((outcome) => !before.has(outcome)) };
}

function asked(guard: TransitionConfig['guard']): readonly string[] {
  return guardLeaves(guard).filter(({ name, negated }) => name === 'outcome' && negated === 'no').map(({ params }) => String(params?.['is']));
}

function inside(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
