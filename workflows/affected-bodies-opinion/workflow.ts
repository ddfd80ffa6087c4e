import { worded, type Workflow } from '../../src/kit/index.js';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import { affectedBodiesOpinion as v1 } from './v1/statechart.js';

/** Opinion of affected bodies, version 1, with its words. */
export const affectedBodiesOpinion: Workflow = worded(v1, { es, en });
