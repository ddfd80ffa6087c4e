import { sqlMigration } from './sql-migration.js';

/** Decisions to move running cases to another version of their workflow, and the cases each one moved. */
export const migrationDecisions = sqlMigration(
  10,
  'migration-decisions',
  /* sql */ `
  CREATE TABLE migration_decision (
    id           uuid PRIMARY KEY,
    workflow     text NOT NULL,
    from_version integer NOT NULL,
    to_version   integer NOT NULL CHECK (to_version <> from_version),
    filter       jsonb NOT NULL,
    policy       jsonb NOT NULL,
    article      text,
    reason       text NOT NULL,
    instrument   jsonb NOT NULL,
    decided_by   text NOT NULL REFERENCES official,
    decided_on   date NOT NULL,
    undo_until   date NOT NULL
  );
  CREATE INDEX ON migration_decision (workflow, decided_on);
  COMMENT ON COLUMN migration_decision.article IS 'the transitory article that governs running cases; NULL: not read';

  CREATE TABLE migrated_case (
    decision     uuid NOT NULL REFERENCES migration_decision,
    case_id      uuid NOT NULL REFERENCES cases,
    seq          integer NOT NULL,
    restored_seq integer,
    PRIMARY KEY (decision, case_id)
  );
  `,
);
