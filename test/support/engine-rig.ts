import { database, type TestDatabase } from './database.js';
import type { Answer } from '../../src/engine/engine.service.js';
import type { Judge, SendCommand } from '../../src/engine/ports.js';
import { assemble, type Assembly } from '../../src/engine-assembly.js';
import type { Definition } from '../../src/engine/core/definition.js';
import { Tools } from '../../src/engine/tools.js';
import { seedDemonstration } from '../../src/governance/demonstration/seed.js';
import type { JsonObject } from '../../src/kit/index.js';
import { MovableClock } from '../../src/platform/clock.js';
import { Gate } from '../../src/platform/gate.js';
import { timeSortedIds } from '../../src/platform/ids.js';
import { catalogue as definitions } from '../../workflows/catalogue.js';

/** The engine on a database of its own, in the demonstration country, with a clock that stands until it is moved. */
export class EngineRig {
  readonly db: TestDatabase = database();
  readonly clock = new MovableClock();
  assembly!: Assembly;

  /** @param more definitions beside the catalogue's */
  constructor(startsAt: string, more: readonly Definition[] = []) {
    beforeAll(async () => {
      const { dataSource } = this.db;
      await seedDemonstration(dataSource);
      this.assembly = assemble(dataSource, [...definitions, ...more], new Tools(this.clock, timeSortedIds(this.clock), new Gate(16)));
    });
    beforeEach(() => this.clock.stop(startsAt));
  }

  get engine(): Assembly['engine'] {
    return this.assembly.engine;
  }

  get clockwork(): Assembly['clockwork'] {
    return this.assembly.clockwork;
  }

  get rectifier(): Assembly['rectifier'] {
    return this.assembly.rectifier;
  }

  get directory(): Assembly['directory'] {
    return this.assembly.directory;
  }

  get places(): Assembly['places'] {
    return this.assembly.places;
  }

  get surroundings(): Assembly['surroundings'] {
    return this.assembly.surroundings;
  }

  get catalogue(): Assembly['catalogue'] {
    return this.assembly.catalogue;
  }

  get tools(): Assembly['tools'] {
    return this.assembly.tools;
  }

  get recount(): Assembly['recount'] {
    return this.assembly.recount;
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
