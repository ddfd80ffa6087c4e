import { migrate as migrateDatabase } from '../database-steps.js';
import { t } from '../i18n/translate.js';
import type { Command } from './command.js';

/** Brings the database up to date, as the migrator (MIGRATION_DATABASE_URL). */
export const migrate: Command = {
  name: 'migrate',
  usage: { es: 'migrate   Pone al día las tablas de la base de datos', en: 'migrate   Brings the tables of the database up to date' },
  options: {},
  positionals: 0,
  async run({ database, json, language, print }) {
    const applied = await migrateDatabase(await database());
    print(json ? JSON.stringify({ applied }) : t(language, 'cli.migrate.done', { count: applied.length }));
    return 0;
  },
};
