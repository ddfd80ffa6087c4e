import type { DataSource } from 'typeorm';
import { catalogue } from '../../workflows/catalogue.js';
import { Durations } from '../cases/durations/durations.js';
import { CaseViewer } from '../cases/view/case-view.js';
import { NextActs } from '../cases/view/next.js';
import type { Config } from '../config.js';
import { openUpToDate } from '../database-steps.js';
import { CaseReader } from '../engine/case-reader.js';
import { Catalogue } from '../engine/catalogue.js';
import { Clockwork } from '../engine/clockwork.js';
import { Bell } from '../engine/ports.js';
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

/** Those who read cases, over a database, without the server. */
export interface OpenedCases {
  readonly dataSource: DataSource;
  readonly viewer: CaseViewer;
  readonly durations: Durations;
  close(): Promise<void>;
}

/** In the sandbox at the training clock's time. */
export async function openCases(source: DatabaseSource, { sandbox }: Pick<Config, 'sandbox'>): Promise<OpenedCases> {
  const dataSource = await openUpToDate({ source, mayMigrate: true, poolSize: 6, onConnectionLost: () => undefined });
  const directory = new Directory(dataSource);
  const places = new Places(dataSource, directory);
  const surroundings = new GovernedSurroundings(places, new DatedValues(dataSource, directory));
  const definitions = new Catalogue(catalogue);
  const clock = new MovableClock();
  if (sandbox) await resumeTime(dataSource, clock);
  const tools = new Tools(clock, timeSortedIds(systemClock), new Gate(2));
  const clockwork = new Clockwork(dataSource, definitions, surroundings, new SilentBell(), tools);
  const reader = new CaseReader(dataSource, definitions, surroundings, clockwork, tools);
  const viewer = new CaseViewer(dataSource, reader, directory, new NextActs(reader, new Powers(dataSource, directory)));
  return { dataSource, viewer, durations: new Durations(dataSource, places), close: () => dataSource.destroy() };
}

/** A running server's sweep finds what a reading lets expire. */
class SilentBell extends Bell {
  override ring(): void {
    // Nobody to wake in this process.
  }
}
