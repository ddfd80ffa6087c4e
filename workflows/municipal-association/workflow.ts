import { worded, type Workflow } from '../../src/kit/index.js';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import { municipalAssociation as v1 } from './v1/statechart.js';

/** Association of municipalities with legal personality, version 1, with its words. */
export const municipalAssociation: Workflow = worded(v1, { es, en });
