import { catalogue } from '../../workflows/catalogue.js';
import { RegisterImport } from '../cases/import/register-import.js';
import { RowCorrector } from '../cases/import/row-corrector.js';
import { RowWriter } from '../cases/import/row-writer.js';
import type { Config } from '../config.js';
import { openUpToDate, seed } from '../database-steps.js';
import { assemble } from '../engine-assembly.js';
import { Tools } from '../engine/tools.js';
import { resumeTime } from '../engine/training-clock.js';
import { Powers } from '../governance/powers/powers.js';
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
  const clock = new MovableClock();
  if (sandbox) await resumeTime(dataSource, clock);
  const tools = new Tools(clock, timeSortedIds(systemClock), new Gate(2));
  const { directory, engine, clockwork, rectifier } = assemble(dataSource, catalogue, tools);
  const corrector = new RowCorrector(engine, rectifier);
  const writer = new RowWriter(engine, clockwork, corrector, directory, tools);
  return { registers: new RegisterImport(engine, writer, directory, new Powers(dataSource, directory), tools), close: () => dataSource.destroy() };
}
