import type { z } from 'zod';
import type { CaseEvent, EventSource, JsonObject } from '../kit/index.js';
import { clockEvents, isClockEvent } from './core/clock-events.js';
import { isActOf, isEventOf, splitType, type Definition } from './core/definition.js';
import { recordEvents } from './core/record-events.js';
import { EngineRefusal } from './refusals.js';
import type { ActMoment } from './ports.js';

/** The schema of an event's data: the machine's own, a step's act, or one of the engine's. An imported act may say what registers show of it. */
export function schemaOf(definition: Definition, type: string, source: EventSource = 'own'): z.ZodType<JsonObject> | undefined {
  if (isClockEvent(type)) return clockEvents[type];
  if (Object.hasOwn(recordEvents, type)) return recordEvents[type as keyof typeof recordEvents];
  if (isEventOf(definition, type)) return definition.events[type].schema;
  const { stepId, act } = splitType(type);
  if (!isActOf(definition, type)) return undefined;
  const { acts, registered } = definition.steps[stepId].logic;
  return (source === 'imported' ? registered?.[act] : undefined) ?? acts[act];
}

/** Data as the schema reads them, or the refusal that names each field at fault. A type nobody knows is left for `decide` to refuse. */
export function validData(definition: Definition, { type, data, source }: Pick<CaseEvent, 'type' | 'data' | 'source'>, moment: ActMoment): JsonObject | EngineRefusal {
  const schema = schemaOf(definition, type, source);
  if (!schema) return data;
  const parsed = schema.safeParse(data);
  if (!parsed.success) return new EngineRefusal('invalid-data', [], { issues: parsed.error.issues });
  const late = triggerFields(definition, type).find((field) => typeof parsed.data[field] === 'string' && parsed.data[field] > moment.on);
  if (late) return new EngineRefusal('occurred-at', [{ code: 'field-after-event', params: { field: `data.${late}`, on: moment.on } }]);
  return parsed.data;
}

/** Fields from which a deadline counts: a day that comes after the event would start a clock in the future. */
function triggerFields(definition: Definition, type: string): readonly string[] {
  return Object.values(definition.deadlines).flatMap((rule) => (rule.trigger?.on.includes(type) ? [rule.trigger.field] : []));
}
