import { worded, type Workflow } from '../../src/kit/index.js';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import { metropolitanArea as v1 } from './v1/statechart.js';

/** Metropolitan area, from its constitution to its government, version 1, with its words. */
export const metropolitanArea: Workflow = worded(v1, { es, en });
