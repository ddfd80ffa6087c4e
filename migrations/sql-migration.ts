import type { MigrationInterface, QueryRunner } from 'typeorm';

export type MigrationClass = new () => MigrationInterface;

/**
 * A migration told as SQL. `number` orders it and is that of its file (`0002-journal.ts` has 2). Forward only: a released
 * migration is never edited, a mistake is mended by the next one.
 */
export function sqlMigration(number: number, title: string, sql: string): MigrationClass {
  return class implements MigrationInterface {
    /** TypeORM reads the order from the last 13 digits. */
    readonly name = `${title}-${String(number).padStart(13, '0')}`;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(sql);
    }

    down(): Promise<void> {
      return Promise.reject(new Error(`migration ${number} ${title} has no way back`));
    }
  };
}
