import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalProvider } from '../../src/identity/local-provider.js';
import { systemClock } from '../../src/platform/clock.js';
import { database } from '../support/database.js';

/** The server as a process of its own, on a database that was named. */
const db = database();
let folder: string;
const children: ChildProcess[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'convenio-server-'));
  chmodSync(folder, 0o711);
});
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly said: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly ended: () => Promise<number | null>;
}

function server(env: Readonly<Record<string, string>>): Started {
  const given = { PATH: process.env['PATH'], LANG: 'en_US.UTF-8', CONVENIO_DATA_DIR: folder, PORT: '0', DATABASE_URL: db.appUrl, MIGRATION_DATABASE_URL: db.migratorUrl, LOG_LEVEL: 'warn', ...env };
  const child = spawn(process.execPath, ['--import', './test/support/typescript.mjs', 'src/main.ts'], { env: given, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let text = '';
  const news = new EventTarget();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      text += String(chunk);
      news.dispatchEvent(new Event('said'));
    });
  }
  const closed = once(child, 'close');
  void closed.then(() => news.dispatchEvent(new Event('said')));
  return {
    child,
    said: async (pattern) => {
      for (;;) {
        const found = pattern.exec(text);
        if (found) return found;
        if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${text}`);
        await once(news, 'said');
      }
    },
    ended: async () => {
      await closed;
      return child.exitCode;
    },
  };
}

describe('the server', () => {
  it('starts, serves, and stops at a signal sent twice, with the requests it has', async () => {
    const { child, said, ended } = server({});
    const [, url = ''] = await said(/Address\s+(http:\/\/localhost:\d+)/);
    expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({ status: 'ready' });
    const token = await (await LocalProvider.open(folder, systemClock)).tokenFor('mayor.muni-16101');
    const answer = await fetch(`${url}/api/v1/territories?level=region`, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(200);
    child.kill('SIGINT');
    child.kill('SIGINT');
    expect(await ended()).toBe(0);
  }, 60_000);

  it('says which port is taken, before it does anything else', async () => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { said, ended } = server({ PORT: String(port), DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' });
    await said(new RegExp(`Port ${port} is taken.*PORT=${port + 1} npm start`));
    expect(await ended()).toBe(1);
    other.close();
  }, 60_000);

  it('refuses production without an issuer', async () => {
    const { said, ended } = server({ NODE_ENV: 'production' });
    await said(/OIDC_ISSUER: must name your OpenID Connect issuer/);
    expect(await ended()).toBe(1);
  }, 60_000);

  it('neither migrates nor seeds in production, and says what is missing', async () => {
    const production = { NODE_ENV: 'production', OIDC_ISSUER: 'https://id.example', OIDC_AUDIENCE: 'convenio' };
    const removed = await db.asMigrator<{ name: string; timestamp: string }>('DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations) RETURNING timestamp, name');
    const { said, ended } = server(production);
    await said(/not up to date: run .*migrate/);
    expect(await ended()).toBe(1);
    await db.asMigrator('INSERT INTO migrations (timestamp, name) VALUES ($1, $2)', [removed[0]?.timestamp, removed[0]?.name]);
  }, 60_000);

  it('serves its health alone as a worker', async () => {
    const { child, said, ended } = server({ ROLE: 'worker' });
    const [, url = ''] = await said(/Address\s+(http:\/\/localhost:\d+)/);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect((await fetch(`${url}/api/docs`)).status).toBe(404);
    child.kill('SIGTERM');
    expect(await ended()).toBe(0);
  }, 60_000);
});
