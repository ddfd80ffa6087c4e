import { openUpToDate, seed as seedDatabase } from '../database-steps.js';
import { seedHistory } from '../history-step.js';
import { t } from '../i18n/translate.js';
import { Refused } from './command.js';
import type { Command } from './command.js';

/** Puts the demonstration country and its history into the database; a second time changes nothing. */
export const seed: Command = {
  name: 'seed',
  usage: { es: 'seed   Carga el país de demostración', en: 'seed   Loads the demonstration country' },
  options: {},
  positionals: 0,
  async run({ config, database, json, language, print, note }) {
    if (config.production) throw new Refused((l) => t(l, 'cli.seed.production'));
    const dataSource = await openUpToDate({ source: await database(), mayMigrate: true, poolSize: 2, onConnectionLost: () => undefined });
    try {
      await seedDatabase(dataSource);
      for (const { id, why } of (await seedHistory(dataSource)).untold) note(`${id}: ${why}`);
    } finally {
      await dataSource.destroy();
    }
    print(json ? JSON.stringify({ seeded: true }) : t(language, 'cli.seed.done'));
    return 0;
  },
};
