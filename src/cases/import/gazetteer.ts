import { plain } from '../../governance/directory.js';
import type { Institution } from '../../governance/institution.js';
import type { Territory } from '../../governance/territory.js';
import { detail, type CellsOf } from './cells.js';

/** The names of one region that a register's words are looked up in. */
export interface Gazetteer {
  /** Code of the region whose regional government keeps the register. */
  readonly region: string;
  readonly communes: readonly Pick<Territory, 'code' | 'name'>[];
  readonly provinces: readonly Pick<Territory, 'code' | 'name'>[];
  readonly institutions: ReadonlyMap<string, Pick<Institution, 'code' | 'kind'>>;
}

/** Where a row's initiative is: its commune, else its province, else the region. */
export function territoryOf(cells: CellsOf<'cut_commune' | 'commune_raw'>, { region, communes, provinces }: Gazetteer): { readonly territory: string; readonly reasons: readonly string[] } {
  const { cut_commune: cut, commune_raw: word } = cells;
  const coded = communes.find(({ code }) => code === cut);
  const named = communes.find(({ name }) => plain(name) === plain(word));
  if (cut !== '') {
    if (!coded) return { territory: named?.code ?? region, reasons: [`commune-unknown:${detail(cut)}`] };
    const differs = word !== '' && named?.code !== cut;
    return { territory: cut, reasons: differs ? [`commune-contradicts-code:${detail(word)}=${cut}`] : [] };
  }
  if (named) return { territory: named.code, reasons: [] };
  if (plain(word) === 'regional') return { territory: region, reasons: [] };
  const province = provinces.find(({ name }) => plain(name) === plain(word));
  if (province) return { territory: province.code, reasons: [`commune-is-province:${detail(word)}`] };
  return { territory: region, reasons: [word === '' ? 'commune-missing' : `commune-unknown:${detail(word)}`] };
}
