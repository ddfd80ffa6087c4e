import { database, type TestDatabase } from './database.js';
import { Catalogue } from '../../src/engine/catalogue.js';
import { Clockwork } from '../../src/engine/clockwork.js';
import { Engine, type Answer } from '../../src/engine/engine.service.js';
import { Bell, type Judge, type SendCommand } from '../../src/engine/ports.js';
import { Rectifier } from '../../src/engine/rectifier.js';
import { Tools } from '../../src/engine/tools.js';
import { DatedValues } from '../../src/governance/dated-values.js';
import { seedDemonstration } from '../../src/governance/demonstration/seed.js';
import { Directory } from '../../src/governance/directory.js';
import { Places } from '../../src/governance/places.js';
import { GovernedSurroundings } from '../../src/governance/surroundings.js';
import type { JsonObject } from '../../src/kit/index.js';
import { MovableClock } from '../../src/platform/clock.js';
import { Gate } from '../../src/platform/gate.js';
import { timeSortedIds } from '../../src/platform/ids.js';
import { catalogue as definitions } from '../../workflows/catalogue.js';

/** A bell nobody hears: tests sweep themselves. */
class QuietBell extends Bell {
  override ring(): void {
    // Nobody is woken.
  }
}

/** The engine on a database of its own, in the demonstration country, with a clock that stands until it is moved. */
export class EngineRig {
  readonly db: TestDatabase = database();
  readonly clock = new MovableClock();
  engine!: Engine;
  clockwork!: Clockwork;
  rectifier!: Rectifier;
  directory!: Directory;
  places!: Places;
  surroundings!: GovernedSurroundings;
  catalogue!: Catalogue;
  tools!: Tools;

  constructor(startsAt: string) {
    beforeAll(async () => {
      const { dataSource } = this.db;
      await seedDemonstration(dataSource);
      const directory = new Directory(dataSource);
      this.directory = directory;
      this.places = new Places(dataSource, directory);
      this.surroundings = new GovernedSurroundings(this.places, new DatedValues(dataSource, directory));
      this.catalogue = new Catalogue(definitions);
      this.tools = new Tools(this.clock, timeSortedIds(this.clock), new Gate(16));
      this.engine = new Engine(dataSource, this.catalogue, this.surroundings, new QuietBell(), this.tools);
      this.clockwork = new Clockwork(dataSource, this.catalogue, this.surroundings, new QuietBell(), this.tools);
      this.rectifier = new Rectifier(this.engine, this.catalogue, this.surroundings, this.tools);
    });
    beforeEach(() => this.clock.stop(startsAt));
  }

  /** A case of Ránquil's, opened today. */
  async open(data: JsonObject = { initiative: 'Furgón', amount: 60_000_000 }): Promise<string> {
    const definition = this.catalogue.latest('fndr-transfer')!;
    const participants = [
      { role: 'regionalGovernment', institution: 'gore-16', party: true }, { role: 'technicalUnit', institution: 'muni-16206', party: true },
      { role: 'comptroller', institution: 'cgr-16', party: false },
    ];
    const { caseId } = await this.engine.open({
      id: this.tools.newId(), definition, title: 'Furgón para Ránquil', territory: '16206', region: '16', participants, identifiers: [{ scheme: 'BIP', value: '40044138' }],
      data, recordedBy: 'legal.gore-16', judge: actingAs('regionalGovernment', 'legal', 'gore-16'),
    });
    return caseId;
  }

  async send(caseId: string, type: string, data: JsonObject, by: Judge, more: Partial<SendCommand> = {}): Promise<Answer> {
    return this.engine.send({ caseId, type, data, recordedBy: 'legal.gore-16', judge: by, ...more });
  }
}

/** A judge who finds the official empowered: powers have tests of their own. */
export function actingAs(role: string, office: string, institution: string): Judge {
  const official = `${office}.${institution}`;
  return () => Promise.resolve({
    actor: { role, office, institution, official }, source: 'own',
    power: { kind: 'holder', office, institution, official, basis: 'test' },
  });
}

export const governor = actingAs('regionalGovernment', 'governor', 'gore-16');
export const coreSecretary = actingAs('regionalGovernment', 'core-secretary', 'gore-16');
export const budget = actingAs('regionalGovernment', 'budget', 'gore-16');
export const legal = actingAs('regionalGovernment', 'legal', 'gore-16');
