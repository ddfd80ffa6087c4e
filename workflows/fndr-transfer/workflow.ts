import { worded, type Workflow } from '../../src/kit/index.js';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import { fndrTransfer as v1 } from './v1/statechart.js';

/** FNDR transfer or mandate agreement, version 1, with its words. */
export const fndrTransfer: Workflow = worded(v1, { es, en });
