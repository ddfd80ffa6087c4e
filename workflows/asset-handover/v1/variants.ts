import type { Variant } from '../../../src/kit/index.js';

/** How the one region whose own register of procedures names this one begins and ends it (CPAT 2024). The law is the same for all. */
export const variants: readonly Variant[] = [
  {
    region: '03', start: { act: 'Oficio Unidad técnica y por propia iniciativa', instrument: 'oficio' },
    end: { act: 'Resolución Gobernador Regional que aprueba convenio de transferencia de bienes de inversión FNDR a unidad técnica', instrument: 'resolución' },
    source: 'CPAT 2024, PT-GOR00098-00038 (Atacama)', certainty: 'secondary',
  },
];
