import { sqlMigration } from './sql-migration.js';

/**
 * `convenio_app_role` is what every application session runs as, whoever logged in: it owns nothing, so it may do only what
 * it was granted. Tables of later migrations give it SELECT, INSERT, UPDATE and DELETE by default; one that keeps a journal
 * takes UPDATE and DELETE back (`REVOKE UPDATE, DELETE ON journal FROM convenio_app_role`). Roles belong to the whole server
 * and other databases may have made it already.
 */
export const roles = sqlMigration(
  1,
  'roles',
  /* sql */ `
  DO $$
  BEGIN
    CREATE ROLE convenio_app_role NOLOGIN;
  EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL;
    WHEN insufficient_privilege THEN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'convenio_app_role') THEN
        RAISE EXCEPTION 'the login % may not create roles: as administrator run CREATE ROLE convenio_app_role NOLOGIN; GRANT convenio_app_role TO % WITH ADMIN OPTION;',
          current_user, current_user;
      END IF;
  END $$;

  GRANT USAGE ON SCHEMA public TO convenio_app_role;
  ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO convenio_app_role;
  ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO convenio_app_role;
  `,
);
