import { and, dispatch, not, outcome, procedure, type StateConfig } from '../../../src/kit/index.js';
import { actions } from './actions.js';
import { openingContext, type Coordination } from './context.js';
import { events, opening } from './events.js';
import { guards } from './guards.js';
import { refuseOpening } from './opening.js';
import { heads, steps } from './steps.js';

const everybody = { municipality: ['mayor'], service: heads } as const;
const by = (is: Coordination['origin']): { type: string; params: { is: Coordination['origin'] } } => ({ type: 'beginBy', params: { is } });
const noLimit = (reason: string, role: string): { readonly reason: string; readonly basis: string; readonly role: string } =>
  ({ reason, basis: 'LOC 18.695 art. 10: sin plazo ni efecto del silencio', role });

/**
 * Co-ordination between municipalities, or between them and public services (LOC 18.695 art. 10): by direct agreement; failing
 * that, by measures that the delegate or the governor orders because a mayor asks. Attributions stay as they are.
 */
const chart: StateConfig = {
  initial: 'agreeing',
  states: {
    agreeing: {
      on: { 'agreement.propose': { target: 'signing', actions: 'keepText' }, 'agreement.fail': 'withoutAgreement', 'coordination.abandon': 'abandoned' },
      meta: {
        tasks: [
          { task: 'agree', role: 'municipality', offices: ['mayor', 'legal'], events: ['agreement.propose', 'agreement.fail'] },
          { task: 'agree', role: 'service', offices: [...heads, 'legal'], events: ['agreement.propose', 'agreement.fail'] },
        ],
        waits: [noLimit('agreement-without-limit', 'municipality'), noLimit('agreement-without-limit', 'service')],
      },
    },
    signing: {
      invoke: { id: 'agreement', src: 'agreement', onDone: [{ guard: outcome('refused'), target: 'agreeing' }, { target: 'carryingOut', actions: by('agreement') }] },
      on: { 'agreement.fail': 'withoutAgreement' },
      meta: { waits: [noLimit('agreement-without-limit', 'municipality'), noLimit('agreement-without-limit', 'service')] },
    },
    // "A falta de acuerdo": only then, and only because an interested mayor asks.
    withoutAgreement: {
      on: {
        'measures.request': [
          { guard: 'isForDelegate', target: 'beforeDelegate', actions: dispatch('measuresRequested', { delegate: ['presidential-delegate'] }) },
          { guard: 'isForGovernor', target: 'beforeGovernor', actions: dispatch('measuresRequested', { regionalGovernment: ['governor'] }) },
        ],
        'agreement.propose': { target: 'signing', actions: 'keepText' },
        'coordination.abandon': 'abandoned',
      },
      meta: {
        tasks: [{ task: 'request', role: 'municipality', offices: ['mayor'], events: ['measures.request', 'agreement.propose', 'coordination.abandon'] }],
        waits: [noLimit('request-without-limit', 'municipality')],
      },
    },
    // Services under the President through a ministry: the delegado presidencial provincial, in the capital's province the regional one (CPR 116).
    beforeDelegate: authority('delegate', 'presidential-delegate'),
    // Services under the regional government: the governor.
    beforeGovernor: authority('governor', 'governor'),
    carryingOut: {
      on: {
        'measure.report': { actions: 'keepReport' },
        'coordination.close': [
          { guard: and('allReported', 'allDone'), target: 'coordinated' },
          { guard: and('allReported', not('allDone')), target: 'notCarriedOut' },
        ],
        'coordination.abandon': { guard: 'isAgreed', target: 'abandoned' },
      },
      meta: {
        tasks: [
          { task: 'carryOut', role: 'municipality', offices: ['mayor', 'administrator'], events: ['measure.report'] },
          { task: 'carryOut', role: 'service', offices: heads, events: ['measure.report'] },
        ],
        waits: [noLimit('measures-without-limit', 'municipality'), noLimit('measures-without-limit', 'service')],
      },
    },

    coordinated: { type: 'final' },
    notCarriedOut: { type: 'final' },
    declined: { id: 'declined', type: 'final' },
    abandoned: { type: 'final' },
  },
};

function authority(who: 'delegate' | 'governor', office: string): StateConfig {
  const role = who === 'delegate' ? 'delegate' : 'regionalGovernment';
  return {
    on: {
      [`${who}.order`]: { guard: 'keepsAttributions', target: 'carryingOut', actions: ['keepMeasures', dispatch('measuresOrdered', everybody)] },
      [`${who}.decline`]: { target: 'declined', actions: dispatch('measuresDeclined', everybody) },
      // An agreement may still be found while the authority considers the request.
      'agreement.propose': { target: 'signing', actions: 'keepText' },
    },
    meta: {
      tasks: [{ task: 'order', role, offices: [office], events: [`${who}.order`, `${who}.decline`] }],
      waits: [noLimit('authority-without-limit', role)],
    },
  };
}

export const coordinationMeasure = procedure<Coordination>({
  name: 'coordination-measure',
  version: 1,
  status: 'released',
  abbreviation: 'MC',
  basis: [
    { law: 'LOC 18.695', articles: '10', asOf: '2025-01-14', certainty: 'official' },
    { law: 'Constitución Política', articles: '116', asOf: '2025-10-07', certainty: 'official' },
  ],
  roles: {
    municipality: { levels: ['municipal'], party: true, many: true },
    service: { levels: ['national', 'regional'], party: true, many: true, optional: true },
    delegate: { levels: ['regional'], party: false, byLaw: (region) => (region === null ? null : `dpr-${region}`) },
    regionalGovernment: { levels: ['regional'], party: false, byLaw: (region) => (region === null ? null : `gore-${region}`) },
  },
  opening: {
    by: { municipality: ['mayor', 'legal', 'administrator', 'planning'], service: [...heads, 'legal'] },
    schema: opening,
    context: openingContext,
    refuse: refuseOpening,
    example: {
      title: 'Retiro de residuos y control sanitario, Ránquil y Coelemu', territory: '16',
      participants: [{ role: 'municipality', institution: 'muni-16206' }, { role: 'municipality', institution: 'muni-16203' }, { role: 'service', institution: 'seremi-minsal-16' }],
      data: { matter: 'Retiro de residuos en el límite comunal', services: 'ministry' },
    },
    examples: [
      {
        title: 'Señalización turística, Ránquil', territory: '16',
        participants: [{ role: 'municipality', institution: 'muni-16206' }, { role: 'service', institution: 'ss-nuble' }],
        data: { matter: 'Señalización turística', services: 'regional-government' },
      },
      {
        title: 'Camino intercomunal, Ránquil y Coelemu', territory: '16',
        participants: [{ role: 'municipality', institution: 'muni-16206' }, { role: 'municipality', institution: 'muni-16203' }],
        data: { matter: 'Mantención del camino intercomunal', services: 'none' },
      },
    ],
  },
  events, deadlines: {}, steps, guards, actions,
  abstract: ({ services, reports, origin }) => ({ services, origin, reported: reports.map(({ institution, state }) => `${institution} ${state}`).toSorted() }),
}, chart);
