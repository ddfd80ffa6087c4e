import { z } from 'zod';
import { allStates, guardLeaves, metaOf, transitionList, type ChartState } from '../../../src/engine/core/chart.js';
import type { Definition } from '../../../src/engine/core/definition.js';
import { houseGuards, type TransitionConfig } from '../../../src/kit/index.js';

type Keys = Readonly<Record<'states' | 'events' | 'deadlines' | 'outcomes' | 'roles' | 'guards' | 'reasons' | 'steps' | 'messages', readonly string[]>>;

/** The keys that a definition's words must have, neither more nor less. Its tasks may have more: a step's acts may become tasks. */
export function wordsNeeded(definition: Definition): Keys {
  const states = allStates(definition.chart);
  const acts = Object.entries(definition.steps).flatMap(([id, { logic }]) => Object.keys(logic.acts).map((act) => `${id}.${act}`));
  const ends = Object.entries(definition.steps).flatMap(([id, { logic }]) => logic.outcomes.map((outcome) => `${id}.${outcome}`));
  const finals = Object.entries(definition.chart.states ?? {}).filter(([, { type }]) => type === 'final').map(([name]) => name);
  const reasons = states.flatMap((state) => [...(metaOf(state).waits ?? []).map((wait) => wait.reason), ...Object.values(metaOf(state).refuses ?? {})]);
  const sent = states.flatMap(transitionsOf).flatMap(({ actions = [] }) => [actions].flat()).flatMap((action) =>
    typeof action === 'object' && 'params' in action && action.type === 'dispatch' ? [String(action.params['message'])] : []);
  return {
    states: states.map((state) => state.path).filter((path) => path !== ''),
    events: ['case.opened', ...Object.keys(definition.events), ...acts],
    deadlines: Object.keys(definition.deadlines),
    outcomes: [...finals, ...ends],
    roles: Object.keys(definition.roles),
    guards: [...Object.keys(definition.guards), ...Object.keys(houseGuards), ...negated(states)],
    reasons: unique(reasons),
    steps: Object.keys(definition.steps),
    messages: unique(sent),
  };
}

export function tasksDeclared(definition: Definition): readonly string[] {
  return allStates(definition.chart).flatMap((state) => (metaOf(state).tasks ?? []).map(({ task }) => task));
}

/** The fields of an event's form: `field`, `field.inner`, and `field=choice` for each choice of a list. */
export function fieldsOf(definition: Definition, type: string): readonly string[] {
  const [step = '', act = ''] = type.split('.');
  const schema = type === 'case.opened' ? definition.opening.schema : definition.events[type]?.schema ?? definition.steps[step]?.logic.acts[act];
  return schema ? unique(fields(z.toJSONSchema(schema) as JsonSchema, '')) : [];
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
}

function fields({ properties = {}, anyOf = [], items, enum: choices = [] }: JsonSchema, path: string): readonly string[] {
  return [
    ...choices.map((choice) => `${path}=${String(choice)}`),
    ...anyOf.flatMap((one) => fields(one, path)),
    ...(items ? fields(items, path) : []),
    ...Object.entries(properties).flatMap(([name, inner]) => {
      const at = path === '' ? name : `${path}.${name}`;
      return [at].concat(fields(inner, at));
    }),
  ];
}

export function transitionsOf({ config }: ChartState): readonly TransitionConfig[] {
  return [
    ...Object.values(config.on ?? {}).flatMap(transitionList), ...Object.values(config.after ?? {}).flatMap(transitionList),
    ...transitionList(config.always), ...transitionList(config.onDone), ...transitionList(config.invoke?.onDone),
  ];
}

function negated(states: readonly ChartState[]): readonly string[] {
  return unique(states.flatMap(transitionsOf).flatMap(({ guard }) => guardLeaves(guard)).filter((leaf) => leaf.negated === 'yes').map((leaf) => `not-${leaf.name}`));
}

function unique(list: readonly string[]): readonly string[] {
  return [...new Set(list)];
}
