import { worded, type Workflow } from '../../src/kit/index.js';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import { silenceCertificate as v1 } from './v1/statechart.js';

/** Administrative silence and its certificate, version 1, with its words. */
export const silenceCertificate: Workflow = worded(v1, { es, en });
