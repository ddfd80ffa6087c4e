import { catalogue } from '../../workflows/catalogue.js';
import { RegisterImport } from '../cases/import/register-import.js';
import { RowCorrector } from '../cases/import/row-corrector.js';
import { RowWriter } from '../cases/import/row-writer.js';
import type { Config } from '../config.js';
import { openUpToDate, seed } from '../database-steps.js';
import { Catalogue } from '../engine/catalogue.js';
import { Clockwork } from '../engine/clockwork.js';
import { Engine } from '../engine/engine.service.js';
import { Bell } from '../engine/ports.js';
import { Rectifier } from '../engine/rectifier.js';
import { Tools } from '../engine/tools.js';
import { resumeTime } from '../engine/training-clock.js';
import { DatedValues } from '../governance/dated-values.js';
import { Directory } from '../governance/directory.js';
import { Places } from '../governance/places.js';
import { Powers } from '../governance/powers/powers.js';
import { GovernedSurroundings } from '../governance/surroundings.js';
import { MovableClock, systemClock } from '../platform/clock.js';
import { Gate } from '../platform/gate.js';
import { timeSortedIds } from '../platform/ids.js';
import type { DatabaseSource } from '../platform/postgres/source.js';

/**
 * An importer over a database, without the server: no queue, no workers. The demonstration country is there as the server
 * would have it; in the sandbox it is the training clock's time.
 */
export async function openImport(source: DatabaseSource, { production, sandbox }: Pick<Config, 'production' | 'sandbox'>): Promise<{ readonly registers: RegisterImport; close(): Promise<void> }> {
  const dataSource = await openUpToDate({ source, mayMigrate: true, poolSize: 6, onConnectionLost: () => undefined });
  if (!production) await seed(dataSource);
  const directory = new Directory(dataSource);
  const surroundings = new GovernedSurroundings(new Places(dataSource, directory), new DatedValues(dataSource, directory));
  const definitions = new Catalogue(catalogue);
  const clock = new MovableClock();
  if (sandbox) await resumeTime(dataSource, clock);
  const tools = new Tools(clock, timeSortedIds(systemClock), new Gate(2));
  const engine = new Engine(dataSource, definitions, surroundings, new SilentBell(), tools);
  const clockwork = new Clockwork(dataSource, definitions, surroundings, new SilentBell(), tools);
  const corrector = new RowCorrector(engine, new Rectifier(engine, definitions, surroundings, tools));
  const writer = new RowWriter(engine, clockwork, corrector, directory, tools);
  return { registers: new RegisterImport(engine, writer, directory, new Powers(dataSource, directory), tools), close: () => dataSource.destroy() };
}

/** A running server's sweep finds what an import leaves running; nothing of the past is sent. */
class SilentBell extends Bell {
  override ring(): void {
    // Nobody to wake in this process.
  }
}
