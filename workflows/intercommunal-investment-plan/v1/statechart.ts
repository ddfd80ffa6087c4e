import { dispatch, noteExpiry, procedure, type StateConfig } from '../../../src/kit/index.js';
import { actions } from './actions.js';
import { textApprovals, type WaysOut } from './approvals.js';
import { municipalitiesOf, openingContext, type Plan } from './context.js';
import { deadlines } from './deadlines.js';
import { events, opening } from './events.js';
import { guards } from './guards.js';
import { steps } from './steps.js';

const first: WaysOut = { dropped: '#abandoned', notApproved: '#notApproved', rejected: '#rejected', giveUp: 'plan.abandon' };
const update: WaysOut = { dropped: '#current', notApproved: '#current', rejected: '#current', giveUp: 'update.drop' };

/**
 * Intercommunal plan of investments in mobility infrastructure and public space (LGUC arts 177, 178): drafted by two SEREMIs
 * with the municipalities consulted, agreed to by a majority of the mayors, approved by the CORE, promulgated by the governor,
 * and updated at least every ten years by the same procedure.
 */
const chart: StateConfig = {
  initial: 'approval',
  states: {
    approval: { initial: 'drafting', states: textApprovals(first) },

    // The clock of the next update runs on while that update is under way: only its publication meets it.
    inForce: {
      id: 'inForce',
      initial: 'current',
      after: { update: { actions: [noteExpiry, dispatch('updateOverdue', { regionalGovernment: ['governor', 'planning'], housing: ['seremi'], transport: ['seremi'] })] } },
      states: {
        current: {
          id: 'current',
          on: { 'update.begin': { target: 'updating', actions: 'countUpdate' }, 'plan.replace': '#replaced' },
          meta: {
            tasks: [{ task: 'keepUpToDate', role: 'regionalGovernment', offices: ['planning', 'governor'], events: ['update.begin'] }],
            waits: [{ reason: 'in-force', basis: 'LGUC arts. 177 y 178', role: 'regionalGovernment' }],
          },
        },
        updating: { initial: 'drafting', states: textApprovals(update) },
      },
    },

    replaced: { id: 'replaced', type: 'final' },
    notApproved: { id: 'notApproved', type: 'final' },
    rejected: { id: 'rejected', type: 'final' },
    abandoned: { id: 'abandoned', type: 'final' },
  },
};

export const intercommunalInvestmentPlan = procedure<Plan>({
  name: 'intercommunal-investment-plan',
  version: 1,
  status: 'released',
  abbreviation: 'II',
  // Art. 177 in this wording since April 2023, read in the version of 2 January 2026; Ley 21.807 amends the law from
  // 16 February 2026 on and was not read.
  serves: { from: '2023-04-25', until: '2026-02-15', note: 'ley-21807' },
  basis: [
    { law: 'LGUC (DFL 458)', articles: '175, 177, 178', asOf: '2026-01-02', certainty: 'official' },
    { law: 'LOC 19.175', articles: '36, 43', asOf: null, certainty: 'secondary' },
  ],
  roles: {
    housing: { levels: ['regional'], party: false, byLaw: (region) => (region === null ? null : `seremi-minvu-${region}`) },
    transport: { levels: ['regional'], party: false, byLaw: (region) => (region === null ? null : `seremi-mtt-${region}`) },
    regionalGovernment: { levels: ['regional'], party: true, byLaw: (region) => (region === null ? null : `gore-${region}`) },
    municipality: { levels: ['municipal'], party: true, many: true },
  },
  opening: {
    by: { housing: ['seremi', 'legal'], transport: ['seremi', 'legal'], regionalGovernment: ['governor', 'planning'] },
    schema: opening,
    context: openingContext,
    refuse: (_data, participants) => (municipalitiesOf(participants).length >= 2 ? [] : [{ path: 'participants', code: 'two-communes' }]),
    example: {
      title: 'Plan intercomunal de inversiones, intercomuna Chillán – Chillán Viejo', territory: '161',
      participants: ['muni-16101', 'muni-16103', 'muni-16102'].map((institution) => ({ role: 'municipality', institution })),
      data: { name: 'Plan intercomunal de inversiones de Chillán', area: 'intercommunal-plan' },
    },
    examples: [{
      title: 'Plan intercomunal de inversiones, área metropolitana de dos comunas', territory: '011',
      participants: ['muni-01101', 'muni-01107'].map((institution) => ({ role: 'municipality', institution })),
      data: { name: 'Plan intercomunal de inversiones de Alto Hospicio – Iquique', area: 'metropolitan-area' },
    }],
  },
  events, deadlines, steps, guards, actions,
  abstract: ({ draft, inForce }) => ({ draft: draft === null ? 'none' : 'known', inForce: inForce === null ? 'none' : 'known' }),
}, chart);
