import { worded, type Workflow } from '../../src/kit/index.js';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import { interMunicipalAgreement as v1 } from './v1/statechart.js';

/** Agreement between municipalities without legal personality, version 1, with its words. */
export const interMunicipalAgreement: Workflow = worded(v1, { es, en });
