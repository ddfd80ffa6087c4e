import { not, noteExpiry, procedure, type StateConfig } from '../../../src/kit/index.js';
import { openingContext, type Plan } from '../v1/context.js';
import { events, opening } from '../v1/events.js';
import { resolution } from '../v1/promulgation.js';
import { municipalLandUsePlan as before } from '../v1/statechart.js';
import { steps } from '../v1/steps.js';
import { byMunicipality, withdrawn } from '../v1/transitions.js';
import { actions } from './actions.js';
import { core, design, draft, seremi } from './approval.js';
import { abstract } from './context.js';
import { deadlines } from './deadlines.js';
import { fromV1 } from './from-v1.js';
import { guards } from './guards.js';
import { image } from './image.js';
import { decree } from './promulgation.js';

/**
 * Plan regulador comunal, its modification, or an enmienda, by the same law as version 1 (LGUC arts 28 octies, 43, 45), closer to
 * it: what the law makes a duty with a limit (to tell SII, MINVU) runs beside the procedure, which the law does not make wait;
 * and the fifteen days of the hearings are a state, so that missing them is seen on the sixteenth.
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

const { name, status, abbreviation, serves, basis, roles } = before;

export const municipalLandUsePlan = procedure<Plan>({
  name, status, abbreviation, basis, roles, ...(serves && { serves }),
  version: 2,
  effective: '2026-11-01',
  migrations: [fromV1],
  opening: { ...before.opening, schema: opening, context: openingContext },
  events, deadlines, steps, guards, actions, abstract,
}, chart);
