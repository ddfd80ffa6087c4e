import { worded, type Workflow } from '../../src/kit/index.js';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import { competenceTransfer as v1 } from './v1/statechart.js';

/** Transfer of a competence to a regional government, version 1, with its words. */
export const competenceTransfer: Workflow = worded(v1, { es, en });
