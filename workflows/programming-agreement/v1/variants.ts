import type { Variant } from '../../../src/kit/index.js';

/** How three regions begin and end this procedure, by their own register of procedures (CPAT 2024). The law is the same for all. */
export const variants: readonly Variant[] = [
  {
    region: '02', start: { act: 'Oficio propuesta Convenio y alcances', instrument: 'oficio' }, end: { act: 'Convenio firmado y tramitado con Decreto', instrument: 'decreto' },
    source: 'CPAT 2024, PT-GOR00036-00037 (Antofagasta)', certainty: 'secondary',
  },
  {
    region: '10', start: { act: 'Acta de Acuerdo', instrument: 'acta' }, end: { act: 'Resolución de Aprobación Convenio de Programación', instrument: 'resolución' },
    source: 'CPAT 2024, PT-GOR00562-00031 (Los Lagos)', certainty: 'secondary',
  },
  {
    region: '14', start: { act: 'Solicitud de convenio de programación', instrument: 'oficio' }, end: { act: 'Resolución que aprueba convenio', instrument: 'resolución' },
    source: 'CPAT 2024, PT-GOR00563-00031 (Los Ríos)', certainty: 'secondary',
  },
];
