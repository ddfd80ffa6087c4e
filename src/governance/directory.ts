import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Level } from '../kit/case-event.js';
import { query } from '../platform/database.js';
import type { Institution } from './institution.js';
import { GovernanceRefusal } from './refusal.js';
import { Remembered } from './remembered.js';
import { liesIn, type Territory, type TerritoryLevel, type TerritoryRow } from './territory.js';

/** The bodies there are and the places they serve. A few hundred rows, held in memory. */
@Injectable()
export class Directory {
  readonly #bodies: Remembered<Bodies>;

  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {
    this.#bodies = new Remembered(dataSource, 'bodies', () => loadBodies(dataSource));
  }

  /** By code. */
  async territories(wanted: { readonly level?: TerritoryLevel | undefined } & Part): Promise<readonly Territory[]> {
    const { territories } = await this.#bodies.get();
    const found = [...territories.values()].filter(({ level }) => !wanted.level || level === wanted.level);
    return part(found, wanted, ({ code, name, level, parent }) => ({ code, name, level, parent }));
  }

  /** By code. `territory`: of that territory or inside it; `q`: words of the name or code, whatever their case or accents. */
  async institutions(wanted: InstitutionsWanted): Promise<readonly InstitutionSummary[]> {
    const { institutions } = await this.#bodies.get();
    const words = plain(wanted.q ?? '').split(' ').filter(Boolean);
    const found = [...institutions.values()].filter(({ institution, search }) =>
      (!wanted.level || institution.level === wanted.level) &&
      (!wanted.territory || liesIn(institution.territory, wanted.territory)) &&
      words.every((word) => search.includes(word)));
    return part(found.map(({ institution }) => institution), wanted, ({ code, name, level, territory, flag }) => ({ code, name, level, territory, flag }));
  }

  async institution(code: string): Promise<Institution | undefined> {
    return (await this.#bodies.get()).institutions.get(code)?.institution;
  }

  /** @throws GovernanceRefusal `unknown-institution` */
  async requireInstitution(code: string): Promise<Institution> {
    const institution = await this.institution(code);
    if (!institution) throw new GovernanceRefusal('unknown-institution', 'institution', { code });
    return institution;
  }

  async territory(code: string): Promise<TerritoryRow | undefined> {
    return (await this.#bodies.get()).territories.get(code);
  }

  /** Every institution by code: for whoever has to look up many, such as an importer. */
  async allInstitutions(): Promise<readonly Institution[]> {
    return [...(await this.#bodies.get()).institutions.values()].map(({ institution }) => institution);
  }

  /**
   * The institution `unit-<slug>` of a unit met in a register and unknown to us, flagged as such; made on first sight.
   * @returns its code. @throws GovernanceRefusal `invalid-unit`
   */
  async ensureUnit(slug: string, name: string): Promise<string> {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) throw new GovernanceRefusal('invalid-unit', 'unit-slug', { slug });
    const code = `unit-${slug}`;
    if (await this.institution(code)) return code;
    const sql = `INSERT INTO institution (code, name, level, kind, flag, certainty) VALUES ($1, $2, 'other', 'unit', 'unit', 'assumption') ON CONFLICT DO NOTHING`;
    await query(this.dataSource, sql, [code, name]);
    this.#bodies.changed();
    return code;
  }

  /** After a write to territories or institutions from elsewhere in this process (the seed). */
  changed(): void {
    this.#bodies.changed();
  }
}

/** What the contract shows of an institution. */
export type InstitutionSummary = Pick<Institution, 'code' | 'name' | 'level' | 'territory' | 'flag'>;

export interface InstitutionsWanted extends Part {
  readonly level?: Level | undefined;
  readonly territory?: string | undefined;
  readonly q?: string | undefined;
}

/** A part of a list: what comes after a code, so many at most. */
export interface Part {
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

/** The text as one searches it: lower case, without accents. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

interface Bodies {
  readonly territories: ReadonlyMap<string, TerritoryRow>;
  readonly institutions: ReadonlyMap<string, { readonly institution: Institution; readonly search: string }>;
}

async function loadBodies(dataSource: DataSource): Promise<Bodies> {
  // COLLATE "C": `after` compares code units, so the order must too.
  const territories = await query<TerritoryRow & Row>(dataSource, 'SELECT code, name, level, parent, population FROM territory ORDER BY code COLLATE "C"');
  const institutions = await query<Institution & Row>(dataSource, 'SELECT code, name, level, kind, territory, seat, flag, certainty FROM institution ORDER BY code COLLATE "C"');
  return {
    territories: new Map(territories.map((each) => [each.code, each])),
    institutions: new Map(institutions.map((each) => [each.code, { institution: each, search: `${plain(each.name)} ${each.code}` }])),
  };
}

type Row = Record<string, unknown>;

function part<From extends { readonly code: string }, Item>(all: readonly From[], { after, limit }: Part, show: (from: From) => Item): readonly Item[] {
  const rest = after === undefined ? all : all.filter(({ code }) => code > after);
  return rest.slice(0, limit).map(show);
}
