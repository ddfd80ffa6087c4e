import { z } from 'zod';
import type { Definition } from '../../../src/engine/core/definition.js';
import { fieldsOf, tasksDeclared, wordsNeeded } from '../../../src/engine/core/verification/words-needed.js';
import { assign, deadline, event, procedure, type DeadlineRule, type EventDefinition, type JsonObject, type Offices, type ProcedureParts, type StateConfig, type WorkflowWords } from '../../../src/kit/index.js';

type States = Readonly<Record<string, StateConfig>>;
interface Different extends Partial<ProcedureParts<JsonObject>> {
  readonly states?: States;
}

/** An event that says nothing, sent by these. */
export function plain(by: Offices, guarded: readonly JsonObject[] = [{}]): EventDefinition {
  return event<JsonObject, JsonObject>({ by, schema: z.strictObject({ bad: z.boolean().optional() }), examples: () => guarded });
}

export const governor: Offices = { region: ['governor'] };
export const mayor: Offices = { town: ['mayor'] };

/** Ten days for the town, then the proposal stands. */
export function limit(different: Partial<DeadlineRule> = {}): DeadlineRule {
  return deadline({
    rule: 'own.answer', amount: 10, unit: 'calendar', startsFrom: 'act', onExpiry: 'proposalStands', actor: 'town', metBy: ['answer'], extension: 'none',
    rollover: 'none', lateAct: 'valid', certainty: 'assumption', assumptions: [], basis: 'Ninguna: prueba', asOf: null, ...different,
  });
}

const drafting: StateConfig = { on: { send: 'asked' }, meta: { tasks: [{ task: 'draft', role: 'region', offices: ['governor'], events: ['send'] }] } };
/** The state in which the town is asked; what is given takes the place of its parts. */
export function asked(different: StateConfig = {}): StateConfig {
  return {
    on: { answer: 'agreed' }, after: { answerLimit: 'agreed' }, meta: { tasks: [{ task: 'answer', role: 'town', offices: ['mayor'], events: ['answer'] }] }, ...different,
  };
}

/** A small procedure without a fault: a region sends, a town answers or its time ends. Whatever is given makes it differ. */
export function sound({ states = {}, events = {}, ...parts }: Different = {}): Definition {
  const made = procedure<JsonObject>({
    name: 'sound', version: 1, status: 'draft', abbreviation: 'SO', basis: [],
    roles: { region: { levels: ['regional'], party: true }, town: { levels: ['municipal'], party: true } },
    opening: {
      by: governor, schema: z.strictObject({}), context: () => ({ marked: false }),
      example: { title: 'Prueba', territory: '16101', participants: [{ role: 'region', institution: 'gore-16' }, { role: 'town', institution: 'muni-16101' }], data: {} },
    },
    events: { send: plain(governor), answer: plain(mayor), ...events },
    deadlines: { answerLimit: limit() }, steps: {}, guards: {}, actions: { mark: assign<JsonObject>(() => ({ marked: true })) },
    abstract: ({ marked }) => ({ marked }), ...parts,
  }, { initial: 'drafting', states: { drafting, asked: asked(), agreed: { type: 'final' }, ...states } });
  const definition: Definition = { ...made, words: { es: none, en: none }, hash: 'sound' };
  return { ...definition, words: { es: worded(definition), en: worded(definition) } };
}

const none: WorkflowWords = { title: '', summary: '', states: {}, events: {}, tasks: {}, deadlines: {}, outcomes: {}, roles: {}, guards: {}, reasons: {}, steps: {}, messages: {} };

/** A word for everything: its own name, `case.opened` as "Case opened". */
function worded(definition: Definition): WorkflowWords {
  const { events, messages, ...needed } = wordsNeeded(definition);
  return {
    ...none, title: 'Sound', summary: 'Sound', tasks: said(tasksDeclared(definition)),
    ...Object.fromEntries(Object.entries(needed).map(([part, keys]) => [part, said(keys)])),
    events: Object.fromEntries(events.map((key) => [key, { name: spoken(key), help: spoken(key), fields: said(fieldsOf(definition, key)) }])),
    messages: Object.fromEntries(messages.map((key) => [key, { subject: spoken(key), text: spoken(key) }])),
  };
}

function said(keys: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(keys.map((key) => [key, spoken(key)]));
}

function spoken(key: string): string {
  const words = key.replaceAll(/[.-]/g, ' ').replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
