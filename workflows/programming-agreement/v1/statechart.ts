import { dispatch, noteExpiry, outcome, procedure, type Offices, type StateConfig } from '../../../src/kit/index.js';
import { actions } from './actions.js';
import { textApprovals } from './approvals.js';
import { abstractOf, openingContext, refuseOpening, type Agreement } from './context.js';
import { deadlines } from './deadlines.js';
import { events, opening } from './events.js';
import { guards } from './guards.js';
import { steps } from './steps.js';
import { variants } from './variants.js';
import type { WaysOut } from './ways-out.js';

const first: WaysOut = {
  of: 'first', givenUp: '#notAgreed', turnedDown: '#rejected', unsanctioned: '#notSanctioned', represented: '#represented', sanctioned: '#performing', giveUp: 'agreement.abandon', noted: 'giveUp',
};
const amendment: WaysOut = {
  of: 'amendment', givenUp: '#inForce', turnedDown: '#inForce', unsanctioned: '#inForce', represented: '#inForce', sanctioned: '#inForce', giveUp: 'amendment.drop', noted: 'dropDraft',
};

const end = (is: Agreement['ending']): { type: string; params: { is: Agreement['ending'] } } => ({ type: 'endBy', params: { is } });
const everyParty: Offices = { regionalGovernment: ['governor', 'planning'], ministry: ['minister'], municipality: ['mayor'] };

/**
 * Programming agreement of public investment between regional governments, or of these with ministries or municipalities
 * (CPR art. 115, LOC 18.695 art. 8 bis): the portfolio and what each party puts in, the votes, the signatures, the supreme
 * decree and its control, and then years of budgets, works, minutes and reports until what was not spent is returned.
 */
const chart: StateConfig = {
  initial: 'approval',
  states: {
    approval: {
      initial: 'negotiation',
      after: { wholeProcedure: { actions: noteExpiry } },
      states: textApprovals(first),
    },

    // Compliance is mandatory (CPR art. 115): shares, works and reports go on through an amendment or a dispute.
    performing: {
      id: 'performing',
      initial: 'running',
      invoke: { id: 'execution', src: 'execution', onDone: { guard: outcome('settled'), target: 'evaluation', actions: 'markSettled' } },
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
                'dispute.raise': 'dispute',
                'agreement.revoke': { target: '#windingUp', actions: [end('revoked'), dispatch('agreementRevoked', everyParty)] },
              },
              meta: { tasks: [{ task: 'followUp', role: 'regionalGovernment', offices: ['planning', 'governor'], events: ['execution.recordMinutes', 'execution.report', 'execution.settle'] }] },
            },
            // All parties, all bodies, the decree again: an amendment needs what the agreement needed.
            amending: {
              initial: 'negotiation',
              states: textApprovals(amendment),
              meta: { refuses: { 'execution.settle': 'amendment-under-way', 'execution.reallocate': 'amendment-under-way' } },
            },
            dispute: dispute(),
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

    evaluation: {
      on: { 'evaluation.record': { target: 'closing', actions: 'keepEvaluation' } },
      meta: { tasks: [{ task: 'evaluate', role: 'regionalGovernment', offices: ['planning', 'governor'], events: ['evaluation.record'] }] },
    },
    closing: {
      on: {
        'closing.resolve': [
          { guard: { type: 'endingIs', params: { is: 'expired' } }, target: 'expired' },
          { guard: { type: 'endingIs', params: { is: 'revoked' } }, target: 'revoked' },
          { target: 'closed', actions: end('completed') },
        ],
      },
      meta: { tasks: [{ task: 'close', role: 'regionalGovernment', offices: ['governor'], events: ['closing.resolve'] }] },
    },

    closed: { type: 'final' },
    expired: { type: 'final' },
    revoked: { type: 'final' },
    rejected: { id: 'rejected', type: 'final' },
    notAgreed: { id: 'notAgreed', type: 'final' },
    notSanctioned: { id: 'notSanctioned', type: 'final' },
    represented: { id: 'represented', type: 'final' },
  },
};

/** What the parties cannot settle goes to whom the agreement names as last instance; no source sets a limit. */
function dispute(): StateConfig {
  const basis = 'Cláusula del convenio; las fuentes no fijan plazo';
  const between = ['regionalGovernment', 'ministry', 'municipality'];
  return {
    initial: 'talks',
    states: {
      talks: {
        on: { 'dispute.settle': '#inForce', 'dispute.escalate': { guard: 'namesLastInstance', target: 'lastInstance' } },
        meta: {
          tasks: [{ task: 'settleDispute', role: 'regionalGovernment', offices: ['governor'], events: ['dispute.settle', 'dispute.escalate'] }],
          waits: between.map((role) => ({ reason: 'dispute-between-parties', basis, role })),
        },
      },
      lastInstance: {
        on: { 'dispute.decide': '#inForce' },
        meta: {
          tasks: [{ task: 'decideDispute', role: 'regionalGovernment', offices: ['governor'], events: ['dispute.decide'] }, { task: 'decideDispute', role: 'ministry', offices: ['minister'], events: ['dispute.decide'] }],
          waits: between.slice(0, 2).map((role) => ({ reason: 'dispute-before-last-instance', basis, role })),
        },
      },
    },
    meta: { refuses: { 'execution.settle': 'dispute-open' } },
  };
}

export const programmingAgreement = procedure<Agreement>({
  name: 'programming-agreement',
  version: 1,
  status: 'released',
  abbreviation: 'CP',
  basis: [
    { law: 'Constitución Política', articles: '98, 99, 113, 115', asOf: '2025-10-07', certainty: 'official' },
    { law: 'LOC 18.695', articles: '8, 8 bis, 65 j), 79 b), 82 c), 86, 153', asOf: '2025-01-14', certainty: 'official' },
    { law: 'Ley 19.880', articles: '25, 27', asOf: '2025-09-29', certainty: 'official' },
    { law: 'Ley 19.799', articles: '4, 7', asOf: '2024-02-09', certainty: 'official' },
    { law: 'LOC 19.175', articles: '36, 43, 81', asOf: null, certainty: 'secondary' },
    { law: 'DL 1.263', articles: '19 bis, 70', asOf: null, certainty: 'secondary' },
    { law: 'Ley 21.796', articles: '57; Partida 31, glosa 16', asOf: null, certainty: 'secondary' },
  ],
  variants,
  roles: {
    regionalGovernment: { levels: ['regional'], party: true, many: true },
    ministry: { levels: ['national'], party: true, optional: true, many: true },
    municipality: { levels: ['municipal'], party: true, optional: true, many: true },
    entity: { levels: ['national', 'regional', 'association', 'other'], party: true, optional: true, many: true },
    socialDevelopment: { levels: ['national'], party: false, byLaw: () => 'min-mdsf' },
    hacienda: { levels: ['national'], party: false, byLaw: () => 'min-hacienda' },
    presidency: { levels: ['national'], party: false, byLaw: () => 'presidencia' },
    comptroller: { levels: ['control'], party: false, byLaw: () => 'cgr' },
  },
  opening: {
    // The initiative belongs to regional governments and ministries (CPR art. 115).
    by: { regionalGovernment: ['planning', 'governor', 'legal'], ministry: ['undersecretary', 'minister', 'legal'] },
    schema: opening,
    context: openingContext,
    refuse: refuseOpening,
    example: {
      title: 'Convenio de programación de caminos rurales, Región de Ñuble', territory: '16',
      participants: [{ role: 'regionalGovernment', institution: 'gore-16' }, { role: 'ministry', institution: 'min-mop' }],
      data: { object: 'Mejoramiento de caminos rurales', from: 2026, until: 2030, projects: 12, amount: 60_000_000_000 },
    },
    examples: [
      {
        title: 'Convenio de programación de infraestructura comunal, Chillán', territory: '16',
        participants: [{ role: 'regionalGovernment', institution: 'gore-16' }, { role: 'municipality', institution: 'muni-16101' }],
        data: { object: 'Infraestructura comunal' },
      },
      {
        title: 'Convenio de programación de corredor interregional', territory: '16',
        participants: [{ role: 'regionalGovernment', institution: 'gore-16' }, { role: 'regionalGovernment', institution: 'gore-08' }],
        data: { object: 'Corredor interregional' },
      },
    ],
  },
  events, deadlines, steps, guards, actions,
  abstract: abstractOf,
}, chart);
