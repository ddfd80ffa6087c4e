import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { query } from '../../platform/database.js';
import type { Ask } from './entering.js';
import { groupsOn, historyOf, holdingOf, type Group, type Holding, type Known } from './holding.js';
import type { ChargePoint } from './timeline.js';
import type { Administration, Competence, CompetenceRecord, Title } from './title.js';

/** Who holds each competence and who is in charge of it, where and on which day. Read afresh every time. */
@Injectable()
export class Ledger {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /**
   * On a day, by competence. Asked for a place or an institution: one answer for each part of the place that has its own, and
   * only those in which the institution holds, leads or takes part. Asked for neither: one a competence.
   */
  async entries({ territory, institution, at }: Wanted): Promise<readonly Entry[]> {
    const known = await this.known({ territory });
    const records = await this.records();
    return known.flatMap((one): readonly Entry[] => {
      const { competence } = one;
      const documented = records.filter((record) => record.competence === competence.code);
      const groups = groupsOn(one, at);
      if (territory === undefined && institution === undefined) return [{ competence, documented, first: '', ...inAll(one, groups) }];
      return groups.filter(({ concerned }) => institution === undefined || concerned.includes(institution))
        .map((group) => ({ competence, documented, first: group.place.commune, holding: holdingOf(one, group), inCharge: 1 }));
    });
  }

  /** One competence on a day, with what is known of its past and future in a commune; undefined: there is none of that code. */
  async detail(code: string, { territory, at }: Omit<Wanted, 'institution'>): Promise<Detail | undefined> {
    const [known] = await this.known({ territory, code });
    if (!known) return undefined;
    const [place] = known.places;
    const groups = groupsOn(known, at);
    return {
      competence: known.competence, documented: await this.records(code), ...inAll(known, groups), answers: groups.map((group) => holdingOf(known, group)),
      history: known.places.length === 1 ? historyOf(known, place) : null,
    };
  }

  /** The one institution in charge on a day in a whole territory (null: the country); null where several are, or nothing is known. */
  async inCharge(code: string, territory: string | null, on: string, ask: Ask = this.ask): Promise<string | null> {
    const rows = await ask<{ institution: string }>(inChargeSql, [code, territory ?? '', on]);
    return rows.length === 1 ? rows[0].institution : null;
  }

  private async known({ territory = '', code = null }: { readonly territory?: string | undefined; readonly code?: string | null }): Promise<readonly Known[]> {
    const [competences, all, points, titles] = await Promise.all([
      this.ask<Competence & Row>(competencesSql, [code]), this.ask<Administration & Row>(placesSql, []),
      this.ask<PointRow & Row>(pointsSql, [code, territory]), this.ask<Title & Row>(titlesSql, [code, territory]),
    ]);
    const byTitle = new Map(titles.map((title) => [title.id, title]));
    const places = all.filter(({ commune }) => commune.startsWith(territory));
    const sizes = new Map<string, number>();
    for (const { commune } of all) for (const length of [0, 2, 3, 5]) sizes.set(commune.slice(0, length), (sizes.get(commune.slice(0, length)) ?? 0) + 1);
    const ofCompetence = grouped(points, ({ competence }) => competence);
    return competences.map((competence): Known => ({
      competence, places, titles: byTitle, points: grouped(ofCompetence.get(competence.code) ?? [], (point) => point.territory), communesIn: (part) => sizes.get(part) ?? 0,
    }));
  }

  private records(code: string | null = null): Promise<readonly CompetenceRecord[]> {
    return this.ask<CompetenceRecord & Row>(recordsSql, [code]);
  }

  private readonly ask: Ask = (sql, params) => query(this.dataSource, sql, params);
}

export interface Wanted {
  readonly territory?: string | undefined;
  readonly institution?: string | undefined;
  readonly at: string;
}

/** A competence with one answer for it; `holding` is null where the whole country was asked for and has several. */
export interface Entry {
  readonly competence: Competence;
  readonly documented: readonly CompetenceRecord[];
  readonly holding: Holding | null;
  /** How many institutions are in charge in what was asked for. */
  readonly inCharge: number;
  /** Orders the entries of one competence. */
  readonly first: string;
}

export interface Detail extends Omit<Entry, 'first'> {
  /** One for each part of what was asked for that has its own. */
  readonly answers: readonly Holding[];
  /** Of a single commune, oldest first; null of more. */
  readonly history: readonly Holding[] | null;
}

type Row = Record<string, unknown>;
type PointRow = ChargePoint & { readonly competence: string; readonly territory: string };

function grouped<Item>(all: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of all) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** The answer for all of a place, where it has but one; and how many institutions are in charge in it. */
function inAll(known: Known, groups: readonly Group[]): Pick<Entry, 'holding' | 'inCharge'> {
  return { holding: groups.length === 1 ? holdingOf(known, groups[0]) : null, inCharge: new Set(groups.map(({ inCharge }) => inCharge)).size };
}

// COLLATE "C": cursors compare code units, so the order must too.
const competencesSql = /* sql */ `
  SELECT code, json_build_object('es', name_es, 'en', name_en) AS name, field, law, article, as_of AS "asOf", certainty, origin, mode, flag
  FROM competence WHERE $1::text IS NULL OR code = $1 ORDER BY code COLLATE "C"`;

const placesSql = 'SELECT commune, municipality, basis, certainty FROM commune_municipality ORDER BY commune';

const pointsSql = /* sql */ `
  SELECT competence, territory, from_day AS "from", institution, title, after_title AS "afterTitle" FROM competence_charge
  WHERE ($1::text IS NULL OR competence = $1) AND starts_with(territory, $2) ORDER BY from_day`;

const titlesSql = /* sql */ `
  SELECT id, competence, territory, holder, mode, duration, in_charge AS "inCharge", others, from_day AS "from", until_day AS until, ends, origin, act,
    basis, certainty, source, case_id AS "caseId", seq
  FROM competence_title WHERE ($1::text IS NULL OR competence = $1) AND (starts_with(territory, $2) OR starts_with($2, territory))`;

const recordsSql = /* sql */ `
  SELECT competence, number, day AS date, from_text AS "from", to_text AS "to", mode_text AS mode, note, source, certainty
  FROM competence_record WHERE $1::text IS NULL OR competence = $1 ORDER BY competence, number`;

const inChargeSql = /* sql */ `
  SELECT DISTINCT coalesce(p.institution, c.origin, m.municipality) AS institution
  FROM competence c CROSS JOIN commune_municipality m
  LEFT JOIN LATERAL (
    SELECT institution FROM competence_charge WHERE competence = c.code AND territory = m.commune AND from_day <= $3 ORDER BY from_day DESC LIMIT 1
  ) p ON true
  WHERE c.code = $1 AND starts_with(m.commune, $2) LIMIT 2`;
