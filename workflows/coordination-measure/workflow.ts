import { worded, type Workflow } from '../../src/kit/index.js';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import { coordinationMeasure as v1 } from './v1/statechart.js';

/** Co-ordination measure between municipalities and services, version 1, with its words. */
export const coordinationMeasure: Workflow = worded(v1, { es, en });
