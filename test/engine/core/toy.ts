import { z } from 'zod';
import type { CaseState } from '../../../src/engine/core/case-state.js';
import { allStates } from '../../../src/engine/core/chart.js';
import { decide, openCase } from '../../../src/engine/core/decide.js';
import type { Definition } from '../../../src/engine/core/definition.js';
import { expireEnded } from '../../../src/engine/core/expiries.js';
import type { Occurrence } from '../../../src/engine/core/occurrence.js';
import { isRefused, type Decision, type Refusal } from '../../../src/engine/core/outcome.js';
import { assign, deadline, event, procedure, type DeadlineRule, type JsonObject, type Participant, type ProcedureParts, type StateConfig, type WorkflowWords } from '../../../src/kit/index.js';
import { world } from './story.js';

const words: WorkflowWords = { title: '', summary: '', states: {}, events: {}, tasks: {}, deadlines: {}, outcomes: {}, roles: {}, guards: {}, reasons: {}, steps: {}, messages: {} };
const participants: readonly Participant[] = [{ role: 'town', institution: 'muni-16206', party: true }, { role: 'island', institution: 'muni-05201', party: false }];
const by = { town: ['mayor'] };

/** A ten-day rule of the town, in business days from the day of the act, unless said otherwise. */
export function limit(different: Partial<DeadlineRule> = {}): DeadlineRule {
  return deadline({
    rule: 'toy', amount: 10, unit: 'business', startsFrom: 'act', onExpiry: 'waits', actor: 'town', metBy: [], extension: 'half', rollover: 'next-business-day',
    lateAct: 'valid', certainty: 'official', assumptions: [], basis: 'Ley de juguete', asOf: '2026-01-01', ...different,
  });
}

/** A workflow with two deadlines (`first`, `second`) and the events the chart's states take: all without data of their own. */
export function toy(chart: StateConfig, parts: Partial<ProcedureParts<JsonObject>> = {}): Definition {
  const types = new Set(allStates(chart).flatMap(({ config: { on = {} } }) => Object.keys(on)));
  const events = Object.fromEntries([...types].map((type) => [type, event<JsonObject, JsonObject>({ by, schema: z.record(z.string(), z.unknown()), examples: () => [{}] })]));
  const made = procedure<JsonObject>({
    name: 'toy', version: 1, status: 'released', abbreviation: 'TY', basis: [], roles: { town: { levels: ['municipal'], party: true }, island: { levels: ['municipal'], party: false } },
    opening: { by, schema: z.strictObject({}), context: () => ({ count: 0 }), example: { title: '', territory: '16206', participants: [], data: {} } },
    events, deadlines: { first: limit(), second: limit({ amount: 20 }) }, steps: {}, guards: { never: () => false, always: () => true },
    actions: { keepUntil: assign<JsonObject>(({ event: { data } }) => ({ until: data['until'] })) }, abstract: () => ({}), ...parts,
  }, chart);
  return { ...made, words: { es: words, en: words }, hash: 'toy' };
}

/** A state that waits for nobody: what a toy's states need to be sound. */
export const waiting = { waits: [{ reason: 'toy', basis: 'toy', role: 'town' }] } as const;

/** Drives a toy: one case, day by day. */
export class Play {
  state: CaseState;
  readonly decisions: Decision[] = [];

  constructor(readonly definition: Definition, on: string, more: Partial<Occurrence> = {}) {
    this.state = openCase(definition, { context: { count: 0 }, participants }, this.event('case.opened', on, more), world).state;
  }

  send(type: string, on: string, more: Partial<Occurrence> = {}): this {
    const decision = this.try(type, on, more);
    if (isRefused(decision)) throw new Error(`${type}: ${JSON.stringify(decision.refused)}`);
    this.decisions.push(decision);
    this.state = decision.state;
    return this;
  }

  try(type: string, on: string, more: Partial<Occurrence> = {}): Decision | Refusal {
    return decide(this.definition, this.state, this.event(type, on, more), world);
  }

  why(type: string, on: string, more: Partial<Occurrence> = {}): readonly string[] {
    const decision = this.try(type, on, more);
    return isRefused(decision) ? decision.refused.map(({ code }) => code) : [];
  }

  /** Days on which deadlines expired until then. */
  until(on: string): readonly (readonly [name: string, on: string])[] {
    const ended = expireEnded(this.definition, this.state, { on, at: `${on}T15:00:00.000Z` }, world);
    this.state = ended.at(-1)?.decision.state ?? this.state;
    return ended.map(({ event: { data, on: day } }) => [String(data['deadline']), day] as const);
  }

  rows(): readonly string[] {
    return this.state.deadlines.map(({ name, status, started, due }) => `${name} ${status} ${started ?? '-'} ${due ?? '-'}`);
  }

  private event(type: string, on: string, more: Partial<Occurrence>): Occurrence {
    return { type, data: {}, source: 'own', on, at: `${on}T15:00:00.000Z`, law: {}, expired: [], participants, seq: (this.state?.seq ?? 0) + 1, order: 'in-order', ...more };
  }
}
