import type { ActionReference, StateConfig, TransitionConfig, Workflow } from '../../kit/index.js';
import { houseActions, houseGuards } from '../../kit/index.js';
import { allStates, guardLeaves, transitionList, type ChartState } from './chart.js';

/** Something a chart says that the house dialect does not have, or that it names and nobody declares. */
export interface DialectFault {
  readonly rule: string;
  readonly message: string;
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
    ...(/^[a-z0-9-]+$/.test(workflow.name) ? [] : [fault('name', `the name ${workflow.name} must be lower-case words joined by hyphens`)]),
    ...states.flatMap((state) => [...keyFaults(state), ...transitionFaults(workflow, state), ...deadlineFaults(workflow, state), ...stepFaults(workflow, state)]),
    ...states.flatMap((state) => waitFaults(state, states)),
    ...overlapFaults(states),
    ...eventFaults(workflow, states),
    ...contextFaults(workflow),
  ];
}

function fault(rule: string, message: string): DialectFault {
  return { rule, message };
}

function keyFaults({ path, config }: ChartState): readonly DialectFault[] {
  return Object.keys(config).filter((key) => !stateKeys.has(key) && !(path === '' && key === 'context'))
    .map((key) => fault('keys', `state ${path}: the dialect has no ${key}`));
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
    ...unknownKeys.map((key) => fault('keys', `state ${path}: a transition has no ${key}`)),
    ...(transition.target === undefined && actions.length === 0 ? [fault('empty-transition', `state ${path}: a transition with neither target nor action looks like a refusal`)] : []),
    ...inline.map(() => fault('inline', `state ${path}: a guard is written inline`)),
    ...undeclared.map((leaf) => fault('undeclared', `state ${path}: guard ${leaf.name} is not declared`)),
    ...actions.flatMap((action) => actionFault(workflow, { path, config: {} }, action)),
  ];
}

/** A function where plain params belong. */
function isInline(part: unknown): boolean {
  return typeof part === 'function';
}

function actionFault(workflow: Workflow, { path }: ChartState, action: ActionReference): readonly DialectFault[] {
  if (typeof action === 'function' || (typeof action === 'object' && isInline(action.params))) return [fault('inline', `state ${path}: an action is written inline`)];
  const name = typeof action === 'string' ? action : action.type;
  return name in workflow.actions || name in houseActions ? [] : [fault('undeclared', `state ${path}: action ${name} is not declared`)];
}

function deadlineFaults(workflow: Workflow, { path, config }: ChartState): readonly DialectFault[] {
  return Object.keys(config.after ?? {}).filter((name) => !(name in workflow.deadlines))
    .map((name) => fault('undeclared', `state ${path}: ${name} is not a declared deadline and would fire at once`));
}

function stepFaults(workflow: Workflow, { path, config }: ChartState): readonly DialectFault[] {
  if (!config.invoke) return [];
  const { id, src } = config.invoke;
  if (id === src && src in workflow.steps) return [];
  return [fault('undeclared', `state ${path}: invoke must name a declared step as id and src; it says ${id}, ${src}`)];
}

/** Every state that is not final has a task, a step, a deadline or an explicit wait, of its own or of a parent. */
function waitFaults({ path, config }: ChartState, states: readonly ChartState[]): readonly DialectFault[] {
  const leaf = !config.states && config.type !== 'final' && config.type !== 'history';
  if (!leaf || config.always || path === '') return [];
  const line = states.filter((state) => state.path !== '' && (state.path === path || path.startsWith(`${state.path}.`)));
  const busy = line.some(({ config: { meta, invoke, after } }) => (meta?.tasks?.length ?? 0) > 0 || (meta?.waits?.length ?? 0) > 0 || invoke || after);
  return busy ? [] : [fault('idle-state', `state ${path}: nobody has anything to do, no clock runs, and it does not say what it waits for`)];
}

/** One deadline's name never runs twice at once: not in a state and its parent, not in two regions. */
function overlapFaults(states: readonly ChartState[]): readonly DialectFault[] {
  const owners = states.flatMap(({ path, config }) => Object.keys(config.after ?? {}).map((name) => ({ path, name })));
  const together = (one: string, other: string): boolean => other === '' || one.startsWith(`${other}.`) || inTwoRegions(states, one, other);
  return owners.flatMap((one, index) => owners.slice(index + 1)
    .filter((other) => other.name === one.name && (together(one.path, other.path) || together(other.path, one.path)))
    .map((other) => fault('deadline-twice', `deadline ${one.name} may run twice at once: in ${one.path} and in ${other.path}`)));
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
  const undeclared = [...used].filter((type) => !(type in workflow.events)).map((type) => fault('undeclared', `event ${type} is not declared`));
  const unused = Object.keys(workflow.events).filter((type) => !used.has(type)).map((type) => fault('unused', `no state takes the event ${type}`));
  return [...undeclared, ...unused];
}

/** XState calls the context factory again without input: the opening's own must bear having nothing. */
function contextFaults(workflow: Workflow): readonly DialectFault[] {
  try {
    workflow.opening.context({}, [], {});
    return [];
  } catch {
    return [fault('context', 'the context of the opening is not total: it fails without data')];
  }
}

function listOf(actions: StateConfig['entry']): readonly ActionReference[] {
  if (actions === undefined) return [];
  return Array.isArray(actions) ? (actions as readonly ActionReference[]) : [actions as ActionReference];
}
