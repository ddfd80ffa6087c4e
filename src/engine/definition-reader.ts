import type { CaseEvent, JsonObject, Offices, Participant, StepOutput } from '../kit/index.js';
import type { z } from 'zod';
import { allStates, metaOf } from './core/chart.js';
import type { Definition } from './core/definition.js';
import { mergedOffices } from './core/next.js';

/** A state of a workflow, as its chart declares it. */
export interface StateRead {
  readonly path: string;
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  readonly events: readonly string[];
  readonly deadlines: readonly string[];
  readonly steps: readonly string[];
  readonly tasks: readonly string[];
  readonly waits: readonly { readonly reason: string; readonly basis: string; readonly role: string }[];
}

/** The states of a workflow but its root, outer before inner. */
export function statesOf(definition: Definition): readonly StateRead[] {
  return allStates(definition.chart).filter(({ path }) => path !== '').map((state) => {
    const { config, path } = state;
    const { tasks = [], waits = [] } = metaOf(state);
    return {
      path, kind: config.type ?? (config.states ? 'compound' : 'atomic'), events: Object.keys(config.on ?? {}), deadlines: Object.keys(config.after ?? {}),
      steps: config.invoke ? [config.invoke.id] : [], tasks: tasks.map(({ task }) => task), waits,
    };
  });
}

/** Names of the final states in which a case can end. */
export function outcomesOf(definition: Definition): readonly string[] {
  return Object.entries(definition.chart.states ?? {}).filter(([, state]) => state.type === 'final').map(([name]) => name);
}

/** An act of a step, with the offices it is of in the example case. */
export interface ActRead {
  readonly type: string;
  readonly schema: z.ZodType<JsonObject>;
  readonly by: Offices;
}

/** The acts of every step. Whose they are can follow from the case: here, from the workflow's own example as it is opened. */
export function actsOf(definition: Definition, participants: readonly Participant[], today: string): readonly ActRead[] {
  const { opening } = definition;
  const context = opening.context(opening.example.data, participants, {});
  const event: CaseEvent & { output?: StepOutput } = {
    type: 'none', data: {}, source: 'own', on: today, at: `${today}T00:00:00.000Z`, law: {}, expired: [], participants,
  };
  return Object.entries(definition.steps).flatMap(([id, { logic, input }]) => {
    const given = input(context, event);
    const open = logic.open(logic.start(given, event).state, { today, input: given, law: {} });
    const everyone = mergedOffices(open.map(({ by }) => by));
    return Object.entries(logic.acts).map(([act, schema]): ActRead => ({ type: `${id}.${act}`, schema, by: open.find((one) => one.act === act)?.by ?? everyone }));
  });
}
