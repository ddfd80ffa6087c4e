import { worded, type Workflow } from '../../src/kit/index.js';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import { municipalLandUsePlan as v1 } from './v1/statechart.js';
import enOfV2 from './v2/en.json' with { type: 'json' };
import esOfV2 from './v2/es.json' with { type: 'json' };
import { municipalLandUsePlan as v2 } from './v2/statechart.js';
import { amended } from './words.js';

/** Plan regulador comunal, its modification or an enmienda, version 1, with its words. */
export const municipalLandUsePlan: Workflow = worded(v1, { es, en });

/** Version 2: the same law, the duties to tell SII and MINVU beside the procedure, the fifteen days of the hearings a state. */
export const municipalLandUsePlanV2: Workflow = worded(v2, { es: amended(es, esOfV2), en: amended(en, enOfV2) });
