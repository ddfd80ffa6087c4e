import type { ActionReference, StateConfig, TransitionConfig, Workflow } from '../../kit/index.js';
import { houseActions, houseGuards } from '../../kit/index.js';
import { allStates, guardLeaves, transitionList, type ChartState } from './chart.js';
import { sentence, type SentenceKey } from './verification/sentences.js';

/** Something a chart says that the house dialect does not have, or that it names and nobody declares. */
export interface DialectFault {
  readonly rule: string;
  /** In English, for the log of a boot that fails; `sentence` and `params` tell it in either language. */
  readonly message: string;
  readonly sentence: SentenceKey;
  readonly params: Readonly<Record<string, string>>;
}

const stateKeys = new Set(['id', 'type', 'history', 'target', 'initial', 'states', 'on', 'after', 'always', 'entry', 'exit', 'invoke', 'onDone', 'meta']);
const transitionKeys = new Set(['target', 'guard', 'actions', 'reenter']);

/**
 * Checks a definition before a machine is made of it: in XState an undeclared delay fires at once, an inline action runs
 * unseen, and a transition with neither target nor action cannot be told from a refusal. Run at boot; empty when sound.
 */
export function dialectFaults(workflow: Workflow): readonly DialectFault[] {
  const states = allStates(workflow.chart);
  return [
    ...(/^[a-z0-9-]+$/.test(workflow.name) ? [] : [fault('name', 'dialect.name', { name: workflow.name })]),
    ...states.flatMap((state) => [...keyFaults(state), ...transitionFaults(workflow, state), ...deadlineFaults(workflow, state), ...stepFaults(workflow, state)]),
    ...states.flatMap((state) => waitFaults(state, states)),
    ...overlapFaults(states),
    ...eventFaults(workflow, states),
    ...contextFaults(workflow),
  ];
}

function fault(rule: string, key: SentenceKey, params: Readonly<Record<string, string>> = {}): DialectFault {
  return { rule, message: sentence('en', key, params), sentence: key, params };
}

function keyFaults({ path, config }: ChartState): readonly DialectFault[] {
  return Object.keys(config).filter((key) => !stateKeys.has(key) && !(path === '' && key === 'context'))
    .map((key) => fault('keys', 'dialect.state-key', { path, key }));
}

function allTransitions({ config }: ChartState): readonly TransitionConfig[] {
  return [
    ...Object.values(config.on ?? {}).flatMap(transitionList), ...Object.values(config.after ?? {}).flatMap(transitionList),
    ...transitionList(config.always), ...transitionList(config.onDone), ...transitionList(config.invoke?.onDone),
  ];
}

function transitionFaults(workflow: Workflow, state: ChartState): readonly DialectFault[] {
  return [...allTransitions(state).flatMap((transition) => oneTransition(workflow, state, transition)),
    ...[...listOf(state.config.entry), ...listOf(state.config.exit)].flatMap((action) => actionFault(workflow, state, action))];
}

function oneTransition(workflow: Workflow, { path }: ChartState, transition: TransitionConfig): readonly DialectFault[] {
  const actions = listOf(transition.actions);
  const unknownKeys = Object.keys(transition).filter((key) => !transitionKeys.has(key));
  const guards = guardLeaves(transition.guard);
  const inline = guards.filter((leaf) => leaf.name === undefined || isInline(leaf.params));
  const undeclared = guards.filter((leaf) => !inline.includes(leaf) && !(leaf.name in workflow.guards) && !(leaf.name in houseGuards));
  return [
    ...unknownKeys.map((key) => fault('keys', 'dialect.transition-key', { path, key })),
    ...(transition.target === undefined && actions.length === 0 ? [fault('empty-transition', 'dialect.empty-transition', { path })] : []),
    ...inline.map(() => fault('inline', 'dialect.inline-guard', { path })),
    ...undeclared.map((leaf) => fault('undeclared', 'dialect.guard', { path, name: leaf.name })),
    ...actions.flatMap((action) => actionFault(workflow, { path, config: {} }, action)),
  ];
}

/** A function where plain params belong. */
function isInline(part: unknown): boolean {
  return typeof part === 'function';
}

function actionFault(workflow: Workflow, { path }: ChartState, action: ActionReference): readonly DialectFault[] {
  if (typeof action === 'function' || (typeof action === 'object' && isInline(action.params))) return [fault('inline', 'dialect.inline-action', { path })];
  const name = typeof action === 'string' ? action : action.type;
  return name in workflow.actions || name in houseActions ? [] : [fault('undeclared', 'dialect.action', { path, name })];
}

function deadlineFaults(workflow: Workflow, { path, config }: ChartState): readonly DialectFault[] {
  return Object.keys(config.after ?? {}).filter((name) => !(name in workflow.deadlines))
    .map((name) => fault('undeclared', 'dialect.deadline', { path, name }));
}

function stepFaults(workflow: Workflow, { path, config }: ChartState): readonly DialectFault[] {
  if (!config.invoke) return [];
  const { id, src } = config.invoke;
  if (id === src && src in workflow.steps) return [];
  return [fault('undeclared', 'dialect.step', { path, id, src })];
}

/** Every state that is not final has a task, a step, a deadline or an explicit wait, of its own or of a parent. */
function waitFaults({ path, config }: ChartState, states: readonly ChartState[]): readonly DialectFault[] {
  const leaf = !config.states && config.type !== 'final' && config.type !== 'history';
  if (!leaf || config.always || path === '') return [];
  const line = states.filter((state) => state.path !== '' && (state.path === path || path.startsWith(`${state.path}.`)));
  const busy = line.some(({ config: { meta, invoke, after } }) => (meta?.tasks?.length ?? 0) > 0 || (meta?.waits?.length ?? 0) > 0 || invoke || after);
  return busy ? [] : [fault('idle-state', 'dialect.idle-state', { path })];
}

/** One deadline's name never runs twice at once: not in a state and its parent, not in two regions. */
function overlapFaults(states: readonly ChartState[]): readonly DialectFault[] {
  const owners = states.flatMap(({ path, config }) => Object.keys(config.after ?? {}).map((name) => ({ path, name })));
  const together = (one: string, other: string): boolean => other === '' || one.startsWith(`${other}.`) || inTwoRegions(states, one, other);
  return owners.flatMap((one, index) => owners.slice(index + 1)
    .filter((other) => other.name === one.name && (together(one.path, other.path) || together(other.path, one.path)))
    .map((other) => fault('deadline-twice', 'dialect.deadline-twice', { name: one.name, path: one.path, other: other.path })));
}

function inTwoRegions(states: readonly ChartState[], one: string, other: string): boolean {
  return states.some(({ path, config }) => config.type === 'parallel' && regionOf(path, one) !== null && regionOf(path, other) !== null && regionOf(path, one) !== regionOf(path, other));
}

function regionOf(parallel: string, path: string): string | null {
  const prefix = parallel === '' ? '' : `${parallel}.`;
  return path.startsWith(prefix) ? (path.slice(prefix.length).split('.')[0] ?? null) : null;
}

function eventFaults(workflow: Workflow, states: readonly ChartState[]): readonly DialectFault[] {
  const used = new Set(states.flatMap(({ config }) => Object.keys(config.on ?? {})));
  const undeclared = [...used].filter((type) => !(type in workflow.events)).map((type) => fault('undeclared', 'dialect.event', { name: type }));
  const unused = Object.keys(workflow.events).filter((type) => !used.has(type)).map((type) => fault('unused', 'dialect.event-unused', { name: type }));
  return [...undeclared, ...unused];
}

/** XState calls the context factory again without input: the opening's own must bear having nothing. */
function contextFaults(workflow: Workflow): readonly DialectFault[] {
  try {
    workflow.opening.context({}, [], {});
    return [];
  } catch {
    return [fault('context', 'dialect.context')];
  }
}

function listOf(actions: StateConfig['entry']): readonly ActionReference[] {
  if (actions === undefined) return [];
  return Array.isArray(actions) ? (actions as readonly ActionReference[]) : [actions as ActionReference];
}
