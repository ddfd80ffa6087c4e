import { worded, type Workflow } from '../../src/kit/index.js';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import { municipalLandUsePlan as v1 } from './v1/statechart.js';

/** Plan regulador comunal, its modification or an enmienda, version 1, with its words. */
export const municipalLandUsePlan: Workflow = worded(v1, { es, en });
