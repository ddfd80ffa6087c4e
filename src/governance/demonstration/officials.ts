import type { Institution } from '../institution.js';
import { officesOf } from '../offices.js';
import { demonstrationInstitutions } from './institutions.js';

/** An invented official: one for each office, named so that nobody takes the person for a real one. */
export interface DemonstrationOfficial {
  /** `<office>.<institution>`. */
  readonly username: string;
  readonly name: string;
  readonly office: string;
  readonly institution: string;
}

/** Needs no database: the command that signs demonstration tokens asks it too. */
export function demonstrationOfficials(): readonly DemonstrationOfficial[] {
  return demonstrationInstitutions().flatMap((institution) =>
    officesOf(institution.kind).map((office) => ({
      username: `${office}.${institution.code}`, name: nameOf(office, institution), office, institution: institution.code,
    })));
}

export function isDemonstrationOfficial(username: string): boolean {
  usernames ??= new Set(demonstrationOfficials().map((official) => official.username));
  return usernames.has(username);
}

/** All demonstration appointments begin here and have no end, so that a case can be opened on any day since. */
export const appointedFrom = '2015-01-01';

let usernames: ReadonlySet<string> | undefined;

function nameOf(office: string, institution: Institution): string {
  return `Demo: ${posts[`${institution.kind}.${office}`] ?? posts[office] ?? office}${ofBody(institution)}`;
}

function ofBody({ kind, name }: Institution): string {
  if (kind === 'municipality') return ` de ${name.slice('Municipalidad de '.length)}`;
  if (kind === 'regional-government') return name.slice('Gobierno Regional'.length).replace(/^ Metropolitano/, ' Metropolitana');
  return `, ${name}`;
}

/** Posts, not persons: no gender is invented. */
const posts: Readonly<Record<string, string>> = {
  governor: 'Gobernación Regional',
  'core-secretary': 'Secretaría Ejecutiva del Consejo Regional',
  'regional-government.administrator': 'Administración Regional',
  'regional-government.legal': 'Unidad Jurídica Regional',
  'regional-government.budget': 'Presupuesto e Inversión Regional',
  'regional-government.investment': 'Análisis de Inversiones Regional',
  'regional-government.accounts': 'Rendición de Cuentas Regional',
  'regional-government.planning': 'Planificación Regional',
  mayor: 'Alcaldía',
  'council-secretary': 'Secretaría Municipal',
  'works-director': 'Dirección de Obras',
  'municipality.administrator': 'Administración Municipal',
  'municipality.legal': 'Asesoría Jurídica',
  'municipality.planning': 'Secretaría Comunal de Planificación',
  'municipality.finance': 'Administración y Finanzas',
  president: 'Presidencia',
  minister: 'Gabinete de la Cartera',
  undersecretary: 'Subsecretaría',
  budget: 'Presupuesto',
  seremi: 'Secretaría Regional Ministerial',
  director: 'Dirección',
  finance: 'Finanzas',
  legal: 'Unidad Jurídica',
  admin: 'Administración del sistema',
  'presidential-delegate': 'Delegación',
  comptroller: 'Contraloría',
  secretary: 'Secretaría',
};
