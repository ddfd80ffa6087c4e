import type { DataSource } from 'typeorm';
import { catalogue } from '../workflows/catalogue.js';
import { Historian, type History } from './cases/history/history.js';
import { assemble } from './engine-assembly.js';
import { Tools } from './engine/tools.js';
import { Powers } from './governance/powers/powers.js';
import { systemClock } from './platform/clock.js';
import { Gate } from './platform/gate.js';
import { timeSortedIds } from './platform/ids.js';

/** The documented past of the demonstration country, after the country itself; a second time changes nothing. */
export async function seedHistory(dataSource: DataSource): Promise<History> {
  const tools = new Tools(systemClock, timeSortedIds(systemClock), new Gate(1));
  const { engine, directory } = assemble(dataSource, catalogue, tools);
  return new Historian(engine, new Powers(dataSource, directory), tools).tell();
}
