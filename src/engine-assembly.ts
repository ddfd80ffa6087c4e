import type { DataSource } from 'typeorm';
import { CaseReader } from './engine/case-reader.js';
import { Catalogue } from './engine/catalogue.js';
import { Clockwork } from './engine/clockwork.js';
import type { Definition } from './engine/core/definition.js';
import { Engine } from './engine/engine.service.js';
import { LinkedCases } from './engine/linked-cases.js';
import { Bell } from './engine/ports.js';
import { Recount } from './engine/recount.js';
import { Rectifier } from './engine/rectifier.js';
import type { Tools } from './engine/tools.js';
import { Workbench } from './engine/workbench.js';
import { GovernedCompetences } from './governance/competences/governed-competences.js';
import { Ledger } from './governance/competences/ledger.js';
import { DatedValues } from './governance/dated-values.js';
import { Directory } from './governance/directory.js';
import { Places } from './governance/places.js';
import { Sessions } from './governance/sessions/sessions.js';
import { GovernedSurroundings } from './governance/surroundings.js';

/** The engine put together over a database without the server: for commands, benchmarks and tests. */
export interface Assembly {
  readonly directory: Directory;
  readonly places: Places;
  readonly surroundings: GovernedSurroundings;
  readonly catalogue: Catalogue;
  readonly tools: Tools;
  readonly workbench: Workbench;
  readonly engine: Engine;
  readonly clockwork: Clockwork;
  readonly rectifier: Rectifier;
  readonly recount: Recount;
  readonly reader: CaseReader;
  readonly linked: LinkedCases;
  readonly sessions: Sessions;
}

/** @param bell a running server's workers find by their sweep what nobody is woken for. */
export function assemble(dataSource: DataSource, definitions: readonly Definition[], tools: Tools, bell: Bell = new SilentBell()): Assembly {
  const directory = new Directory(dataSource);
  const places = new Places(dataSource, directory);
  const surroundings = new GovernedSurroundings(places, new DatedValues(dataSource, directory));
  const catalogue = new Catalogue(definitions);
  const workbench = new Workbench(catalogue, surroundings, new GovernedCompetences(new Ledger(dataSource)), tools);
  const engine = new Engine(dataSource, catalogue, workbench, bell, tools);
  const clockwork = new Clockwork(dataSource, workbench, bell, tools);
  return {
    directory, places, surroundings, catalogue, tools, workbench, engine, clockwork,
    rectifier: new Rectifier(engine, workbench), recount: new Recount(dataSource, engine, workbench),
    sessions: new Sessions(dataSource, directory, places), linked: new LinkedCases(workbench), reader: new CaseReader(dataSource, catalogue, surroundings, clockwork, tools),
  };
}

/** Wakes nobody. */
export class SilentBell extends Bell {
  override ring(): void {
    // There is no worker in this process.
  }
}
