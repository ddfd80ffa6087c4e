import { worded, type Workflow } from '../../src/kit/index.js';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import { intercommunalInvestmentPlan as v1 } from './v1/statechart.js';

/** Intercommunal plan of investments in mobility infrastructure and public space, version 1, with its words. */
export const intercommunalInvestmentPlan: Workflow = worded(v1, { es, en });
