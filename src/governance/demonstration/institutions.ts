import type { Certainty } from '../../kit/case-event.js';
import type { Institution } from '../institution.js';
import file from './territories.json' with { type: 'json' };
import ministries from './ministries.json' with { type: 'json' };
import { communeWithoutMunicipality, demonstrationTerritories } from './territories.js';

/** Every institution of the demonstration country, with its seat. */
export function demonstrationInstitutions(): readonly Institution[] {
  return [...national(), ...file.regions.flatMap(regional), ...municipal(), ...nubleAlone, ...associations];
}

const nationalSeat = '13101';

function national(): readonly Institution[] {
  return [
    body('presidencia', 'Presidencia de la República', 'presidency', 'secondary'),
    body('cgr', 'Contraloría General de la República', 'comptroller', 'secondary'),
    body('subdere', 'Subsecretaría de Desarrollo Regional y Administrativo', 'undersecretariat', 'secondary'),
    body('dipres', 'Dirección de Presupuestos', 'service', 'secondary'),
    ...ministries.map(({ slug, name, sourced }) => body(`min-${slug}`, `Ministerio ${ofMinistry(slug)}${name}`, 'ministry', sourced ? 'secondary' : 'assumption')),
    ...nationalServices.map(([code, name]) => body(code, name, 'service', 'assumption')),
  ];
}

function body(code: string, name: string, kind: Institution['kind'], certainty: Certainty): Institution {
  return { code, name, level: kind === 'comptroller' ? 'control' : 'national', kind, territory: null, seat: nationalSeat, flag: null, certainty };
}

function ofMinistry(slug: string): string {
  const forms: Readonly<Record<string, string>> = { interior: 'del ', segpres: '', segegob: '', mintrab: 'del ', mma: 'del ', mindep: 'del ', minmujer: 'de la ', mincap: 'de las ' };
  return forms[slug] ?? 'de ';
}

/** Services that real registers of agreements name as technical units; their names are general knowledge. */
const nationalServices: readonly (readonly [code: string, name: string])[] = [
  ['sernatur', 'Servicio Nacional de Turismo'],
  ['corfo', 'Corporación de Fomento de la Producción'],
  ['sercotec', 'Servicio de Cooperación Técnica'],
  ['fosis', 'Fondo de Solidaridad e Inversión Social'],
  ['conaf', 'Corporación Nacional Forestal'],
  ['ind', 'Instituto Nacional de Deportes'],
  ['cnr', 'Comisión Nacional de Riego'],
  ['dga', 'Dirección General de Aguas'],
  ['carabineros', 'Carabineros de Chile'],
  ['gendarmeria', 'Gendarmería de Chile'],
];

/** Ministries whose regional secretariats have a part in plans and agreements. */
const secretariats = ['minvu', 'mop', 'minsal', 'mtt', 'mma', 'mdsf', 'mineduc', 'minagri', 'bbnn'];

function regional(region: (typeof file.regions)[number]): readonly Institution[] {
  const local = (code: string, name: string, kind: Institution['kind']): Institution => ({
    code: `${code}-${region.code}`, name, kind, level: kind === 'regional-comptroller' ? 'control' : 'regional',
    territory: region.code, seat: region.capital, flag: null, certainty: 'assumption',
  });
  const of = ofRegion(region.code, region.name);
  return [
    local('gore', region.code === '13' ? `Gobierno Regional ${region.name.replace('Metropolitana', 'Metropolitano')}` : `Gobierno Regional ${of}`, 'regional-government'),
    local('dpr', `Delegación Presidencial Regional ${of}`, 'presidential-delegation'),
    local('cgr', `Contraloría Regional ${of}`, 'regional-comptroller'),
    local('serviu', `Servicio de Vivienda y Urbanización, Región ${of}`, 'service'),
    ...secretariats.map((slug) => local(`seremi-${slug}`, `SEREMI ${ofMinistry(slug)}${ministries.find((each) => each.slug === slug)!.name}, Región ${of}`, 'seremi')),
  ];
}

/** "de Ñuble", "del Maule"; the Metropolitana takes no preposition. */
export function ofRegion(code: string, name: string): string {
  if (code === '13') return name;
  return (['06', '07', '08'].includes(code) ? 'del ' : 'de ') + name;
}

function municipal(): readonly Institution[] {
  return demonstrationTerritories()
    .filter(({ level, code }) => level === 'commune' && code !== communeWithoutMunicipality)
    .map(({ code, name }) => ({
      code: `muni-${code}`, name: `Municipalidad de ${name}`, level: 'municipal', kind: 'municipality',
      territory: code, seat: code, flag: null, certainty: 'secondary',
    }));
}

const nubleAlone: readonly Institution[] = [
  { code: 'ss-nuble', name: 'Servicio de Salud Ñuble', level: 'regional', kind: 'service', territory: '16', seat: '16101', flag: null, certainty: 'assumption' },
];

/** Asociación Punilla appears as technical unit in real agreements; its communes and seat are not on record. */
const associations: readonly Institution[] = [
  { code: 'asoc-achm', name: 'Asociación Chilena de Municipalidades (ACHM)', level: 'association', kind: 'association', territory: null, seat: nationalSeat, flag: null, certainty: 'assumption' },
  { code: 'asoc-punilla', name: 'Asociación de Municipalidades Punilla', level: 'association', kind: 'association', territory: '163', seat: '16301', flag: null, certainty: 'assumption' },
];
