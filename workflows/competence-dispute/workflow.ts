import { worded, type Workflow } from '../../src/kit/index.js';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import { competenceDispute as v1 } from './v1/statechart.js';

/** Dispute of competence, version 1, with its words. */
export const competenceDispute: Workflow = worded(v1, { es, en });
