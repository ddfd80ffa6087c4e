import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/platform/database.js';
import { migrateQueue } from '../../src/platform/queue-migrate.js';
import { database } from '../support/database.js';
import { Hosts, type Host } from './host-process.js';
import { invariants } from './invariants.js';
import { Load } from './load.js';
import { settle } from './settle.js';
import { AFTER_CORE } from './story.js';

const TIMEOUT = 180_000;

describe('kill -9 of the only worker process, under load', () => {
  const db = database();
  let hosts: Hosts;
  afterEach(() => hosts.end());

  it('loses nothing that was acknowledged, and applies nothing twice', async () => {
    await migrateQueue(db.migratorUrl);
    hosts = new Hosts({ appUrl: db.appUrl });
    let host = await hosts.start();
    const load = new Load(() => host, 8);
    for (let kills = 0; kills < 2; kills += 1) {
      await load.progress(80);
      await host.kill();
      host = await hosts.start();
    }
    await load.progress(40);
    await load.finish();
    await settle(host, db.dataSource, AFTER_CORE);
    const found = await invariants(db.dataSource, load.acknowledged, AFTER_CORE);
    expect(found).toMatchObject({ faults: [] });
    expect(load.repeated).toBeGreaterThan(0);
    await everyMessageSent(db.dataSource, hosts, 2);
  }, TIMEOUT);
});

describe('kill -9 of everything, the embedded PostgreSQL included, under load', () => {
  let hosts: Hosts;
  let dataSource: DataSource | undefined;
  afterEach(async () => {
    await dataSource?.destroy();
    await hosts.end();
  });

  it('starts again from what was committed', async () => {
    hosts = new Hosts();
    let host: Host = await hosts.start();
    const load = new Load(() => host, 8);
    for (let kills = 0; kills < 2; kills += 1) {
      await load.progress(80);
      hosts.killPostgres();
      await host.kill();
      host = await hosts.start();
    }
    await load.progress(40);
    await load.finish();
    dataSource = await createDataSource(await host.ready, { poolSize: 4 }).initialize();
    await settle(host, dataSource, AFTER_CORE);
    expect(await invariants(dataSource, load.acknowledged, AFTER_CORE)).toMatchObject({ faults: [] });
    await everyMessageSent(dataSource, hosts, 2);
  }, TIMEOUT);
});

/** A kill between the sending and the commit sends that message again, with its id: at most one for each that was being sent. */
async function everyMessageSent(dataSource: DataSource, hosts: Hosts, kills: number): Promise<void> {
  const rows: { id: string }[] = await dataSource.query('SELECT id FROM dispatch ORDER BY id');
  expect([...new Set(hosts.sent)].toSorted()).toEqual(rows.map(({ id }) => id));
  expect(hosts.sent.length - rows.length).toBeLessThanOrEqual(4 * kills);
}
