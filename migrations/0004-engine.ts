import { sqlMigration } from './sql-migration.js';

/**
 * What the engine keeps: the case with its snapshot, its journal (append-only for the application), the rows derived from
 * it (deadlines, steps, tasks), the outbox, and the idempotency keys.
 */
export const engine = sqlMigration(
  4,
  'engine',
  /* sql */ `
  CREATE TABLE cases (
    id              uuid PRIMARY KEY,
    number          text NOT NULL UNIQUE,
    workflow        text NOT NULL,
    version         integer NOT NULL,
    title           text NOT NULL,
    territory       text REFERENCES territory,
    region          text,
    status          text NOT NULL CHECK (status IN ('open', 'closed')),
    state           text[] NOT NULL,
    outcome         text,
    seq             integer NOT NULL,
    envelope        jsonb NOT NULL,
    participants    jsonb NOT NULL,
    since           date NOT NULL,
    opened_on       date NOT NULL,
    last_on         date NOT NULL,
    last_expiry_on  date,
    amount          numeric,
    search          text NOT NULL DEFAULT '',
    flags           text[] NOT NULL DEFAULT '{}',
    head_hash       text NOT NULL,
    recorded_at     timestamptz NOT NULL
  );
  CREATE INDEX ON cases (workflow, number);
  CREATE INDEX ON cases (region, number);
  CREATE INDEX ON cases USING gin (state);
  COMMENT ON COLUMN cases.search IS 'title, number and identifiers in plain letters, lower case';

  CREATE TABLE participant (
    case_id     uuid NOT NULL REFERENCES cases,
    role        text NOT NULL,
    institution text NOT NULL REFERENCES institution,
    party       boolean NOT NULL,
    PRIMARY KEY (case_id, role, institution)
  );
  CREATE INDEX ON participant (institution, case_id);

  CREATE TABLE identifier (
    case_id uuid NOT NULL REFERENCES cases,
    scheme  text NOT NULL,
    value   text NOT NULL,
    PRIMARY KEY (case_id, scheme, value)
  );
  CREATE INDEX ON identifier (lower(value));

  CREATE TABLE journal (
    case_id       uuid NOT NULL REFERENCES cases,
    seq           integer NOT NULL,
    type          text NOT NULL,
    occurred_on   date NOT NULL,
    recorded_at   timestamptz NOT NULL,
    text          text NOT NULL,
    previous_hash text NOT NULL,
    hash          text NOT NULL,
    PRIMARY KEY (case_id, seq)
  );
  COMMENT ON COLUMN journal.text IS 'canonical JSON (RFC 8785) of the line: jsonb would reorder its keys and break the hash';
  REVOKE UPDATE, DELETE, TRUNCATE ON journal FROM convenio_app_role;

  CREATE TABLE deadline (
    case_id     uuid NOT NULL REFERENCES cases,
    name        text NOT NULL,
    subject     text NOT NULL,
    started_seq integer NOT NULL,
    status      text NOT NULL CHECK (status IN ('pending', 'running', 'met', 'expired', 'suspended', 'cancelled')),
    due         date,
    ends_at     timestamptz,
    institution text NOT NULL,
    belled      boolean NOT NULL DEFAULT false,
    row         jsonb NOT NULL,
    PRIMARY KEY (case_id, name, subject, started_seq),
    CHECK (status <> 'running' OR ends_at IS NOT NULL)
  );
  CREATE INDEX deadline_ends ON deadline (ends_at) WHERE status = 'running';
  CREATE INDEX deadline_unbelled ON deadline (ends_at) WHERE status = 'running' AND NOT belled;
  COMMENT ON COLUMN deadline.belled IS 'whether a job was asked to wake a worker at ends_at; only a hint, the sweep reads ends_at';

  CREATE TABLE step (
    case_id     uuid NOT NULL REFERENCES cases,
    id          text NOT NULL,
    started_seq integer NOT NULL,
    kind        text NOT NULL,
    status      text NOT NULL CHECK (status IN ('open', 'ended', 'cancelled')),
    row         jsonb NOT NULL,
    PRIMARY KEY (case_id, id, started_seq)
  );

  CREATE TABLE task (
    case_id     uuid NOT NULL REFERENCES cases,
    key         text NOT NULL,
    name        text NOT NULL,
    role        text NOT NULL,
    institution text NOT NULL,
    office      text NOT NULL,
    offices     text[] NOT NULL,
    events      text[] NOT NULL,
    due         date,
    PRIMARY KEY (case_id, key)
  );
  CREATE INDEX ON task (institution, due);

  CREATE TABLE dispatch (
    id         uuid PRIMARY KEY,
    case_id    uuid NOT NULL REFERENCES cases,
    seq        integer NOT NULL,
    kind       text NOT NULL,
    payload    jsonb NOT NULL,
    status     text NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'queued', 'done', 'dead')),
    attempts   integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    queued_at  timestamptz,
    done_at    timestamptz,
    last_error text
  );
  CREATE INDEX dispatch_open ON dispatch (created_at) WHERE status IN ('waiting', 'queued');
  CREATE INDEX ON dispatch (case_id);

  CREATE TABLE idempotency (
    scope     text NOT NULL,
    key       text NOT NULL,
    body_hash text NOT NULL,
    case_id   uuid NOT NULL,
    seq       integer NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (scope, key)
  );

  CREATE TABLE case_counter (
    prefix text PRIMARY KEY,
    last   integer NOT NULL
  );

  CREATE TABLE sandbox_clock (
    one     boolean PRIMARY KEY DEFAULT true CHECK (one),
    instant timestamptz NOT NULL,
    set_at  timestamptz NOT NULL
  );

  -- Locks a case, then reads it. In one plain statement the rows beside the case would be read as they stood before the
  -- lock was waited for: a second worker would expire again what the first just expired. Each statement of a volatile
  -- function looks anew.
  CREATE FUNCTION lock_case(wanted uuid, in_scope text, with_key text) RETURNS TABLE (
    id uuid, number text, workflow text, version integer, title text, territory text, region text, status text, outcome text, seq integer, envelope jsonb,
    participants jsonb, since date, opened_on date, last_on date, last_expiry_on date, flags text[], head_hash text, deadlines json, steps json, remembered json
  ) LANGUAGE plpgsql VOLATILE AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM FROM cases c WHERE c.id = wanted FOR UPDATE;
    RETURN QUERY SELECT c.id, c.number, c.workflow, c.version, c.title, c.territory, c.region, c.status, c.outcome, c.seq, c.envelope, c.participants, c.since,
        c.opened_on, c.last_on, c.last_expiry_on, c.flags, c.head_hash,
        (SELECT json_agg(d.row ORDER BY d.started_seq, d.name, d.subject) FROM deadline d WHERE d.case_id = c.id),
        (SELECT json_agg(s.row ORDER BY s.started_seq, s.id) FROM step s WHERE s.case_id = c.id),
        (SELECT json_build_object('bodyHash', i.body_hash, 'seq', i.seq) FROM idempotency i WHERE i.scope = in_scope AND i.key = with_key)
      FROM cases c WHERE c.id = wanted;
  END $$;
  `,
);
