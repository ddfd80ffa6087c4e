import { worded, type Workflow } from '../../src/kit/index.js';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import { assetHandover as v1 } from './v1/statechart.js';

/** Hand-over of goods bought with regional funds to whoever operates them, version 1, with its words. */
export const assetHandover: Workflow = worded(v1, { es, en });
