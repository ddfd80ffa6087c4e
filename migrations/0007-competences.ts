import { sqlMigration } from './sql-migration.js';

/**
 * The ledger of competences, in two layers. `competence_title` is the legal title, exactly as a law or decree says it, and is
 * only ever added to. `competence_charge` is who leads: change-points without an end, one at most per competence, commune and
 * day, so that neither a gap nor an overlap can be written down. Before the first point the law's own allotment holds.
 */
export const competences = sqlMigration(
  7,
  'competences',
  /* sql */ `
  CREATE TABLE commune_municipality (
    commune      text PRIMARY KEY REFERENCES territory CHECK (commune ~ '^[0-9]{5}$'),
    municipality text NOT NULL REFERENCES institution,
    basis        text NOT NULL,
    certainty    text NOT NULL CHECK (certainty IN ('official', 'secondary', 'assumption'))
  );
  COMMENT ON TABLE commune_municipality IS 'the municipality that administers each commune; one may administer several';

  CREATE TABLE competence (
    code      text PRIMARY KEY CHECK (code ~ '^[[:graph:]]{1,80}$'),
    name_es   text NOT NULL CHECK (name_es <> ''),
    name_en   text NOT NULL CHECK (name_en <> ''),
    field     text NOT NULL,
    law       text NOT NULL,
    article   text NOT NULL,
    as_of     date,
    certainty text NOT NULL CHECK (certainty IN ('official', 'secondary', 'assumption')),
    allotted  text NOT NULL CHECK (allotted IN ('municipalities', 'institution')),
    origin    text REFERENCES institution,
    mode      text CHECK (mode IN ('exclusive', 'shared')),
    flag      text CHECK (flag IN ('from-act')),
    CHECK ((allotted = 'institution') = (origin IS NOT NULL))
  );
  COMMENT ON COLUMN competence.as_of IS 'version date of the text read; NULL where no official text was read';
  COMMENT ON COLUMN competence.allotted IS 'to whom the law itself gives it: the municipality of each commune, or one institution in the whole country (origin)';
  COMMENT ON COLUMN competence.mode IS 'NULL: the law read does not say';
  COMMENT ON COLUMN competence.flag IS 'from-act: met in an act and not known before; somebody has to say what it is';

  CREATE TABLE competence_title (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    competence  text NOT NULL REFERENCES competence,
    territory   text NOT NULL REFERENCES territory,
    holder      text NOT NULL REFERENCES institution,
    mode        text CHECK (mode IN ('exclusive', 'shared')),
    duration    text NOT NULL CHECK (duration IN ('definitive', 'temporary')),
    in_charge   text NOT NULL REFERENCES institution,
    others      jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(others) = 'array'),
    from_day    date NOT NULL,
    until_day   date CHECK (until_day >= from_day),
    ends        text NOT NULL CHECK (ends IN ('never', 'on-day', 'unknown')),
    origin      text NOT NULL REFERENCES institution,
    act         jsonb NOT NULL,
    basis       text NOT NULL,
    certainty   text NOT NULL CHECK (certainty IN ('official', 'secondary', 'assumption')),
    source      text NOT NULL,
    case_id     uuid REFERENCES cases,
    seq         integer,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((ends = 'on-day') = (until_day IS NOT NULL)),
    CHECK ((ends = 'never') = (duration = 'definitive')),
    CHECK ((case_id IS NULL) = (seq IS NULL))
  );
  CREATE UNIQUE INDEX competence_title_once ON competence_title (source, competence, territory, from_day);
  CREATE INDEX ON competence_title (competence, territory);
  CREATE INDEX ON competence_title (case_id) WHERE case_id IS NOT NULL;
  REVOKE UPDATE, DELETE, TRUNCATE ON competence_title FROM convenio_app_role;
  COMMENT ON COLUMN competence_title.ends IS 'unknown: a temporary title whose last day nobody has told us; it has no return point';
  COMMENT ON COLUMN competence_title.others IS 'who else takes part: [{ institution, part }], part shares, consulted or informed';
  COMMENT ON COLUMN competence_title.source IS 'what entered it, once: a case and the seq of its event, or a source by name';

  CREATE TABLE competence_charge (
    competence  text NOT NULL REFERENCES competence,
    territory   text NOT NULL REFERENCES commune_municipality,
    from_day    date NOT NULL,
    institution text NOT NULL REFERENCES institution,
    title       bigint REFERENCES competence_title,
    after_title bigint REFERENCES competence_title,
    PRIMARY KEY (competence, territory, from_day),
    CHECK (num_nonnulls(title, after_title) >= 1)
  );
  COMMENT ON COLUMN competence_charge.title IS 'the title by which it leads; NULL: it leads again as before the title that lapsed';
  COMMENT ON COLUMN competence_charge.after_title IS 'the temporary title that lapsed the day before, if one did';

  CREATE TABLE competence_record (
    competence text NOT NULL REFERENCES competence,
    number     text NOT NULL,
    day        date,
    from_text  text NOT NULL,
    to_text    text NOT NULL,
    mode_text  text NOT NULL,
    note       text,
    source     text NOT NULL,
    certainty  text NOT NULL CHECK (certainty IN ('official', 'secondary', 'assumption')),
    PRIMARY KEY (competence, number)
  );
  COMMENT ON TABLE competence_record IS 'acts that are documented without saying where: shown, never made a point of';
  `,
);
