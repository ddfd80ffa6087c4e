import { plain } from '../../governance/directory.js';
import { detail } from './cells.js';
import type { Gazetteer } from './gazetteer.js';
import type { NewUnit } from './row-plan.js';

/** A technical unit as an institution of ours, or one to be made. */
export interface Unit {
  readonly institution: string;
  readonly newUnit: NewUnit | null;
  readonly reasons: readonly string[];
}

/** Which institution a register's words for a technical unit mean; one we do not know becomes `unit-<slug>`, and is told. */
export function unitOf(words: string, territory: string, names: Gazetteer): Unit {
  if (words === '') return { ...made({ slug: 'sin-identificar', name: 'Unidad técnica sin identificar' }), reasons: ['unit-missing'] };
  const name = plain(words).replaceAll(/[^a-z0-9]+/g, ' ').trim();
  const municipality = /^mun[a-z]* (?:de )?(.+)$/.exec(name)?.[1];
  if (municipality !== undefined) return municipalityOf(municipality, words, territory, names);
  const known = services[name]?.replace('{region}', names.region);
  if (known !== undefined && names.institutions.has(known)) return { institution: known, newUnit: null, reasons: [] };
  return unknown(words);
}

/** Names of services in registers, in plain letters, and what they are called here. Universities and private bodies are not institutions we know. */
const services: Readonly<Record<string, string>> = {
  gore: 'gore-{region}', serviu: 'serviu-{region}', 'seremi educacion': 'seremi-mineduc-{region}', 'seremi de educacion': 'seremi-mineduc-{region}',
  'seremi transporte': 'seremi-mtt-{region}', 'seremi de transporte': 'seremi-mtt-{region}', 'bienes nacionales': 'seremi-bbnn-{region}',
  ssn: 'ss-nuble', 'servicio de salud nuble': 'ss-nuble', 'asociacion punilla': 'asoc-punilla',
  sernatur: 'sernatur', corfo: 'corfo', sercotec: 'sercotec', conaf: 'conaf', ind: 'ind', cnr: 'cnr', dga: 'dga', carabineros: 'carabineros', gendarmeria: 'gendarmeria',
  mop: 'min-mop', 'min medio ambiente': 'min-mma', subdere: 'subdere',
};

const shortNames: Readonly<Record<string, string>> = { 'ch viejo': 'chillan viejo' };

function municipalityOf(name: string, words: string, territory: string, { communes, institutions }: Gazetteer): Unit {
  const wanted = shortNames[name] ?? name;
  const exact = communes.find((commune) => plain(commune.name) === wanted);
  const here = communes.find(({ code }) => code === territory);
  // A letter missing or too many is a slip of the pen only where the row's own commune is the one meant.
  const meant = exact ?? (here && nearly(plain(here.name), wanted) ? here : undefined);
  const code = meant && `muni-${meant.code}`;
  if (!code || !institutions.has(code)) return unknown(words);
  const reasons = [...(exact ? [] : [`unit-misspelt:${detail(words)}`]), ...(here && here !== meant ? [`unit-elsewhere:${detail(words)}`] : [])];
  return { institution: code, newUnit: null, reasons };
}

/** The office of whoever heads a unit. */
export function headOf(unit: string, { institutions }: Gazetteer): string {
  return heads[institutions.get(unit)?.kind ?? 'unit'] ?? 'head';
}

const heads: Readonly<Record<string, string>> = { municipality: 'mayor', service: 'director', association: 'president' };

function unknown(words: string): Unit {
  const slug = plain(words).replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 60).replace(/-$/, '') || 'sin-nombre';
  return { ...made({ slug, name: words.slice(0, 200) }), reasons: [`unit-unknown:${detail(words)}`] };
}

function made(newUnit: NewUnit): Pick<Unit, 'institution' | 'newUnit'> {
  return { institution: `unit-${newUnit.slug}`, newUnit };
}

/** Whether one word becomes the other by one letter put in, left out or changed. */
function nearly(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  return short.slice(same + (short.length === long.length ? 1 : 0)) === long.slice(same + 1);
}
