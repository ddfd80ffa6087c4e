import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { DatedValues } from '../../src/governance/dated-values.js';
import { seedDemonstration } from '../../src/governance/demonstration/seed.js';
import { Directory } from '../../src/governance/directory.js';
import { GovernanceModule } from '../../src/governance/governance.module.js';
import { Places } from '../../src/governance/places.js';
import { Empowering } from '../../src/governance/powers/empowering.js';
import { Powers } from '../../src/governance/powers/powers.js';
import { Remembered } from '../../src/governance/remembered.js';
import { database } from '../support/database.js';

const db = database();
const declare = (date: string) => db.query("INSERT INTO declared_holiday (date, name, basis, declared_by) VALUES ($1, 'Elecciones', 'Ley', 'admin.subdere')", [date]);

beforeAll(() => seedDemonstration(db.dataSource));

/** A memory of the declared holidays, and how often it was loaded. */
function memory(trustMs: number) {
  const loads = { count: 0 };
  const load = async () => {
    loads.count += 1;
    return (await db.query<{ date: string }>('SELECT date FROM declared_holiday ORDER BY date')).map(({ date }) => date);
  };
  return { loads, remembered: new Remembered(db.dataSource, 'holidays', load, trustMs) };
}

describe('what is remembered', () => {
  it('is loaded once for many readers at once, and again only when the tables changed', async () => {
    const { loads, remembered } = memory(0);
    await Promise.all(Array.from({ length: 20 }, () => remembered.get()));
    await remembered.get();
    expect(loads.count).toBe(1);
    await declare('2027-03-01');
    expect(await remembered.get()).toContain('2027-03-01');
    expect(loads.count).toBe(2);
  });

  it('is trusted for its time, unless this process says that it changed', async () => {
    const { remembered } = memory(60_000);
    await remembered.get();
    await declare('2027-03-02');
    expect(await remembered.get()).not.toContain('2027-03-02');
    remembered.changed();
    expect(await remembered.get()).toContain('2027-03-02');
  });

  it('never keeps a reading that a change has overtaken', async () => {
    const { remembered } = memory(60_000);
    const early = remembered.get();
    await declare('2027-03-03');
    remembered.changed();
    await early;
    expect(await remembered.get()).toContain('2027-03-03');
  });

  it('recovers from a reading that failed', async () => {
    let broken = true;
    const remembered = new Remembered(db.dataSource, 'holidays', () => (broken ? Promise.reject(new Error('gone')) : Promise.resolve('there')), 0);
    await expect(remembered.get()).rejects.toThrow('gone');
    broken = false;
    expect(await remembered.get()).toBe('there');
  });
});

// oxlint-disable-next-line typescript/no-extraneous-class -- Nest knows a module by its class
class Given {}

describe('the module', () => {
  it('gives its services to Nest', async () => {
    const given = { provide: DataSource, useValue: db.dataSource };
    const app = await NestFactory.createApplicationContext(
      { module: GovernanceModule, imports: [{ module: Given, global: true, providers: [given], exports: [given] }] },
      { logger: false, abortOnError: false },
    );
    for (const service of [Directory, DatedValues, Places, Powers, Empowering]) expect(app.get(service)).toBeInstanceOf(service);
    expect(await app.get(Powers).isOfficial('governor.gore-16')).toBe(true);
  });
});
