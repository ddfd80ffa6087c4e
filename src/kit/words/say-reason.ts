import type { Reason } from '../steps/step.js';
import type { WorkflowWords } from '../workflow.js';
import { sharedReasons } from './reasons.js';

/**
 * A reason as a sentence: by the workflow's own words (guards, reasons), else by the shared ones; roles, events and
 * deadlines by their names, items of a hand-over by the workflow's reasons `item.<id>`. A code without words is given as it is, so that it is seen.
 */
export function sayReason({ code, params = {} }: Reason, words: WorkflowWords, language: 'es' | 'en'): string {
  const sentence = own(words.guards, code) ?? own(words.reasons, code) ?? own(sharedReasons[language], code) ?? code;
  return sentence.replaceAll(/\{(\w+)\}/g, (hole, name: string) => {
    const value = own(params, name);
    return value === undefined ? hole : named(words, name, String(value));
  });
}

function named(words: WorkflowWords, param: string, value: string): string {
  if (param === 'role') return own(words.roles, value) ?? value;
  if (param === 'event') return own(words.events, value)?.name ?? value;
  if (param === 'deadline') return own(words.deadlines, value) ?? value;
  if (param === 'item') return itemNamed(words, value);
  if (param === 'items') return value.split(', ').map((id) => itemNamed(words, id)).join(', ');
  return value;
}

/** Items that a case brings along, such as goods by their codes, have no words. */
function itemNamed({ reasons }: WorkflowWords, id: string): string {
  return own(reasons, `item.${id}`) ?? id;
}

function own<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
