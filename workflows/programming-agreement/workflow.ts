import { worded, type Workflow } from '../../src/kit/index.js';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import { programmingAgreement as v1 } from './v1/statechart.js';

/** Programming agreement of public investment, version 1, with its words. */
export const programmingAgreement: Workflow = worded(v1, { es, en });
