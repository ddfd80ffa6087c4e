import { sqlMigration } from './sql-migration.js';

/** When collegiate bodies sit: the days they have fixed for ordinary sessions, sessions called or cancelled one by one, and their agendas. */
export const sessions = sqlMigration(
  9,
  'sessions',
  /* sql */ `
  CREATE TABLE session_pattern (
    institution text NOT NULL REFERENCES institution,
    from_day    date NOT NULL,
    weekday     smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    weeks       smallint[] NOT NULL CHECK (weeks <@ '{1,2,3,4,5}' AND cardinality(weeks) > 0),
    basis       text NOT NULL,
    certainty   text NOT NULL CHECK (certainty IN ('official', 'secondary', 'assumption')),
    PRIMARY KEY (institution, from_day)
  );
  COMMENT ON COLUMN session_pattern.weekday IS 'ISO: Monday is 1';
  COMMENT ON COLUMN session_pattern.weeks IS 'which of that weekday in the month: the first, the third';

  CREATE TABLE session (
    id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    institution text NOT NULL REFERENCES institution,
    day         date NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('ordinary', 'extraordinary')),
    status      text NOT NULL DEFAULT 'called' CHECK (status IN ('called', 'cancelled')),
    basis       text NOT NULL,
    entered_by  text NOT NULL REFERENCES official,
    UNIQUE (institution, day, kind)
  );
  COMMENT ON TABLE session IS 'what differs from the pattern: a session called, or one of the pattern cancelled';

  CREATE TABLE agenda_item (
    institution text NOT NULL REFERENCES institution,
    day         date NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('ordinary', 'extraordinary')),
    position    smallint NOT NULL CHECK (position > 0),
    matter      text NOT NULL,
    case_id     uuid REFERENCES cases,
    entered_by  text NOT NULL REFERENCES official,
    PRIMARY KEY (institution, day, kind, position)
  );
  CREATE INDEX ON agenda_item (case_id);

  INSERT INTO governance_version (topic) VALUES ('sessions');
  CREATE TRIGGER counted AFTER INSERT OR UPDATE OR DELETE ON session_pattern FOR EACH STATEMENT EXECUTE FUNCTION count_governance_change('sessions');
  CREATE TRIGGER counted AFTER INSERT OR UPDATE OR DELETE ON session FOR EACH STATEMENT EXECUTE FUNCTION count_governance_change('sessions');
  `,
);
