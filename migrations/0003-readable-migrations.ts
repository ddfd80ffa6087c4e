import { sqlMigration } from './sql-migration.js';

/** TypeORM makes its list before migration 1 can hand out default rights; `/health/ready` compares it with the build. */
export const readableMigrations = sqlMigration(3, 'readable-migrations', /* sql */ `GRANT SELECT ON migrations TO convenio_app_role;`);
