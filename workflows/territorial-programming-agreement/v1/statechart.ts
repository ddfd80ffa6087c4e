import { dispatch, noteExpiry, outcome, procedure, type StateConfig } from '../../../src/kit/index.js';
import { actions } from './actions.js';
import { textApprovals } from './approvals.js';
import { abstractOf, openingContext, refuseOpening, type Agreement } from './context.js';
import { deadlines } from './deadlines.js';
import { events, opening } from './events.js';
import { guards } from './guards.js';
import { steps } from './steps.js';
import type { WaysOut } from './ways-out.js';

const first: WaysOut = {
  of: 'first', givenUp: '#notAgreed', turnedDown: '#rejected', unsanctioned: '#notSanctioned', represented: '#represented', sanctioned: '#performing', giveUp: 'agreement.abandon', noted: 'giveUp',
};
const amendment: WaysOut = {
  of: 'amendment', givenUp: '#inForce', turnedDown: '#inForce', unsanctioned: '#inForce', represented: '#inForce', sanctioned: '#inForce', giveUp: 'amendment.drop', noted: 'dropDraft',
};

const end = (is: Agreement['ending']): { type: string; params: { is: Agreement['ending'] } } => ({ type: 'endBy', params: { is } });
const everyParty = { regionalGovernment: ['governor', 'planning'], municipality: ['mayor'] };

/**
 * Territorial programming agreement (LOC 18.695 art. 8 ter): a regional government and one or more municipalities carry out
 * projects of communal or intercommunal impact. The concejos and the CORE agree, the parties sign, and the regional
 * government sanctions it by its own resolution.
 */
const chart: StateConfig = {
  initial: 'approval',
  states: {
    approval: {
      initial: 'drafting',
      after: { wholeProcedure: { actions: noteExpiry } },
      states: textApprovals(first),
    },

    // The version in force stays in force while an amendment is under way.
    performing: {
      id: 'performing',
      initial: 'running',
      invoke: { id: 'execution', src: 'execution', onDone: { guard: outcome('settled'), target: 'closing', actions: 'markSettled' } },
      states: {
        running: {
          initial: 'inForce',
          after: { term: { target: 'windingUp', actions: [end('expired'), dispatch('agreementExpired', everyParty)] } },
          states: {
            inForce: {
              id: 'inForce',
              entry: 'dropDraft',
              on: {
                'amendment.propose': { target: 'amending', actions: 'beginAmendment' },
                'agreement.terminate': { target: '#windingUp', actions: [end('terminated'), dispatch('agreementTerminated', everyParty)] },
              },
              meta: { tasks: [{ task: 'followUp', role: 'regionalGovernment', offices: ['planning', 'governor'], events: ['execution.recordMinutes', 'execution.report', 'execution.settle'] }] },
            },
            amending: {
              initial: 'drafting',
              states: textApprovals(amendment),
              meta: { refuses: { 'execution.settle': 'amendment-under-way', 'execution.reallocate': 'amendment-under-way' } },
            },
          },
        },
        windingUp: {
          id: 'windingUp',
          entry: 'dropDraft',
          meta: {
            tasks: [{ task: 'settle', role: 'regionalGovernment', offices: ['planning', 'governor'], events: ['execution.settle'] }],
            refuses: { 'execution.budget': 'agreement-ended', 'execution.reallocate': 'agreement-ended' },
          },
        },
      },
    },

    closing: {
      on: {
        'closing.resolve': [
          { guard: { type: 'endingIs', params: { is: 'expired' } }, target: 'expired' },
          { guard: { type: 'endingIs', params: { is: 'terminated' } }, target: 'terminated' },
          { target: 'closed', actions: end('completed') },
        ],
      },
      meta: { tasks: [{ task: 'close', role: 'regionalGovernment', offices: ['governor'], events: ['closing.resolve'] }] },
    },

    closed: { type: 'final' },
    expired: { type: 'final' },
    terminated: { type: 'final' },
    rejected: { id: 'rejected', type: 'final' },
    notAgreed: { id: 'notAgreed', type: 'final' },
    notSanctioned: { id: 'notSanctioned', type: 'final' },
    represented: { id: 'represented', type: 'final' },
  },
};

export const territorialProgrammingAgreement = procedure<Agreement>({
  name: 'territorial-programming-agreement',
  version: 1,
  status: 'released',
  abbreviation: 'CPT',
  basis: [
    { law: 'LOC 18.695', articles: '8, 8 ter, 65 j), 79 b), 82 c), 86, 153', asOf: '2025-01-14', certainty: 'official' },
    { law: 'Constitución Política', articles: '98, 99, 115', asOf: '2025-10-07', certainty: 'official' },
    { law: 'Ley 19.880', articles: '25, 27', asOf: '2025-09-29', certainty: 'official' },
    { law: 'Ley 19.799', articles: '4, 7', asOf: '2024-02-09', certainty: 'official' },
    { law: 'LOC 19.175', articles: '36, 43, 81 bis', asOf: null, certainty: 'secondary' },
    { law: 'Resolución CGR 36/2024', articles: 'no leída', asOf: null, certainty: 'secondary' },
    { law: 'Ley 21.796', articles: '57; Partida 31, glosa 16', asOf: null, certainty: 'secondary' },
  ],
  roles: {
    regionalGovernment: { levels: ['regional'], party: true },
    municipality: { levels: ['municipal'], party: true, many: true },
    comptroller: { levels: ['control'], party: false, byLaw: (region) => (region === null ? 'cgr' : `cgr-${region}`) },
  },
  opening: {
    by: { regionalGovernment: ['planning', 'governor', 'legal'], municipality: ['planning', 'mayor', 'legal'] },
    schema: opening,
    context: openingContext,
    refuse: refuseOpening,
    example: {
      title: 'Convenio territorial de ciclovías del Valle del Itata', territory: '16',
      participants: [{ role: 'regionalGovernment', institution: 'gore-16' }, { role: 'municipality', institution: 'muni-16206' }, { role: 'municipality', institution: 'muni-16202' }],
      data: { object: 'Ciclovías entre comunas del Valle del Itata', impact: 'intercommunal', amount: 300_000_000 },
    },
  },
  events, deadlines, steps, guards, actions,
  abstract: abstractOf,
}, chart);
