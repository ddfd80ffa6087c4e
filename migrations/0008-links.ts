import { sqlMigration } from './sql-migration.js';

/** Which case is about which: an amendment and its agreement, an opinion and the case that asked for it. */
export const links = sqlMigration(
  8,
  'links',
  /* sql */ `
  CREATE TABLE case_link (
    case_id  uuid NOT NULL REFERENCES cases,
    relation text NOT NULL,
    parent   uuid NOT NULL REFERENCES cases CHECK (parent <> case_id),
    PRIMARY KEY (case_id, relation, parent)
  );
  CREATE INDEX ON case_link (parent);
  COMMENT ON COLUMN case_link.parent IS 'always the older case: it was there when the other was opened, so no ring can form';
  `,
);
