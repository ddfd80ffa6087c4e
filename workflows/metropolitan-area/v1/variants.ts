import type { Variant } from '../../../src/kit/index.js';

/** How areas of two regions came to be, as far as a source was found; the others are not known. */
export const variants: readonly Variant[] = [
  {
    region: '01', start: { act: 'Estudio de oficio del área Alto Hospicio-Iquique', instrument: 'oficio' }, end: { act: 'Decreto supremo, en toma de razón en octubre de 2023', instrument: 'decreto' },
    source: 'Prensa, 2023: la primera constituida; que fue de oficio se sigue de que Gran Valparaíso fue la primera a solicitud', certainty: 'secondary',
  },
  {
    region: '05', start: { act: 'Solicitud del gobierno regional para el área Gran Valparaíso', instrument: 'oficio' }, end: { act: 'Decreto supremo, tomado de razón el 2025-12-29', instrument: 'decreto' },
    source: 'puranoticia.pnt.cl, 2026-01-07: la primera a solicitud de un gobierno regional', certainty: 'secondary',
  },
];
