import { z } from 'zod';
import { addDays } from '../../src/governance/competences/timeline.js';
import type { Definition } from '../../src/engine/core/definition.js';
import { announceCompetence, event, moveCompetence, noteExpiry, opinion, type CompetenceChange, type JsonObject, type StateConfig } from '../../src/kit/index.js';
import { limit, toy } from '../engine/core/toy.js';

/** What the toys are about: a commune's planning. */
export const planning = 'loc18695.3.b';

const anything = z.record(z.string(), z.unknown());
const planners = { planner: ['mayor', 'governor'] };
const dated = (untilField: string) => limit({ amount: undefined, unit: 'date-in-the-act', untilField, actor: 'receiver', rollover: 'none' });
const roleOf = (attribution?: string) => ({ levels: ['municipal', 'regional', 'national'] as const, party: true, ...(attribution && { attribution }) });

/** A case whose planner is whoever is in charge of planning in its commune: a task, a clock, and a body asked by name. */
export const planCase: Definition = toy(planChart(), {
  name: 'toy-plan', abbreviation: 'TP', roles: { planner: roleOf(planning), asker: roleOf() },
  opening: { by: planners, schema: anything, context: () => ({}), example: { title: '', territory: '16101', participants: [], data: {} } },
  events: { submit: event<JsonObject, JsonObject>({ by: planners, schema: anything, examples: () => [{}] }) },
  deadlines: { answer: limit({ amount: 30, unit: 'calendar', actor: 'planner', metBy: ['submit'] }), opinion: limit({ amount: 60, unit: 'calendar', actor: 'planner' }) },
  steps: {
    opinions: opinion<JsonObject>((_context, { participants }) => ({
      requester: { asker: ['seremi'] }, deadline: 'opinion',
      bodies: participants.filter(({ role }) => role === 'planner').map(({ role, institution }) => ({ role, institution, offices: ['mayor', 'governor'] })),
    })),
  },
});

function planChart(): StateConfig {
  return {
    initial: 'drafting',
    states: {
      drafting: {
        invoke: { id: 'opinions', src: 'opinions', onDone: 'done' }, after: { answer: { actions: noteExpiry } }, on: { submit: 'done' },
        meta: { tasks: [{ task: 'draft', role: 'planner', offices: ['mayor', 'governor'], events: ['submit'] }] },
      },
      done: { type: 'final' },
    },
  };
}

/** A case that moves a competence on the day of effect, says so before if its decree is recorded, and says so again when it lapses. */
export const transferCase: Definition = toy(transferChart(), {
  name: 'toy-transfer', abbreviation: 'TT', roles: { receiver: roleOf(), origin: roleOf() },
  opening: {
    by: { receiver: ['governor'] }, schema: anything, context: (data) => ({ until: null, ...data }), example: { title: '', territory: '16', participants: [], data: {} },
  },
  events: {
    decree: event<JsonObject, JsonObject>({ by: { receiver: ['governor'] }, schema: anything, examples: () => [{}] }),
    findEnd: event<JsonObject, JsonObject>({ by: { receiver: ['governor'] }, schema: anything, examples: () => [{}] }),
  },
  deadlines: { effect: dated('eve'), expiry: dated('until') },
});

function transferChart(): StateConfig {
  return {
    initial: 'decreed',
    states: {
      decreed: { on: { decree: { actions: [announceCompetence('transfer'), announceCompetence('reversion')] } }, after: { effect: { target: 'inForce', actions: [moveCompetence('transfer')] } } },
      inForce: { after: { expiry: { target: 'over', actions: [moveCompetence('reversion')] } }, on: { findEnd: { target: 'over' } } },
      over: { type: 'final' },
    },
  };
}

/** What a transfer case is opened with: the commune's planning goes to a regional government on a day, and back after another. */
export function transferData(commune: string, from: string, terms: { readonly until?: string; readonly back?: string } = {}): JsonObject {
  const { until = null, back } = terms;
  const [eve, origin, to] = [addDays(from, -1), `muni-${commune}`, 'gore-16'];
  const transfer: CompetenceChange = {
    competence: planning, territory: commune, holder: to, mode: 'exclusive', duration: until ? 'temporary' : 'definitive', inCharge: to, from, until, origin,
    act: { kind: 'decreto', number: '1', date: eve }, basis: 'Ley 21.074', certainty: 'official',
  };
  const reversion = back === undefined ? null : { ...transfer, holder: origin, inCharge: origin, duration: 'definitive', until: null, from: back };
  return { eve, until, transfer, reversion };
}
