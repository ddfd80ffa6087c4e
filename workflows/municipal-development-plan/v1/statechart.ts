import { dispatch, procedure, type StateConfig } from '../../../src/kit/index.js';
import { actions } from './actions.js';
import { byMunicipality, textApprovals, type WaysOut } from './approvals.js';
import { openingContext, type Plan } from './context.js';
import { deadlines } from './deadlines.js';
import { events, opening } from './events.js';
import { guards } from './guards.js';
import { steps } from './steps.js';

const first: WaysOut = { of: 'first', dropped: '#abandoned', notApproved: '#notApproved', giveUp: 'plan.abandon' };
const modification: WaysOut = { of: 'modification', dropped: '#current', notApproved: '#current', giveUp: 'modification.drop' };

/**
 * Plan comunal de desarrollo (LOC 18.695 arts 7, 65 a, 82 a, 94): drafted with participation, observed by the COSOC, handed
 * to the concejo in the first week of October and decided before 15 December, decreed, sent to the regional government,
 * evaluated from time to time and modified, until its period ends.
 */
const chart: StateConfig = {
  initial: 'preparing',
  states: {
    preparing: { initial: 'drafting', states: textApprovals(first) },

    inForce: {
      id: 'inForce',
      initial: 'sending',
      after: { period: { target: 'periodOver', actions: 'dropDraft' } },
      on: { 'evaluation.record': { actions: 'countEvaluation' } },
      states: {
        // LOC 19.175 art. 21, not read: it is sent, no limit being known; that is no condition of its force.
        sending: {
          on: { 'plan.send': { target: 'current', actions: dispatch('planSent', { regionalGovernment: ['planning', 'governor'] }) } },
          meta: {
            tasks: [byMunicipality('send', ['planning', 'mayor'], 'plan.send')],
            waits: [{ reason: 'sending-without-limit', basis: 'LOC 19.175 art. 21 (no leída: fuente secundaria)', role: 'municipality' }],
          },
        },
        // Art. 7: evaluated periodically, which gives rise to adjustments and modifications; the concejo supervises (art. 79 m).
        current: {
          id: 'current',
          on: { 'plan.receive': { actions: 'keepReceipt' }, 'modification.propose': { target: 'modifying', actions: 'countModification' } },
          meta: {
            tasks: [byMunicipality('evaluate', ['planning', 'mayor'], 'evaluation.record', 'modification.propose')],
            waits: [{ reason: 'in-force', basis: 'LOC 18.695 arts. 5 a), 7 y 79 m)', role: 'municipality' }],
          },
        },
        // Arts 65 a and 82 a: modifications go the same way; the plan in force stays in force meanwhile.
        modifying: { initial: 'drafting', states: textApprovals(modification) },
      },
    },
    // Art. 7 sets a least duration and no effect of its end: the next plan replaces this one, or the mayor says that none did.
    periodOver: {
      on: { 'plan.replace': 'replaced', 'plan.close': 'ended' },
      meta: {
        tasks: [byMunicipality('renew', ['mayor'], 'plan.replace', 'plan.close')],
        waits: [{ reason: 'period-over', basis: 'LOC 18.695 art. 7: fija una vigencia mínima, no el efecto de su término', role: 'municipality' }],
      },
    },

    replaced: { type: 'final' },
    ended: { type: 'final' },
    notApproved: { id: 'notApproved', type: 'final' },
    abandoned: { id: 'abandoned', type: 'final' },
  },
};

export const municipalDevelopmentPlan = procedure<Plan>({
  name: 'municipal-development-plan',
  version: 1,
  status: 'released',
  abbreviation: 'PD',
  basis: [
    { law: 'LOC 18.695', articles: '5 a), 6, 7, 65 a), 79 b) y m), 82 a), 86, 94', asOf: '2025-01-14', certainty: 'official' },
    { law: 'LOC 19.175', articles: '21', asOf: null, certainty: 'secondary' },
  ],
  roles: {
    municipality: { levels: ['municipal'], party: true },
    regionalGovernment: { levels: ['regional'], party: false, byLaw: (region) => (region === null ? null : `gore-${region}`) },
  },
  opening: {
    by: { municipality: ['mayor', 'planning'] },
    schema: opening,
    context: openingContext,
    example: {
      title: 'Plan comunal de desarrollo de Ránquil', territory: '16206', participants: [{ role: 'municipality', institution: 'muni-16206' }],
      data: { name: 'PLADECO de Ránquil' },
    },
  },
  events, deadlines, steps, guards, actions,
  abstract: ({ draft, inForce, participation, cosoc }) => ({
    draft: draft === null ? 'none' : 'known', inForce: inForce === null ? 'none' : 'known', participation: Math.min(participation, 1), cosoc,
  }),
}, chart);
