import type { Procedure, Workflow } from '../../kit/index.js';

/**
 * A workflow as the engine runs it: with its words, and the hash of its released source (catalogue.lock.json), which goes
 * into every journal line, so that anyone can tell by which text of the procedure an act was judged.
 */
export interface Definition extends Workflow {
  readonly hash: string;
  /** The day it was frozen and given to others; null or absent while its source may still be corrected. */
  readonly released?: string | null;
}

/** The kernel a snapshot was made by; a stored snapshot of another one needs a migration. */
export const KERNEL = 'xstate@5';

/** Act and step of a step's event type, `<step id>.<act>`. */
export function splitType(type: string): { readonly stepId: string; readonly act: string } {
  const dot = type.indexOf('.');
  return dot === -1 ? { stepId: type, act: '' } : { stepId: type.slice(0, dot), act: type.slice(dot + 1) };
}

/** Whether a type is one of the machine's own events. XState's (`xstate.done…`), and names every object has, are not. */
export function isEventOf(definition: Procedure, type: string): boolean {
  return Object.hasOwn(definition.events, type);
}

/** Whether a type is an act of one of the steps. */
export function isActOf(definition: Procedure, type: string): boolean {
  const { stepId, act } = splitType(type);
  return Object.hasOwn(definition.steps, stepId) && Object.hasOwn(definition.steps[stepId].logic.acts, act);
}

/** The rule of a deadline by name. A name the definition lacks is a defect: the dialect check lets none through. */
export function ruleOf(definition: Procedure, name: string): Procedure['deadlines'][string] {
  const rule = definition.deadlines[name];
  if (!rule) throw new Error(`deadline ${name} is not declared by ${definition.name}`);
  return rule;
}
