import type { DataSource } from 'typeorm';
import { catalogue } from '../../workflows/catalogue.js';
import { Durations } from '../cases/durations/durations.js';
import { CaseViewer } from '../cases/view/case-view.js';
import { NextActs } from '../cases/view/next.js';
import { TaskViews } from '../cases/view/task-views.js';
import type { Config } from '../config.js';
import { openUpToDate } from '../database-steps.js';
import { assemble } from '../engine-assembly.js';
import { Tools } from '../engine/tools.js';
import { resumeTime } from '../engine/training-clock.js';
import { Powers } from '../governance/powers/powers.js';
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
  const clock = new MovableClock();
  if (sandbox) await resumeTime(dataSource, clock);
  const { directory, places, sessions, reader } = assemble(dataSource, catalogue, new Tools(clock, timeSortedIds(systemClock), new Gate(2)));
  const powers = new Powers(dataSource, directory);
  const viewer = new CaseViewer(dataSource, reader, directory, new TaskViews(powers, sessions), new NextActs(reader, powers));
  return { dataSource, viewer, durations: new Durations(dataSource, places), close: () => dataSource.destroy() };
}
