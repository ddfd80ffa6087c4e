import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/platform/database.js';
import { postmasterPid } from '../platform/children/child.js';
import { Hosts } from './host-process.js';
import { invariants } from './invariants.js';
import { Load } from './load.js';
import { settle } from './settle.js';
import { AFTER_CORE } from './story.js';

let hosts: Hosts;
let dataSource: DataSource | undefined;

afterEach(async () => {
  await dataSource?.destroy();
  await hosts.end();
});

it('PostgreSQL restarted under load, politely and not: the same process goes on, and nothing is lost or doubled', async () => {
  hosts = new Hosts();
  const host = await hosts.start();
  const load = new Load(() => host, 8);
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    await load.progress(80);
    process.kill(postmasterPid(hosts.settings.dataDir)!, signal);
  }
  await load.progress(40);
  await load.finish();
  dataSource = await createDataSource(await host.ready, { poolSize: 4 }).initialize();
  await settle(host, dataSource, AFTER_CORE);
  expect(await invariants(dataSource, load.acknowledged, AFTER_CORE)).toMatchObject({ faults: [] });
  expect(load.repeated).toBeGreaterThan(0);
}, 180_000);
