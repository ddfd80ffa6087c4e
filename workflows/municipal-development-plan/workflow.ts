import { worded, type Workflow } from '../../src/kit/index.js';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import { municipalDevelopmentPlan as v1 } from './v1/statechart.js';

/** Plan comunal de desarrollo (PLADECO), version 1, with its words. */
export const municipalDevelopmentPlan: Workflow = worded(v1, { es, en });
