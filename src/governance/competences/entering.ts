import { isDeepStrictEqual } from 'node:util';
import type { SqlClient } from '../../platform/database.js';
import { GovernanceRefusal } from '../refusal.js';
import { inChargeOn, pointsFrom } from './timeline.js';
import type { Title, TitleEntry } from './title.js';

/** Asks the database within a transaction. */
export type Ask = <Row extends Record<string, unknown>>(sql: string, params: readonly unknown[]) => Promise<Row[]>;

/**
 * Enters titles, and the points that follow from them from their first day on. Within the caller's transaction, which keeps
 * the competences locked until its end. What was entered before, and what says nothing new, changes nothing.
 * @throws GovernanceRefusal `unknown-institution`, `unknown-territory`
 */
export async function enterTitles(ask: Ask, entries: readonly TitleEntry[]): Promise<void> {
  for (const entry of entries) await requireKnown(ask, entry);
  for (const entry of entries) await ask(newCompetenceSql, [entry.competence, entry.basis, entry.origin]);
  await lockCompetences(ask, entries.map(({ competence }) => competence));
  for (const entry of entries) await enter(ask, entry);
}

export function asking(client: Pick<SqlClient, 'query'>): Ask {
  return async <Row extends Record<string, unknown>>(sql: string, params: readonly unknown[]) => (await client.query<Row>(sql, [...params])).rows;
}

/** Until the end of the transaction nobody else enters titles of these competences. */
export async function lockCompetences(ask: Ask, codes: readonly string[]): Promise<void> {
  await ask('SELECT FROM competence WHERE code = ANY ($1) ORDER BY code FOR UPDATE', [[...new Set(codes)]]);
}

async function enter(ask: Ask, entry: TitleEntry): Promise<void> {
  const communes = await ask<{ commune: string; start: string }>(communesSql, [entry.competence, entry.territory]);
  if (communes.length === 0) throw new GovernanceRefusal('unknown-territory', 'territory', { code: entry.territory });
  const known = await ask<Title & Record<string, unknown>>(titlesSql, [entry.competence, entry.territory]);
  if (saidLastByItsCase(entry, known)) return;
  if (communes.every(({ commune, start }) => saysNothingNew(entry, known.filter((title) => commune.startsWith(title.territory)), start))) return;
  const [entered] = await ask<{ id: number }>(newTitleSql, [JSON.stringify(entry)]);
  if (!entered) return;
  const titles: readonly Title[] = [...known, { ...entry, id: entered.id }];
  const points = communes.flatMap(({ commune, start }) => pointsFrom(titles.filter((title) => commune.startsWith(title.territory)), start, entry.from)
    .map(({ from, institution, title, afterTitle }) => ({ territory: commune, from, institution, title, afterTitle })));
  await ask(laterPointsSql, [entry.competence, communes.map(({ commune }) => commune), entry.from]);
  await ask(newPointsSql, [entry.competence, JSON.stringify(points)]);
}

/** A case says a change when its act is there, and again on its day: the second time changes nothing, whatever others said since. */
function saidLastByItsCase(entry: TitleEntry, titles: readonly Title[]): boolean {
  const last = titles.findLast(({ caseId, territory, from, holder, inCharge }) => caseId !== null && caseId === entry.caseId && territory === entry.territory
    && from === entry.from && holder === entry.holder && inCharge === entry.inCharge);
  return last !== undefined && isDeepStrictEqual(termsOf(last), termsOf(entry));
}

function termsOf({ until, ends, mode, duration, others, act }: TitleEntry): Partial<TitleEntry> {
  return { until, ends, mode, duration, others, act };
}

/** A definitive title for whoever leads definitively already: what a case says when a temporary transfer has gone back by itself. */
function saysNothingNew(entry: TitleEntry, titles: readonly Title[], start: string): boolean {
  if (entry.ends !== 'never') return false;
  const { institution, title: id } = inChargeOn(titles, start)(entry.from);
  if (institution !== entry.inCharge || entry.holder !== entry.inCharge || entry.others.length > 0) return false;
  const title = titles.find((one) => one.id === id);
  return !title || (title.ends === 'never' && title.holder === entry.holder && title.mode === entry.mode);
}

async function requireKnown(ask: Ask, { holder, inCharge, origin, others }: TitleEntry): Promise<void> {
  const codes = [...new Set([holder, inCharge, origin, ...others.map(({ institution }) => institution)])];
  const [row] = await ask<{ code: string }>('SELECT code FROM unnest($1::text[]) AS code WHERE code NOT IN (SELECT i.code FROM institution i) LIMIT 1', [codes]);
  if (row) throw new GovernanceRefusal('unknown-institution', 'institution', row);
}

/**
 * A competence that an act names and the ledger did not know. From a municipality's hands it is taken to be every
 * municipality's, from another's to be that institution's in the whole country, until somebody says what it is.
 */
const newCompetenceSql = /* sql */ `
  INSERT INTO competence (code, name_es, name_en, field, law, article, certainty, allotted, origin, flag)
  SELECT $1, $1, $1, 'other', $2, '', 'assumption', CASE WHEN i.kind = 'municipality' THEN 'municipalities' ELSE 'institution' END,
    CASE WHEN i.kind <> 'municipality' THEN i.code END, 'from-act'
  FROM institution i WHERE i.code = $3 ON CONFLICT DO NOTHING`;

const communesSql = /* sql */ `
  SELECT m.commune, coalesce(c.origin, m.municipality) AS start FROM commune_municipality m, competence c
  WHERE c.code = $1 AND starts_with(m.commune, $2) ORDER BY m.commune`;

/** Every title that covers a commune of the territory. */
const titlesSql = /* sql */ `
  SELECT id, competence, territory, holder, mode, duration, in_charge AS "inCharge", others, from_day AS "from", until_day AS until, ends, origin, act,
    basis, certainty, source, case_id AS "caseId", seq
  FROM competence_title WHERE competence = $1 AND (starts_with(territory, $2) OR starts_with($2, territory)) ORDER BY id`;

const newTitleSql = /* sql */ `
  INSERT INTO competence_title (competence, territory, holder, mode, duration, in_charge, others, from_day, until_day, ends, origin, act, basis, certainty,
    source, case_id, seq)
  SELECT competence, territory, holder, mode, duration, "inCharge", others, "from", until, ends, origin, act, basis, certainty, source, "caseId", seq
  FROM jsonb_to_record($1::jsonb) AS t (competence text, territory text, holder text, mode text, duration text, "inCharge" text, others jsonb, "from" date,
    until date, ends text, origin text, act jsonb, basis text, certainty text, source text, "caseId" uuid, seq integer)
  ON CONFLICT DO NOTHING RETURNING id`;

const laterPointsSql = 'DELETE FROM competence_charge WHERE competence = $1 AND territory = ANY ($2) AND from_day >= $3';

const newPointsSql = /* sql */ `
  INSERT INTO competence_charge (competence, territory, from_day, institution, title, after_title)
  SELECT $1, territory, "from", institution, title, "afterTitle"
  FROM jsonb_to_recordset($2::jsonb) AS t (territory text, "from" date, institution text, title bigint, "afterTitle" bigint)`;
