import type { TransitionConfig } from '../../../../kit/index.js';
import { metaOf, nodeId, transitionList, type ChartState } from '../../chart.js';
import { transitionKey, type Trigger } from '../charted.js';
import { type Checked } from '../checked.js';
import { finding, type Finding } from '../finding.js';
import { actsOf } from '../words-needed.js';

/** Every event is taken by some case, by at least one of its examples. */
export function eventsNeverAccepted(checked: Checked): readonly Finding[] {
  const { definition } = checked;
  const accepted = acceptedIn(checked);
  return Object.keys(definition.events).filter((type) => !accepted.has(type)).map((type) => {
    const state = checked.states.find(({ config }) => config.on?.[type] !== undefined);
    const known = state && checked.first.get(state.path);
    return finding('event-never-accepted', 'event-never-accepted', { event: type }, known ? checked.way(known) : null);
  });
}

/**
 * Every act the definition itself speaks of (in a task, a refusal, as what meets or starts a deadline) is offered by its
 * step somewhere. Acts it does not speak of come with the kind of step and may be of no use to it.
 */
export function actsNeverOffered(checked: Checked): readonly Finding[] {
  const { definition, explored } = checked;
  const acts = actsOf(definition);
  const offered = new Set(explored.situations.flatMap((situation) => checked.turns(situation).flatMap(({ act }) => act?.type ?? [])));
  return [...spokenOf(checked)].filter((type) => acts.includes(type) && !offered.has(type)).map((type) => finding('act-never-offered', 'act-never-offered', { event: type }));
}

/** Every branch of every transition is taken somewhere; of `always` and a state's own `onDone` only what the text shows. */
export function transitionsNeverTaken(checked: Checked): readonly Finding[] {
  const accepted = acceptedIn(checked);
  return checked.states.flatMap((state) => triggersOf(checked, state).flatMap(({ name, trigger, transitions }) => transitions.flatMap((_one, branch): readonly Finding[] => {
    const way = wayInto(checked, state);
    const params = { state: state.path, trigger: name, branch: branch + 1 };
    if (transitions.slice(0, branch).some(({ guard }) => guard === undefined)) return [finding('transition-never-taken', 'transition-shadowed', params, way)];
    // An event that no case ever takes is told once, and not for each of its branches.
    const known = trigger === null || checked.explored.fired.has(transitionKey(state, trigger, branch)) || ('on' in trigger && !accepted.has(name));
    return known || way === null ? [] : [finding('transition-never-taken', 'transition-never-taken', params, way)];
  })));
}

function wayInto(checked: Checked, { path }: ChartState): Finding['way'] {
  const inside = checked.first.get(path);
  return inside ? checked.way(inside) : null;
}

interface Triggered {
  readonly name: string;
  /** Null where exploration does not see which branch is taken. */
  readonly trigger: Trigger | null;
  readonly transitions: readonly TransitionConfig[];
}

function triggersOf({ definition }: Checked, state: ChartState): readonly Triggered[] {
  const { on = {}, after = {}, invoke, always, onDone } = state.config;
  return [
    ...Object.entries(on).map(([name, all]): Triggered => ({ name, trigger: { on: name }, transitions: transitionList(all) })),
    ...Object.entries(after).map(([name, all]): Triggered => ({ name, trigger: { after: name, owner: nodeId(definition, state) }, transitions: transitionList(all) })),
    ...(invoke ? [{ name: invoke.id, trigger: { done: invoke.id }, transitions: transitionList(invoke.onDone) }] : []),
    { name: 'always', trigger: null, transitions: transitionList(always) }, { name: 'onDone', trigger: null, transitions: transitionList(onDone) },
  ];
}

export function acceptedIn({ explored }: Checked): ReadonlySet<string> {
  return new Set(explored.situations.flatMap(({ edges }) => edges.flatMap(({ move }) => (move.kind === 'event' ? [move.name] : []))));
}

function spokenOf({ definition, states }: Checked): ReadonlySet<string> {
  const ofStates = states.flatMap((state) => (metaOf(state).tasks ?? []).flatMap(({ events }) => events).concat(Object.keys(metaOf(state).refuses ?? {})));
  const ofDeadlines = Object.values(definition.deadlines).flatMap(({ metBy, trigger }) => metBy.concat(trigger?.on ?? []));
  return new Set([...ofStates, ...ofDeadlines]);
}
