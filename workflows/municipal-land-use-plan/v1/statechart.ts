import { not, noteExpiry, procedure, type StateConfig } from '../../../src/kit/index.js';
import { actions } from './actions.js';
import { core, seremi } from './approval.js';
import { abstract, openingContext, type Plan } from './context.js';
import { deadlines } from './deadlines.js';
import { design, draft } from './draft.js';
import { events, opening } from './events.js';
import { guards } from './guards.js';
import { image } from './image.js';
import { decree, resolution } from './promulgation.js';
import { steps } from './steps.js';
import { byMunicipality, withdrawn } from './transitions.js';

/**
 * Plan regulador comunal, its modification, or an enmienda: imagen objetivo, draft and environmental report, participation,
 * concejo, technical report, regional council where the law asks it, promulgation, publication (LGUC arts 28 octies, 43, 45).
 */
const chart: StateConfig = {
  initial: 'formulation',
  states: {
    // An enmienda keeps to numbers 1 to 6 of art. 43 and to its third to fifth paragraphs: no imagen objetivo, no SEREMI, no CORE (art. 45).
    formulation: {
      id: 'formulation',
      on: {
        'image.formulate': { guard: not('isEnmienda'), target: 'image', actions: 'keepImage' },
        'enmienda.formulate': { guard: 'isEnmienda', target: 'draft', actions: 'keepMatter' },
        ...withdrawn,
      },
      meta: { tasks: [byMunicipality('formulate', ['planning', 'mayor'], 'image.formulate', 'enmienda.formulate')] },
    },
    image: image(),
    design: design(),
    draft: draft(),
    seremi: seremi(),
    core: core(),
    decree: decree(),
    resolution: resolution(),

    // A plan is brought up to date within ten years (art. 28 sexies); nothing happens to it when they are over.
    inForce: {
      id: 'inForce',
      after: { update: { actions: noteExpiry } },
      on: { 'plan.update': { guard: 'nothingInFuture', target: 'updated' } },
      meta: { tasks: [byMunicipality('updatePlan', ['planning', 'mayor'], 'plan.update')] },
    },

    incorporated: { id: 'incorporated', type: 'final' },
    updated: { type: 'final' },
    rejectedByCouncil: { id: 'rejectedByCouncil', type: 'final' },
    rejectedByRegion: { id: 'rejectedByRegion', type: 'final' },
    withdrawn: { id: 'withdrawn', type: 'final' },
  },
};

const name = 'Plan regulador comunal de Quirihue';
const participants = [{ role: 'municipality', institution: 'muni-16201' }] as const;

export const municipalLandUsePlan = procedure<Plan>({
  name: 'municipal-land-use-plan',
  version: 1,
  status: 'released',
  abbreviation: 'PRC',
  serves: { from: null, until: '2026-02-15', note: 'law-amended-since' },
  basis: [
    { law: 'LGUC (DFL 458)', articles: '28 sexies, 28 septies, 28 octies, 43, 45, 47, 190', asOf: '2026-01-02', certainty: 'official' },
    { law: 'LOC 18.695', articles: '53, 65 b) e inciso penúltimo, 79 b), 82 b), 86, 94, 153', asOf: '2025-01-14', certainty: 'official' },
    { law: 'Ley 19.300', articles: '7 bis', asOf: '2024-04-10', certainty: 'official' },
    { law: 'Ley 19.880', articles: '25, 51', asOf: '2025-09-29', certainty: 'official' },
    { law: 'Constitución Política', articles: '98, 99', asOf: '2025-10-07', certainty: 'official' },
    { law: 'LOC 19.175', articles: '36', asOf: null, certainty: 'secondary' },
  ],
  roles: {
    municipality: { levels: ['municipal'], party: true },
    regionalGovernment: { levels: ['regional'], party: false, byLaw: (region) => (region === null ? null : `gore-${region}`) },
    seremi: { levels: ['regional'], party: false, byLaw: (region) => (region === null ? null : `seremi-minvu-${region}`) },
    mma: { levels: ['regional'], party: false, byLaw: (region) => (region === null ? null : `seremi-mma-${region}`) },
    comptroller: { levels: ['control'], party: false, byLaw: (region) => (region === null ? null : `cgr-${region}`) },
  },
  opening: {
    by: { municipality: ['mayor', 'planning', 'legal'] },
    schema: opening,
    context: openingContext,
    example: { title: name, territory: '16201', participants, data: { kind: 'new-plan', name, ground: 'population' } },
    examples: [
      { title: `Modificación nº 1 del ${name}`, territory: '16201', participants, data: { kind: 'modification', name } },
      { title: `Enmienda del ${name}`, territory: '16201', participants, data: { kind: 'enmienda', name } },
    ],
  },
  events, deadlines, steps, guards, actions, abstract,
}, chart);
