import { sqlMigration } from './sql-migration.js';

/** Rows of registers that became cases: by which a row is known again, and what of it has been told to its case. */
export const importRows = sqlMigration(
  5,
  'import',
  /* sql */ `
  CREATE TABLE import_row (
    source      text NOT NULL,
    sheet       text NOT NULL,
    row         text NOT NULL,
    case_id     uuid NOT NULL REFERENCES cases,
    hash        text NOT NULL,
    cells       jsonb NOT NULL,
    lines       jsonb NOT NULL,
    reasons     text[] NOT NULL,
    imported_by text NOT NULL,
    imported_at timestamptz NOT NULL,
    PRIMARY KEY (source, sheet, row)
  );
  CREATE INDEX ON import_row (case_id);
  COMMENT ON COLUMN import_row.hash IS 'SHA-256 of the cells: an unchanged row is known by it';
  COMMENT ON COLUMN import_row.cells IS 'the row as it stands in the register, also what no event has a place for';
  COMMENT ON COLUMN import_row.lines IS 'what the row said of each journal line it became: corrections are found by comparing';
  `,
);
