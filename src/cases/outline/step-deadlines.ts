import { chartWays, type Definition } from '../../engine/chart-reader.js';

/** Clocks that no state starts: the step does, and one of its acts meets them. */
export function deadlinesOfStep(definition: Definition, step: string): readonly string[] {
  const ofStates = new Set(chartWays(definition).flatMap(({ trigger }) => (trigger.kind === 'deadline' ? [trigger.deadline] : [])));
  return Object.entries(definition.deadlines).filter(([name, { metBy }]) => !ofStates.has(name) && metBy.some((type) => type.startsWith(`${step}.`))).map(([name]) => name);
}
