import { sqlMigration } from './sql-migration.js';

/**
 * Territories, institutions, offices, officials and what empowers them; dated values of the law; declared holidays.
 * Periods are in days, both ends included; no end is NULL.
 *
 * `governance_version` counts the changes of each topic, inside the transaction that makes them: whoever remembers these
 * tables asks one row whether that memory still holds.
 */
export const governance = sqlMigration(
  2,
  'governance',
  /* sql */ `
  CREATE TABLE territory (
    code       text PRIMARY KEY CHECK (code ~ '^[0-9]{2,5}$'),
    name       text NOT NULL,
    level      text NOT NULL CHECK (level IN ('region', 'province', 'commune')),
    parent     text REFERENCES territory CHECK (parent IS NULL OR starts_with(code, parent)),
    population integer NOT NULL
  );

  CREATE TABLE institution (
    code      text PRIMARY KEY CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name      text NOT NULL,
    level     text NOT NULL CHECK (level IN ('national', 'regional', 'municipal', 'control', 'association', 'other')),
    kind      text NOT NULL,
    territory text REFERENCES territory,
    seat      text REFERENCES territory,
    flag      text CHECK (flag IN ('unit')),
    certainty text NOT NULL CHECK (certainty IN ('official', 'secondary', 'assumption'))
  );

  CREATE TABLE office (
    institution text NOT NULL REFERENCES institution,
    code        text NOT NULL,
    PRIMARY KEY (institution, code)
  );

  CREATE TABLE official (
    username text PRIMARY KEY,
    name     text NOT NULL,
    subject  text UNIQUE
  );
  COMMENT ON COLUMN official.subject IS 'the sub claim of the OpenID Connect issuer';

  CREATE TABLE appointment (
    id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    official    text NOT NULL REFERENCES official,
    institution text NOT NULL,
    office      text NOT NULL,
    capacity    text NOT NULL CHECK (capacity IN ('holder', 'suplente', 'subrogante')),
    rank        smallint NOT NULL DEFAULT 0 CHECK ((capacity = 'subrogante') = (rank > 0)),
    from_day    date NOT NULL,
    to_day      date CHECK (to_day >= from_day),
    act         text NOT NULL,
    FOREIGN KEY (institution, office) REFERENCES office,
    UNIQUE (institution, office, official, capacity, from_day)
  );
  CREATE INDEX ON appointment (official);

  -- Ley 18.575 art. 41: a delegation is partial, on specific matters, never of everything.
  CREATE TABLE delegation (
    id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    institution       text NOT NULL,
    office            text NOT NULL,
    delegate_official text REFERENCES official,
    delegate_office   text,
    attribution       text NOT NULL CHECK (attribution ~ '^([a-z0-9-]+:\\*|(\\*|[a-z0-9-]+):[A-Za-z0-9.-]+(\\.\\*)?)$'),
    kind              text NOT NULL CHECK (kind IN ('delegate', 'by-order')),
    from_day          date NOT NULL,
    to_day            date CHECK (to_day >= from_day),
    revoked_on        date CHECK (revoked_on >= from_day),
    instrument        jsonb NOT NULL,
    FOREIGN KEY (institution, office) REFERENCES office,
    FOREIGN KEY (institution, delegate_office) REFERENCES office,
    CHECK (num_nonnulls(delegate_official, delegate_office) = 1),
    CHECK (delegate_office <> office)
  );
  CREATE UNIQUE INDEX delegation_once ON delegation
    (institution, office, (coalesce(delegate_official, delegate_office)), attribution, kind, from_day);

  CREATE TABLE dated_value (
    name       text NOT NULL,
    scope      text,
    from_day   date NOT NULL,
    to_day     date CHECK (to_day >= from_day),
    amount     numeric,
    day        date,
    unit       text NOT NULL,
    basis      text NOT NULL,
    certainty  text NOT NULL CHECK (certainty IN ('official', 'secondary', 'assumption')),
    entered_by text REFERENCES official,
    CHECK (num_nonnulls(amount, day) = 1)
  );
  CREATE UNIQUE INDEX dated_value_once ON dated_value (name, (coalesce(scope, '')), from_day);
  COMMENT ON COLUMN dated_value.scope IS 'a territory or institution code; NULL: the whole country';

  CREATE TABLE declared_holiday (
    date        date NOT NULL CHECK (date BETWEEN '1900-01-01' AND '2199-12-31'),
    name        text NOT NULL,
    territory   text REFERENCES territory,
    basis       text NOT NULL,
    declared_by text NOT NULL REFERENCES official
  );
  CREATE UNIQUE INDEX declared_holiday_once ON declared_holiday (date, (coalesce(territory, '')));

  CREATE TABLE governance_version (
    topic   text PRIMARY KEY,
    version bigint NOT NULL DEFAULT 0
  );
  INSERT INTO governance_version (topic) VALUES ('bodies'), ('powers'), ('values'), ('holidays');

  CREATE FUNCTION count_governance_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE governance_version SET version = version + 1 WHERE topic = TG_ARGV[0];
    RETURN NULL;
  END $$;

  CREATE TRIGGER counted AFTER INSERT OR UPDATE OR DELETE ON territory FOR EACH STATEMENT EXECUTE FUNCTION count_governance_change('bodies');
  CREATE TRIGGER counted AFTER INSERT OR UPDATE OR DELETE ON institution FOR EACH STATEMENT EXECUTE FUNCTION count_governance_change('bodies');
  CREATE TRIGGER counted AFTER INSERT OR UPDATE OR DELETE ON official FOR EACH STATEMENT EXECUTE FUNCTION count_governance_change('powers');
  CREATE TRIGGER counted AFTER INSERT OR UPDATE OR DELETE ON appointment FOR EACH STATEMENT EXECUTE FUNCTION count_governance_change('powers');
  CREATE TRIGGER counted AFTER INSERT OR UPDATE OR DELETE ON delegation FOR EACH STATEMENT EXECUTE FUNCTION count_governance_change('powers');
  CREATE TRIGGER counted AFTER INSERT OR UPDATE OR DELETE ON dated_value FOR EACH STATEMENT EXECUTE FUNCTION count_governance_change('values');
  CREATE TRIGGER counted AFTER INSERT OR UPDATE OR DELETE ON declared_holiday FOR EACH STATEMENT EXECUTE FUNCTION count_governance_change('holidays');
  `,
);
