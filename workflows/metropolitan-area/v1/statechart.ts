import { and, dispatch, moveCompetence, not, outcome, procedure, type StateConfig } from '../../../src/kit/index.js';
import { actions } from './actions.js';
import { openingContext, type Area } from './context.js';
import { deadlines } from './deadlines.js';
import { decreeing } from './decree.js';
import { events } from './events.js';
import { guards } from './guards.js';
import { opening, refuseOpening } from './opening.js';
import { steps } from './steps.js';
import { variants } from './variants.js';

const secretariat = ['undersecretary', 'legal'] as const;
const path = (is: Area['path']): { type: string; params: { is: Area['path'] } } => ({ type: 'takePath', params: { is } });
const waitsFor = (reason: string, basis: string, role: string): { readonly reason: string; readonly basis: string; readonly role: string } => ({ reason, basis, role });

/**
 * A metropolitan area (CPR art. 123): asked for by the region or begun ex officio, studied, every municipality heard,
 * decreed with its competences, and then governed with the advice of its mayors.
 */
const chart: StateConfig = {
  initial: 'initiative',
  states: {
    initiative: {
      on: { 'request.propose': { target: 'requestVote', actions: path('request') }, 'study.instruct': { target: 'study', actions: path('ex-officio') }, 'area.record': { target: '#reviewing', actions: 'keepRecord' } },
      meta: {
        tasks: [{ task: 'propose', role: 'regionalGovernment', offices: ['governor'], events: ['request.propose'] }],
        waits: [waitsFor('nobody-must-begin', 'CPR art. 123: nadie está obligado a iniciar', 'secretariat')],
      },
    },
    requestVote: {
      invoke: { id: 'requestVote', src: 'requestVote', onDone: [{ guard: outcome('rejected'), target: 'notRequested' }, { target: 'study' }] },
      meta: { waits: [waitsFor('core-vote-without-limit', 'LOC 19.175 art. 104 bis (no leída)', 'regionalGovernment')] },
    },
    study: {
      on: {
        'study.report': [
          { guard: and('meetsStandard', 'reachesPopulation'), target: 'opinions', actions: 'keepStudy' },
          { guard: not('meetsStandard'), target: 'belowStandard', actions: 'keepStudy' },
        ],
      },
      meta: { tasks: [{ task: 'study', role: 'secretariat', offices: secretariat, events: ['study.report'] }], waits: [waitsFor('study-without-limit', 'DS 98/2019 (no leído)', 'secretariat')] },
    },
    opinions: { invoke: { id: 'municipalOpinions', src: 'municipalOpinions', onDone: { target: 'committee' } } },
    committee: {
      on: { 'committee.decide': [{ guard: 'recommends', target: 'decreeing' }, { target: 'notConstituted' }] },
      meta: {
        tasks: [{ task: 'decide', role: 'interior', offices: ['minister', 'undersecretary'], events: ['committee.decide'] }],
        waits: [waitsFor('committee-without-limit', 'Las fuentes no fijan plazo al Comité', 'interior')],
      },
    },
    decreeing: decreeing(),
    awaitingEffect: {
      id: 'awaitingEffect',
      after: { effect: { target: 'installing', actions: [moveCompetence('transfers'), dispatch('areaConstituted', { regionalGovernment: ['governor', 'planning'], municipality: ['mayor'] })] } },
    },
    // The consultative committee of mayors, and the department that is its secretariat (LOC 19.175 art. 104 ter, secondary).
    installing: {
      on: {
        'mayors.install': { actions: 'keepMayors' },
        'department.create': { actions: 'keepDepartment' },
        'installation.conclude': { guard: and('committeeInstalled', 'departmentCreated'), target: 'governing' },
      },
      meta: {
        tasks: [{ task: 'install', role: 'regionalGovernment', offices: ['governor'], events: ['mayors.install', 'department.create', 'installation.conclude'] }],
        waits: [waitsFor('installation-without-limit', 'LOC 19.175 art. 104 ter (no leída)', 'regionalGovernment')],
      },
    },
    governing: {
      id: 'governing',
      initial: 'advising',
      on: { 'session.hold': { actions: 'countSession' }, 'area.end': 'ended' },
      states: {
        advising: {
          on: { 'matter.consult': { target: 'consulting', actions: 'keepMatter' } },
          meta: { tasks: [{ task: 'govern', role: 'regionalGovernment', offices: ['planning', 'governor'], events: ['session.hold', 'matter.consult'] }] },
        },
        consulting: {
          invoke: { id: 'mayorsOpinions', src: 'mayorsOpinions', onDone: { target: 'resolving' } },
          on: { 'matter.drop': { target: 'advising', actions: 'dropMatter' } },
        },
        resolving: {
          on: { 'matter.resolve': { guard: 'sameMatter', target: 'advising', actions: 'keepApproval' }, 'matter.drop': { target: 'advising', actions: 'dropMatter' } },
          meta: {
            tasks: [{ task: 'resolve', role: 'regionalGovernment', offices: ['governor'], events: ['matter.resolve', 'matter.drop'] }],
            waits: [waitsFor('resolution-without-limit', 'Las fuentes no fijan plazo para resolver', 'regionalGovernment')],
          },
        },
      },
    },

    notRequested: { type: 'final' },
    belowStandard: { type: 'final' },
    notConstituted: { id: 'notConstituted', type: 'final' },
    ended: { type: 'final' },
  },
};

export const metropolitanArea = procedure<Area>({
  name: 'metropolitan-area',
  version: 1,
  status: 'draft',
  abbreviation: 'AM',
  serves: { from: null, until: null, note: 'law-not-held' },
  variants,
  basis: [
    { law: 'Constitución Política', articles: '98, 99, 114, 123', asOf: '2025-10-07', certainty: 'official' },
    { law: 'Ley 19.880', articles: '24, 37, 37 bis, 38, 48, 49', asOf: '2025-09-29', certainty: 'official' },
    { law: 'LOC 19.175', articles: '104 bis, 104 ter', asOf: null, certainty: 'assumption' },
    { law: 'DS 98/2019', articles: 'estándares mínimos', asOf: null, certainty: 'assumption' },
  ],
  roles: {
    regionalGovernment: { levels: ['regional'], party: true },
    municipality: { levels: ['municipal'], party: false, many: true },
    secretariat: { levels: ['national'], party: false, byLaw: () => 'subdere' },
    presidency: { levels: ['national'], party: false, byLaw: () => 'presidencia' },
    interior: { levels: ['national'], party: false, byLaw: () => 'min-interior' },
    transport: { levels: ['national'], party: false, byLaw: () => 'min-mtt' },
    housing: { levels: ['national'], party: false, byLaw: () => 'min-minvu' },
    environment: { levels: ['national'], party: false, byLaw: () => 'min-mma' },
    publicWorks: { levels: ['national'], party: false, byLaw: () => 'min-mop' },
    comptroller: { levels: ['control'], party: false, byLaw: () => 'cgr' },
  },
  opening: {
    by: { regionalGovernment: ['governor', 'planning', 'legal'], secretariat },
    schema: opening, context: openingContext, refuse: refuseOpening,
    example: {
      title: 'Área metropolitana Alto Hospicio-Iquique', territory: '01',
      participants: [{ role: 'regionalGovernment', institution: 'gore-01' }, { role: 'municipality', institution: 'muni-01107' }, { role: 'municipality', institution: 'muni-01101' }],
      data: { name: 'Alto Hospicio-Iquique' },
    },
  },
  events, deadlines, steps, guards, actions,
  // What guards and steps ask; sessions and approvals are kept for readers.
  abstract: ({ path: taken, objection, mayors, department, lastDayBefore }) => ({ taken: lastDayBefore === null ? taken : null, objection, mayors, department }),
}, chart);
