import { and, announceCompetence, dispatch, not, outcome, procedure, type JsonObject, type StateConfig } from '../../../src/kit/index.js';
import { actions } from './actions.js';
import { openingContext, type Transfer } from './context.js';
import { deadlines } from './deadlines.js';
import { decreeing } from './decree.js';
import { events } from './events.js';
import { guards } from './guards.js';
import { opening, refuseOpening } from './opening.js';
import { evaluations, transferred } from './performing.js';
import { steps } from './steps.js';
import { coreVotes, underStudy } from './study.js';

const path = (is: Transfer['path']): { type: string; params: { is: Transfer['path'] } } => ({ type: 'takePath', params: { is } });

/**
 * Transfer of a competence of a ministry or service to a regional government (CPR art. 114): asked for by the region or
 * begun by the President, studied by both sides, decided by the Committee, decreed, handed over, evaluated; and at the end
 * of a temporary one, back to where it came from.
 */
const chart: StateConfig = {
  initial: 'initiative',
  states: {
    initiative: {
      on: {
        'request.begin': { guard: 'termHasBegun', target: 'requesting', actions: path('request') },
        'instruction.issue': { guard: 'withinFields', target: '#opening', actions: path('ex-officio') },
        'transfer.record': [
          { guard: and('effectStated', 'endsAfterBeginning'), target: 'transferred', actions: [path('recorded'), 'keepRecord', announceCompetence('transfer')] },
          { guard: and(not('effectStated'), 'recordsTemporary'), target: '#temporary', actions: [path('recorded'), 'keepRecord'] },
          { guard: not('effectStated'), target: '#forGood', actions: [path('recorded'), 'keepRecord'] },
        ],
      },
      meta: {
        tasks: [
          { task: 'begin', role: 'regionalGovernment', offices: ['governor', 'core-secretary'], events: ['request.begin'] },
          { task: 'instruct', role: 'presidency', offices: ['president'], events: ['instruction.issue'] },
        ],
        waits: [{ reason: 'nobody-must-begin', basis: 'CPR art. 114: nadie está obligado a iniciar la transferencia', role: 'presidency' }],
      },
    },

    // Within 24 months of the start of the presidential term; later it is inadmissible (LOC 19.175 art. 21 septies, secondary).
    requesting: {
      initial: 'studies',
      after: { requestWindow: { target: 'windowClosed', actions: dispatch('windowClosed', { regionalGovernment: ['governor', 'core-secretary'] }) } },
      on: { 'request.withdraw': 'withdrawn' },
      states: {
        studies: {
          on: { 'request.propose': { guard: 'hasStudies', target: 'voting', actions: 'keepProposer' } },
          meta: { tasks: [{ task: 'propose', role: 'regionalGovernment', offices: ['governor', 'core-secretary'], events: ['request.propose'] }] },
        },
        voting: {
          invoke: { id: 'requestVote', src: 'requestVote', onDone: [{ guard: outcome('rejected'), target: '#notRequested' }, { target: 'filing' }] },
        },
        filing: {
          on: { 'request.file': { target: '#admissibility', actions: dispatch('requestFiled', { secretariat: ['undersecretary', 'legal'], origin: ['minister', 'director'] }) } },
          meta: { tasks: [{ task: 'file', role: 'regionalGovernment', offices: ['governor', 'legal'], events: ['request.file'] }] },
        },
      },
    },

    underStudy: underStudy(),
    ratifying: coreVotes('ratificationVote', { approved: '#decreeing', rejected: '#notRatified' }),
    decreeing: decreeing(),
    rejecting: {
      id: 'rejecting',
      on: { 'rejection.decree': { target: 'rejected', actions: dispatch('rejected', { regionalGovernment: ['governor'] }) } },
      meta: {
        tasks: [{ task: 'decreeRejection', role: 'interior', offices: ['minister', 'legal'], events: ['rejection.decree'] }],
        waits: [{ reason: 'rejection-without-limit', basis: 'Las fuentes no fijan plazo para el decreto que rechaza', role: 'interior' }],
      },
    },
    transferred: transferred(),
    ...evaluations(),

    windowClosed: { type: 'final' },
    notRequested: { id: 'notRequested', type: 'final' },
    inadmissible: { id: 'inadmissible', type: 'final' },
    notOpened: { id: 'notOpened', type: 'final' },
    withdrawn: { type: 'final' },
    conditionsRejected: { id: 'conditionsRejected', type: 'final' },
    notRatified: { id: 'notRatified', type: 'final' },
    rejected: { id: 'rejected', type: 'final' },
    objected: { id: 'objected', type: 'final' },
    reverted: { type: 'final' },
    revoked: { type: 'final' },
    definitive: { type: 'final' },
    revokedByLaw: { id: 'revokedByLaw', type: 'final' },
  },
};

export const competenceTransfer = procedure<Transfer>({
  name: 'competence-transfer',
  version: 1,
  status: 'draft',
  abbreviation: 'TC',
  serves: { from: null, until: null, note: 'law-not-held' },
  basis: [
    { law: 'Constitución Política', articles: '98, 99, 113, 114, 118', asOf: '2025-10-07', certainty: 'official' },
    { law: 'Ley 19.880', articles: '25, 42, 48, 49', asOf: '2025-09-29', certainty: 'official' },
    { law: 'LOC 19.175', articles: '21 bis a 21 octies', asOf: null, certainty: 'secondary' },
    { law: 'DS 656/2019 y Res. Ex. 7972/2023', articles: 'proceso de traspaso de competencias', asOf: null, certainty: 'secondary' },
  ],
  roles: {
    regionalGovernment: { levels: ['regional', 'municipal'], party: true },
    origin: { levels: ['national', 'regional'], party: true },
    sectorMinistry: { levels: ['national'], party: false, optional: true },
    presidency: { levels: ['national'], party: false, byLaw: () => 'presidencia' },
    interior: { levels: ['national'], party: false, byLaw: () => 'min-interior' },
    finance: { levels: ['national'], party: false, byLaw: () => 'min-hacienda' },
    segpres: { levels: ['national'], party: false, byLaw: () => 'min-segpres' },
    secretariat: { levels: ['national'], party: false, byLaw: () => 'subdere' },
    budgetOffice: { levels: ['national'], party: false, byLaw: () => 'dipres' },
    comptroller: { levels: ['control'], party: false, byLaw: () => 'cgr' },
  },
  opening: {
    by: { regionalGovernment: ['governor', 'core-secretary', 'planning', 'legal'], secretariat: ['undersecretary', 'legal'], presidency: ['legal'] },
    schema: opening,
    context: openingContext,
    refuse: refuseOpening,
    example: {
      title: 'Focalización de instrumentos de fomento turístico en Ñuble', territory: '16',
      participants: [{ role: 'regionalGovernment', institution: 'gore-16' }, { role: 'origin', institution: 'sernatur' }, { role: 'sectorMinistry', institution: 'min-economia' }],
      data: { competence: 'fomento.turismo.focalizacion', name: 'Focalización territorial de los instrumentos de fomento turístico', field: 'productive-development' },
    },
  },
  events, deadlines, steps, guards, actions,
  abstract,
}, chart);

/** What guards, steps and deadlines ask; what is only kept for readers, or has been asked for the last time, makes no other situation. */
function abstract({ sector, path: taken, proposedBy, commission, exercise, projection, draft, objection, terms, handover, ending, expiresOn, renewedUntil, lastDayBeforeRevocation, transfer }: Transfer): JsonObject {
  if (terms === null) return { sector, taken, commission, exercise, projection, objection, proposedBy: draft === null ? proposedBy : null, draft: draft?.duration ?? null };
  return {
    handover, ending, recorded: taken === 'recorded', duration: terms.duration, effect: known(transfer), end: known(expiresOn), renewed: known(renewedUntil),
    revoked: known(lastDayBeforeRevocation),
  };
}

function known(value: unknown): 'known' | 'unknown' {
  return value === null ? 'unknown' : 'known';
}
