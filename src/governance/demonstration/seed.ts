import type { DataSource } from 'typeorm';
import { type SqlClient, withTransaction } from '../../platform/database.js';
import { asking, enterTitles } from '../competences/entering.js';
import { officesOf } from '../offices.js';
import { delegations, substitutions } from './capacities.js';
import { administrations, demonstrationCompetences, demonstrationRecords, demonstrationTitles } from './competences.js';
import { demonstrationInstitutions } from './institutions.js';
import { appointedFrom, demonstrationOfficials } from './officials.js';
import { demonstrationSessions } from './sessions.js';
import { demonstrationTerritories } from './territories.js';
import { demonstrationValues } from './values.js';

/**
 * Puts the demonstration country into an empty or a seeded database; a second time changes nothing, and what an
 * administrator changed since stays. One transaction, one statement a table.
 */
export async function seedDemonstration(dataSource: DataSource): Promise<void> {
  await withTransaction(dataSource, async (client) => {
    for (const [sql, rows] of statements()) await insert(client, sql, rows);
    await enterTitles(asking(client), demonstrationTitles);
  });
}

async function insert(client: SqlClient, sql: string, rows: readonly object[]): Promise<void> {
  await client.query(`${sql} ON CONFLICT DO NOTHING`, [JSON.stringify(rows)]);
}

/** In the order in which the tables refer to each other. */
function statements(): readonly (readonly [sql: string, rows: readonly object[]])[] {
  const institutions = demonstrationInstitutions();
  const officials = demonstrationOfficials();
  const appointed = officials.map(({ username, office, institution }) =>
    ({ official: username, institution, office, capacity: 'holder', order: 0, from: appointedFrom, to: null, act: 'Demo: nombramiento' }));
  return [
    [territories, demonstrationTerritories()],
    [bodies, institutions],
    [offices, institutions.flatMap(({ code, kind }) => officesOf(kind).map((office) => ({ institution: code, code: office })))],
    [people, officials],
    [appointments, [...appointed, ...substitutions]],
    [delegated, delegations],
    [values, demonstrationValues()],
    [sessions, demonstrationSessions(institutions)],
    [communeMunicipalities, administrations()],
    [competences, demonstrationCompetences()],
    [competenceRecords, demonstrationRecords],
  ];
}

const territories = /* sql */ `
  INSERT INTO territory (code, name, level, parent, population)
  SELECT code, name, level, parent, population
  FROM jsonb_to_recordset($1::jsonb) AS t (code text, name text, level text, parent text, population integer)`;

const bodies = /* sql */ `
  INSERT INTO institution (code, name, level, kind, territory, seat, flag, certainty)
  SELECT code, name, level, kind, territory, seat, flag, certainty
  FROM jsonb_to_recordset($1::jsonb) AS t (code text, name text, level text, kind text, territory text, seat text, flag text, certainty text)`;

const offices = /* sql */ `
  INSERT INTO office (institution, code) SELECT institution, code FROM jsonb_to_recordset($1::jsonb) AS t (institution text, code text)`;

const people = /* sql */ `
  INSERT INTO official (username, name, subject, email)
  SELECT username, name, username, username || '@demo.convenio.example' FROM jsonb_to_recordset($1::jsonb) AS t (username text, name text)`;

const appointments = /* sql */ `
  INSERT INTO appointment (official, institution, office, capacity, rank, from_day, to_day, act)
  SELECT official, institution, office, capacity, "order", "from", "to", act
  FROM jsonb_to_recordset($1::jsonb) AS t (official text, institution text, office text, capacity text, "order" smallint, "from" date, "to" date, act text)`;

const delegated = /* sql */ `
  INSERT INTO delegation (institution, office, delegate_official, delegate_office, attribution, kind, from_day, to_day, revoked_on, instrument)
  SELECT institution, office, "delegateOfficial", "delegateOffice", attribution, kind, "from", "to", "revokedOn", instrument
  FROM jsonb_to_recordset($1::jsonb) AS t (institution text, office text, "delegateOfficial" text, "delegateOffice" text, attribution text,
    kind text, "from" date, "to" date, "revokedOn" date, instrument jsonb)`;

const sessions = /* sql */ `
  INSERT INTO session_pattern (institution, from_day, weekday, weeks, basis, certainty)
  SELECT institution, "from", weekday, weeks, basis, certainty
  FROM jsonb_to_recordset($1::jsonb) AS t (institution text, "from" date, weekday smallint, weeks smallint[], basis text, certainty text)`;

const values = /* sql */ `
  INSERT INTO dated_value (name, scope, from_day, to_day, amount, day, unit, basis, certainty)
  SELECT name, scope, "from", "to", CASE WHEN unit = 'date' THEN NULL ELSE (value #>> '{}')::numeric END,
    CASE WHEN unit = 'date' THEN (value #>> '{}')::date END, unit, basis, certainty
  FROM jsonb_to_recordset($1::jsonb) AS t (name text, scope text, "from" date, "to" date, value jsonb, unit text, basis text, certainty text)`;

const communeMunicipalities = /* sql */ `
  INSERT INTO commune_municipality (commune, municipality, basis, certainty)
  SELECT commune, municipality, basis, certainty FROM jsonb_to_recordset($1::jsonb) AS t (commune text, municipality text, basis text, certainty text)`;

const competences = /* sql */ `
  INSERT INTO competence (code, name_es, name_en, field, law, article, as_of, certainty, allotted, origin, mode)
  SELECT code, es, en, field, law, article, "asOf", certainty, allotted, origin, mode
  FROM jsonb_to_recordset($1::jsonb) AS t (code text, es text, en text, field text, law text, article text, "asOf" date, certainty text, allotted text,
    origin text, mode text)`;

const competenceRecords = /* sql */ `
  INSERT INTO competence_record (competence, number, day, from_text, to_text, mode_text, note, source, certainty)
  SELECT competence, number, date, "from", "to", mode, note, source, certainty
  FROM jsonb_to_recordset($1::jsonb) AS t (competence text, number text, date date, "from" text, "to" text, mode text, note text, source text, certainty text)`;
