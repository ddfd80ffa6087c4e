import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { catalogue as workflows } from '../../workflows/catalogue.js';
import { Catalogue } from '../../src/engine/catalogue.js';
import { Tools } from '../../src/engine/tools.js';
import { DatedValues } from '../../src/governance/dated-values.js';
import { seedDemonstration } from '../../src/governance/demonstration/seed.js';
import { Directory } from '../../src/governance/directory.js';
import { Places } from '../../src/governance/places.js';
import { Powers } from '../../src/governance/powers/powers.js';
import { GovernedSurroundings } from '../../src/governance/surroundings.js';
import { systemClock } from '../../src/platform/clock.js';
import { createDataSource, runMigrations } from '../../src/platform/database.js';
import { Gate } from '../../src/platform/gate.js';
import { timeSortedIds } from '../../src/platform/ids.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/platform/postgres/embedded.js';
import { migrateQueue } from '../../src/platform/queue-migrate.js';

/** As many connections as the server opens, and as many transactions at once as it lets through. */
const POOL = 20;
const AT_ONCE = 16;

/** What the engine stands on in a measured run: the demonstration country in an embedded PostgreSQL with fsync on. */
export interface House {
  readonly server: EmbeddedPostgres;
  readonly appUrl: string;
  readonly dataSource: DataSource;
  readonly catalogue: Catalogue;
  readonly surroundings: GovernedSurroundings;
  readonly powers: Powers;
  readonly tools: Tools;
  close(): Promise<void>;
}

/** A house in a temporary folder, removed when it closes. */
export async function openHouse(): Promise<House> {
  const dataDir = mkdtempSync(join(tmpdir(), 'convenio-bench-'));
  // As root the server runs as another user, who must get through.
  chmodSync(dataDir, 0o711);
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  const appUrl = server.url('app');
  await runMigrations(server.url('migrator'), appUrl);
  await migrateQueue(server.url('migrator'));
  const dataSource = await createDataSource(appUrl, { poolSize: POOL }).initialize();
  await seedDemonstration(dataSource);
  const directory = new Directory(dataSource);
  return {
    server, appUrl, dataSource, catalogue: new Catalogue(workflows),
    surroundings: new GovernedSurroundings(new Places(dataSource, directory), new DatedValues(dataSource, directory)),
    powers: new Powers(dataSource, directory),
    tools: new Tools(systemClock, timeSortedIds(systemClock), new Gate(AT_ONCE)),
    async close() {
      await dataSource.destroy();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
