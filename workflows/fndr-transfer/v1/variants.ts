import type { Variant } from '../../../src/kit/index.js';

/**
 * How regions begin and end an FNDR agreement, by their own register of procedures (CPAT 2024): one entry a region, the
 * nearest to this procedure. The law is the same for all; regions without such a record are left out. `otro`: the record
 * does not say what kind of act it is.
 */
export const variants: readonly Variant[] = [
  {
    region: '01', start: { act: 'Solicitud de elaboración de convenio', instrument: 'otro' }, end: { act: 'Resolución que aprueba convenio', instrument: 'resolución' },
    source: 'CPAT 2024, PA-GOR00569-00015 (Tarapacá)', certainty: 'secondary',
  },
  {
    region: '02', start: { act: 'Solicitud del Jefe de la División de Presupuesto e Inversión Regional DIPIR', instrument: 'otro' }, end: { act: 'Resolución que aprueba Convenio', instrument: 'resolución' },
    source: 'CPAT 2024, PT-GOR00036-00032 (Antofagasta)', certainty: 'secondary',
  },
  {
    region: '03', start: { act: 'Oficio del Gobernador Regional con "Instructivo FRIL" dirigido a municipios de la región', instrument: 'oficio' }, end: { act: 'Resolución que formaliza el convenio de transferencia para iniciativa FRIL', instrument: 'resolución' },
    source: 'CPAT 2024, PT-GOR00098-00030 (Atacama, FRIL)', certainty: 'secondary',
  },
  {
    region: '04', start: { act: 'Instrucción de Jefe DIPIR de iniciar trámites de Convenio', instrument: 'otro' }, end: { act: 'Convenio firmado y tramitado con resolución', instrument: 'resolución' },
    source: 'CPAT 2024, PT-GOR00561-00026 (Coquimbo)', certainty: 'secondary',
  },
  {
    region: '05', start: { act: 'Acuerdo Core', instrument: 'otro' }, end: { act: 'Resolución Aprobatoria', instrument: 'resolución' },
    source: 'CPAT 2024, PA-GOR00570-00026 (Valparaíso, subtítulo 31)', certainty: 'secondary',
  },
  {
    region: '06', start: { act: 'Solicitud de convenio de colaboración', instrument: 'otro' }, end: { act: 'Convenio firmado y tramitado con resolución', instrument: 'resolución' },
    source: 'CPAT 2024, PT-GOR00567-00019 (O’Higgins)', certainty: 'secondary',
  },
  {
    region: '09', start: { act: 'Memo de solicitud de elaboración de convenio', instrument: 'memorándum' }, end: { act: 'Resolución que sanciona el convenio', instrument: 'resolución' },
    source: 'CPAT 2024, PT-GOR00046-00027 (La Araucanía, convenios de transferencia)', certainty: 'secondary',
  },
  {
    region: '10', start: { act: 'Solicitud Jefe de División De Presupuesto e Inversión Regional', instrument: 'otro' }, end: { act: 'Resolución que Aprueba Convenio', instrument: 'resolución' },
    source: 'CPAT 2024, PT-GOR00562-00021 (Los Lagos)', certainty: 'secondary',
  },
  {
    region: '11', start: { act: 'Resolución afecta de identificación Presupuestaria de la inversión', instrument: 'resolución' }, end: { act: 'Cierre Administrativo del proyecto', instrument: 'otro' },
    source: 'CPAT 2024, PT-GOR00131-00029 (Aysén, subtítulo 33)', certainty: 'secondary',
  },
  {
    region: '13', start: { act: 'Convenio o memorando', instrument: 'otro' }, end: { act: 'Resolución', instrument: 'resolución' },
    source: 'CPAT 2024, PT-GOR00566-00041 (Metropolitana)', certainty: 'secondary',
  },
  {
    region: '14', start: { act: 'Solicitud de generación de convenio', instrument: 'otro' }, end: { act: 'Resolución que aprueba convenio', instrument: 'resolución' },
    source: 'CPAT 2024, PT-GOR00563-00029 (Los Ríos)', certainty: 'secondary',
  },
  {
    region: '16', start: { act: 'Solicitud de Elaboración de Convenio', instrument: 'otro' }, end: { act: 'Resolución que aprueba Convenio', instrument: 'resolución' },
    source: 'CPAT 2024, PT-GOR00568-00046 (Ñuble)', certainty: 'secondary',
  },
];
