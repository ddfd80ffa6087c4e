import { z } from 'zod';
import { houseGuards } from '../../../kit/index.js';
import { allStates, guardLeaves, metaOf, type ChartState } from '../chart.js';
import type { Definition } from '../definition.js';
import { transitionsOf } from './charted.js';

export type WordPart = 'states' | 'events' | 'deadlines' | 'outcomes' | 'roles' | 'guards' | 'reasons' | 'steps' | 'messages';

/** The keys that a definition's words must have, neither more nor less. Its tasks may have more: a step's acts may become tasks. */
export function wordsNeeded(definition: Definition): Readonly<Record<WordPart, readonly string[]>> {
  const states = allStates(definition.chart);
  const ends = Object.entries(definition.steps).flatMap(([id, { logic }]) => logic.outcomes.map((outcome) => `${id}.${outcome}`));
  const finals = Object.entries(definition.chart.states ?? {}).filter(([, { type }]) => type === 'final').map(([name]) => name);
  const sent = states.flatMap(transitionsOf).flatMap(({ actions = [] }) => [actions].flat()).flatMap((action) =>
    typeof action === 'object' && 'params' in action && action.type === 'dispatch' ? [String(action.params['message'])] : []);
  return {
    states: states.map((state) => state.path).filter((path) => path !== ''),
    events: ['case.opened', ...Object.keys(definition.events), ...actsOf(definition)],
    deadlines: Object.keys(definition.deadlines),
    outcomes: [...finals, ...ends],
    roles: Object.keys(definition.roles),
    guards: [...Object.keys(definition.guards), ...Object.keys(houseGuards), ...negated(states)],
    reasons: unique(states.flatMap(reasonsOf).concat(definition.serves?.note ?? [])),
    steps: Object.keys(definition.steps),
    messages: unique(sent),
  };
}

/** Types of the acts of every step. */
export function actsOf(definition: Definition): readonly string[] {
  return Object.entries(definition.steps).flatMap(([id, { logic }]) => Object.keys(logic.acts).map((act) => `${id}.${act}`));
}

export function tasksDeclared(definition: Definition): readonly string[] {
  return unique(allStates(definition.chart).flatMap((state) => (metaOf(state).tasks ?? []).map(({ task }) => task)));
}

/** The fields of an event's form: `field`, `field.inner`, and `field=choice` for each choice of a list. */
export function fieldsOf(definition: Definition, type: string): readonly string[] {
  const schema = schemaOf(definition, type);
  return schema ? unique(fields(z.toJSONSchema(schema) as JsonSchema, '')) : [];
}

export function schemaOf(definition: Definition, type: string): z.ZodType | undefined {
  if (type === 'case.opened') return definition.opening.schema;
  const [step = '', act = ''] = type.split('.');
  return definition.events[type]?.schema ?? definition.steps[step]?.logic.acts[act];
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

function reasonsOf(state: ChartState): readonly string[] {
  const { waits = [], refuses = {} } = metaOf(state);
  return [...waits.map((wait) => wait.reason), ...Object.values(refuses)];
}

function negated(states: readonly ChartState[]): readonly string[] {
  return unique(states.flatMap(transitionsOf).flatMap(({ guard }) => guardLeaves(guard)).filter((leaf) => leaf.negated === 'yes').map((leaf) => `not-${leaf.name}`));
}

export function unique(list: readonly string[]): readonly string[] {
  return [...new Set(list)];
}
