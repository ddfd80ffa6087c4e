import { worded, type Workflow } from '../../src/kit/index.js';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import { territorialProgrammingAgreement as v1 } from './v1/statechart.js';

/** Territorial programming agreement, version 1, with its words. */
export const territorialProgrammingAgreement: Workflow = worded(v1, { es, en });
