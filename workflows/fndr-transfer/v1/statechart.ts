import { dispatch, noteExpiry, outcome, procedure, type StateConfig } from '../../../src/kit/index.js';
import { actions } from './actions.js';
import { coreVote, textApprovals, type WaysOut } from './approvals.js';
import { openingContext, type Agreement } from './context.js';
import { deadlines } from './deadlines.js';
import { events, opening } from './events.js';
import { guards } from './guards.js';
import { heads, steps } from './steps.js';
import { variants } from './variants.js';

const first: WaysOut = { of: 'first', rejected: '#rejected', neverSigned: '#neverSigned', abandoned: '#abandoned', objected: '#objected', sent: '#performing', giveUp: 'agreement.abandon' };
const amendment: WaysOut = { of: 'amendment', rejected: '#inForce', neverSigned: '#inForce', abandoned: '#inForce', objected: '#inForce', sent: '#inForce', giveUp: 'amendment.drop' };

const end = (is: Agreement['ending']): { type: string; params: { is: Agreement['ending'] } } => ({ type: 'endBy', params: { is } });
const unitHeads = { technicalUnit: heads };

/**
 * Agreement by which a regional government funds a project of a municipality or service with FNDR money: the CORE's vote,
 * the budget, the text, the concejo where the law asks it, the signatures, the resolution and its control, and then the
 * money and its accounts until the balance is returned.
 */
const chart: StateConfig = {
  initial: 'initiative',
  states: {
    initiative: {
      on: {
        'proposal.present': 'approval.coreVote',
        'coreVote.except': { guard: 'exceptionOfRegister', target: 'approval.allocation', actions: { type: 'setCoreVote', params: { is: 'excepted' } } },
        // It was approved elsewhere, before there was a file here; what came before is not made up.
        'agreement.record': { guard: 'namesItsResolution', target: '#performing', actions: 'adoptRecord' },
        'agreement.abandon': '#neverSigned',
      },
      meta: { tasks: [{ task: 'presentProposal', role: 'regionalGovernment', offices: ['governor'], events: ['proposal.present', 'coreVote.except'] }] },
    },

    approval: {
      initial: 'coreVote',
      states: { coreVote: coreVote(first, 'allocation'), allocation: allocation(), ...textApprovals(first) },
    },

    // Money and accounts run on while an amendment is under way: the version in force stays in force.
    performing: {
      id: 'performing',
      initial: 'inForce',
      invoke: {
        id: 'execution', src: 'execution',
        onDone: { guard: outcome('settled'), target: 'closing' },
      },
      states: {
        inForce: {
          id: 'inForce',
          entry: 'dropDraft',
          on: {
            'amendment.propose': [
              { guard: 'raisesCostOverTenth', target: 'amending.coreVote', actions: 'beginAmendment' },
              { target: 'amending.drafting', actions: 'beginAmendment' },
            ],
            'agreement.terminate': { target: 'windingUp', actions: [end('terminated'), dispatch('agreementTerminated', unitHeads)] },
          },
          after: { term: { target: 'windingUp', actions: [end('expired'), dispatch('agreementExpired', unitHeads)] } },
          meta: { tasks: [{ task: 'followUp', role: 'regionalGovernment', offices: ['budget', 'governor'], events: ['execution.payInstalment', 'execution.payContractor', 'execution.settle'] }] },
        },
        amending: {
          initial: 'drafting',
          after: { term: { target: 'windingUp', actions: [end('expired'), dispatch('agreementExpired', unitHeads)] } },
          states: { coreVote: coreVote(amendment, 'drafting'), ...textApprovals(amendment) },
          meta: { refuses: { 'execution.settle': 'amendment-under-way' } },
        },
        windingUp: {
          entry: 'dropDraft',
          meta: {
            tasks: [{ task: 'settle', role: 'regionalGovernment', offices: ['budget', 'governor'], events: ['execution.settle'] }],
            refuses: { 'execution.payInstalment': 'agreement-ended', 'execution.payContractor': 'agreement-ended' },
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
    neverSigned: { id: 'neverSigned', type: 'final' },
    abandoned: { id: 'abandoned', type: 'final' },
    objected: { id: 'objected', type: 'final' },
  },
};

/** The budget's allocation by resolution; an afecta one passes Contraloría too, so that one project may cross it twice. */
function allocation(): StateConfig {
  return {
    initial: 'resolving',
    on: { 'agreement.abandon': '#neverSigned' },
    states: {
      resolving: {
        on: {
          'allocation.resolve': [
            { guard: 'isAfecta', target: 'entry' },
            { target: '#first-drafting' },
          ],
        },
        meta: { tasks: [{ task: 'allocate', role: 'regionalGovernment', offices: ['budget', 'governor'], events: ['allocation.resolve'] }] },
      },
      entry: {
        on: { 'allocation.enter': 'reviewing' },
        meta: { tasks: [{ task: 'enterAllocation', role: 'regionalGovernment', offices: ['budget', 'legal'], events: ['allocation.enter'] }] },
      },
      reviewing: {
        after: { allocationReview: { actions: noteExpiry } },
        on: { 'allocation.clear': '#first-drafting', 'allocation.object': 'resolving' },
        meta: {
          tasks: [{ task: 'reviewAllocation', role: 'comptroller', offices: ['comptroller', 'legal'], events: ['allocation.clear', 'allocation.object'] }],
          waits: [{ reason: 'review-no-deemed-approval', basis: 'CPR arts. 98-99: la toma de razón no admite aprobación por silencio', role: 'comptroller' }],
        },
      },
    },
  };
}

export const fndrTransfer = procedure<Agreement>({
  name: 'fndr-transfer',
  version: 1,
  status: 'released',
  abbreviation: 'FT',
  variants,
  basis: [
    { law: 'LOC 18.695', articles: '65 j), 79 b), 82 c), 86, 153', asOf: '2025-01-14', certainty: 'official' },
    { law: 'Ley 19.880', articles: '25, 26, 45', asOf: '2025-09-29', certainty: 'official' },
    { law: 'Ley 19.799', articles: '4, 7', asOf: '2024-02-09', certainty: 'official' },
    { law: 'Constitución Política', articles: '98, 99', asOf: '2025-10-07', certainty: 'official' },
    { law: 'LOC 19.175', articles: '36', asOf: null, certainty: 'secondary' },
    { law: 'Resolución CGR 30/2015', articles: '18', asOf: null, certainty: 'secondary' },
  ],
  roles: {
    regionalGovernment: { levels: ['regional'], party: true },
    technicalUnit: { levels: ['municipal', 'national', 'regional', 'association', 'other'], party: true },
    comptroller: { levels: ['control'], party: false, byLaw: (region) => (region === null ? 'cgr' : `cgr-${region}`) },
  },
  opening: {
    by: { regionalGovernment: ['investment', 'governor', 'legal'] },
    schema: opening,
    context: openingContext,
    example: {
      title: 'Reposición de furgón escolar, comuna de Ránquil', territory: '16206',
      participants: [{ role: 'regionalGovernment', institution: 'gore-16' }, { role: 'technicalUnit', institution: 'muni-16206' }],
      data: { initiative: 'Reposición de furgón escolar', amount: 60_000_000, subtitle: '29' },
    },
  },
  events, deadlines, steps, guards, actions,
  // What guards, steps and deadlines ask; what is only kept for readers makes no other situation.
  abstract: ({ kind, unitLevel, amount, votedAmount, draft, endsOn, ending }) => ({
    kind, unitLevel, ending, amount: known(amount), votedAmount: known(votedAmount), endsOn: known(endsOn), draft: draft && { kind: draft.kind, amount: known(draft.amount), text: known(draft.textSha256) },
  }),
}, chart);

function known(value: string | number | null): 'known' | 'unknown' {
  return value === null ? 'unknown' : 'known';
}
