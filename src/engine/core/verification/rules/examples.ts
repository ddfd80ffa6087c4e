import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { OpeningExample } from '../../../../kit/index.js';
import type { Definition } from '../../definition.js';
import { firstOfEach, type Checked } from '../checked.js';
import { finding, type Finding } from '../finding.js';
import { participantsOf } from '../openings.js';
import type { Turn } from '../turns.js';

/** Every example is what its own schema takes, unchanged. */
export function examples(checked: Checked): readonly Finding[] {
  const { definition, explored } = checked;
  const ofEvents = [...explored.examples].flatMap(([type, tried]) => tried.flatMap(({ example, at }) => {
    const error = faultIn(definition.events[type].schema, example);
    return error === null ? [] : [{ type, error, at }];
  }));
  return firstOfEach([...ofEvents, ...ofActs(checked)], ({ type }) => type)
    .map(({ type, error, at }) => finding('example-invalid', 'example-invalid.event', { event: type, error }, checked.way(at)));
}

function ofActs({ definition, explored, turns }: Checked) {
  const seen = new Set<string>();
  const fresh = (act: NonNullable<Turn['act']>): boolean => {
    const key = `${act.type} ${JSON.stringify(act.examples)}`;
    return !seen.has(key) && Boolean(seen.add(key));
  };
  return explored.situations.flatMap((at) => turns(at).flatMap(({ act }) => {
    if (act === null || !fresh(act)) return [];
    return act.examples.flatMap((example) => {
      const error = faultIn(definition.steps[act.stepId].logic.acts[act.act], example);
      return error === null ? [] : [{ type: act.type, error, at }];
    });
  }));
}

/** Every example of the opening opens a case: its data are valid, nothing refuses it, and each role that must be taken is. */
export function openingExamples({ definition }: Checked): readonly Finding[] {
  const { example, examples: more = [] } = definition.opening;
  return [example, ...more].flatMap((one) => oneOpening(definition, one));
}

function oneOpening(definition: Definition, example: OpeningExample): readonly Finding[] {
  const { schema, refuse } = definition.opening;
  const participants = participantsOf(definition, example);
  const error = faultIn(schema, example.data);
  const refused = refuse?.(example.data, participants) ?? [];
  return [
    ...(error === null ? [] : [finding('example-invalid', 'example-invalid.opening', { error })]),
    ...refused.map(({ path, code }) => finding('opening-example', 'opening-example.refused', { error: `${path}: ${code}` })),
    ...Object.entries(definition.roles).filter(([role, { optional, byLaw }]) => !optional && !byLaw && !participants.some((one) => one.role === role))
      .map(([role]) => finding('opening-example', 'opening-example.role', { role })),
  ];
}

function faultIn(schema: z.ZodType, example: unknown): string | null {
  const parsed = schema.safeParse(example);
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  return isDeepStrictEqual(JSON.parse(JSON.stringify(parsed.data)), JSON.parse(JSON.stringify(example))) ? null : JSON.stringify(example);
}
