import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/platform/postgres/embedded.js';
import { openCommandDatabase, openServerDatabase } from '../../src/platform/postgres/source.js';
import { Child, killPostgres, postgresOf, postmasterPid, until } from './children/child.js';

const quiet = (): void => undefined;

describe('the embedded PostgreSQL server', () => {
  const home = join(process.env['CONVENIO_TEST_DIR'] ?? '', `embedded-${process.pid}`);
  const children: Child[] = [];
  let dataDir: string;
  let count = 0;

  const start = (part: 'server' | 'command', folder = dataDir): Child => {
    const child = new Child(part, folder);
    children.push(child);
    return child;
  };
  const server = (): Promise<Child> => start('server').ready();
  const command = (): Promise<Child> => start('command').ready();

  beforeAll(async () => {
    const seed = await startEmbeddedPostgres({ dataDir: join(home, 'seed'), log: quiet });
    await seed.stop();
  }, 30_000);

  beforeEach(() => {
    dataDir = join(home, String(++count));
    execFileSync('cp', ['-a', join(home, 'seed'), dataDir]);
  });

  afterEach(async () => {
    for (const child of children.splice(0)) child.signalGroup('SIGKILL');
    killPostgres(dataDir, 'SIGKILL');
    await until(() => postgresOf(dataDir).length === 0);
    rmSync(dataDir, { recursive: true, force: true });
  });

  afterAll(() => rmSync(home, { recursive: true, force: true }));

  describe('on Ctrl-C', () => {
    it('outlives the last transaction, then stops; the data are there at the next start', async () => {
      const first = await server();
      await first.working();
      first.signalGroup('SIGINT');
      await expect(first.ended).resolves.toBe(0);
      expect(first.said).not.toContain('lost');
      expect(first.said.at(-1)).toBe('closed');
      expect(postgresOf(dataDir)).toEqual([]);

      const second = await server();
      await second.working();
      expect(second.committed[0]).toBe((first.committed.at(-1) ?? 0) + 1);
    });
  });

  describe('after kill -9', () => {
    it('of the application alone, is adopted by the next', async () => {
      const first = await server();
      await first.working();
      first.signalGroup('SIGKILL');
      await first.ended;
      const orphan = postmasterPid(dataDir);

      const second = await server();
      await second.working();
      expect(postmasterPid(dataDir)).toBe(orphan);
      expect(second.committed[0]).toBeGreaterThan(first.committed.at(-1) ?? 0);
      second.signalGroup('SIGINT');
      await second.ended;
      expect(postgresOf(dataDir)).toEqual([]);
    });

    it('of everything at once, recovers every transaction that was acknowledged', async () => {
      const first = await server();
      await first.working();
      killPostgres(dataDir, 'SIGKILL');
      first.signalGroup('SIGKILL');
      await first.ended;

      const second = await server();
      await second.working();
      expect(second.committed[0]).toBeGreaterThan(first.committed.at(-1) ?? 0);
    });

    it('of its postmaster and the application, waits until the old backends are gone', async () => {
      const first = await server();
      await first.working();
      first.signalGroup('SIGKILL');
      process.kill(postmasterPid(dataDir) ?? 0, 'SIGKILL');

      const second = await server();
      await second.working();
      expect(second.committed[0]).toBeGreaterThan(first.committed.at(-1) ?? 0);
    });

    it('of its postmaster under a running application, comes back at the same address', async () => {
      const application = await server();
      await application.working();
      const { ports } = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8'));
      const killed = postmasterPid(dataDir);
      process.kill(killed ?? 0, 'SIGKILL');
      await application.says((said) => said.includes('lost'));
      await application.working();
      expect(postmasterPid(dataDir)).not.toBe(killed);
      expect(Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3])).toBe(ports.postgres);
      application.signalGroup('SIGINT');
      await expect(application.ended).resolves.toBe(0);
      expect(postgresOf(dataDir)).toEqual([]);
    });

    it('starts although another process has got the number in its lock', async () => {
      writeFileSync(join(dataDir, 'postgres/postmaster.pid'), `${process.pid}\n${dataDir}/postgres\n1700000000\n1\n\n127.0.0.1\n`);
      const application = await server();
      await application.working();
      expect(postmasterPid(dataDir)).not.toBe(process.pid);
    });
  });

  describe('with several processes', () => {
    it('refuses a second server with a sentence that names the first, which goes on', async () => {
      const first = await server();
      const second = start('server');
      await expect(second.ended).resolves.toBe(1);
      expect(second.complaints).toContain(`A Convenio server (process ${first.pid}) already runs on the folder ${dataDir}`);
      expect(second.complaints).toContain(`Ya hay un servidor de Convenio (proceso ${first.pid})`);
      await first.working();
    });

    it('lets exactly one of two servers that start at once on an empty folder win', async () => {
      const folder = join(dataDir, 'empty');
      const rivals = [start('server', folder), start('server', folder)];
      const outcomes = await Promise.allSettled(rivals.map((rival) => rival.ready()));
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const winner = rivals.find((rival) => rival.said.includes('ready'));
      winner?.signalGroup('SIGINT');
      await expect(winner?.ended).resolves.toBe(0);
      expect(postgresOf(folder)).toEqual([]);
    });

    it('is joined by a command, which leaves it running', async () => {
      const application = await server();
      await application.working();
      const guest = await command();
      guest.closeInput();
      await expect(guest.ended).resolves.toBe(0);
      expect(Number(guest.said[1])).toBeGreaterThan(0);
      await application.working();
      expect(application.said).not.toContain('lost');
    });

    it('runs for a lone command, and for all of several until the last has left', async () => {
      const [first, second] = await Promise.all([command(), command()]);
      first.closeInput();
      await expect(first.ended).resolves.toBe(0);
      expect(postgresOf(dataDir)).not.toEqual([]);
      second.closeInput();
      await expect(second.ended).resolves.toBe(0);
      expect(postgresOf(dataDir)).toEqual([]);
    });

    it('stays for a command that is at work when the server leaves', async () => {
      const application = await server();
      const guest = await command();
      application.signalGroup('SIGINT');
      await expect(application.ended).resolves.toBe(0);
      guest.closeInput();
      await expect(guest.ended).resolves.toBe(0);
      expect(guest.said.at(-1)).toBe('closed');
      expect(postgresOf(dataDir)).toEqual([]);
    });
  });

  describe('leaves in its data folder', () => {
    it('running.json, for its owner alone, while the server runs', async () => {
      const application = await server();
      const file = join(dataDir, 'running.json');
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: application.pid, ports: { http: 65_000, postgres: expect.any(Number) } });
      application.signalGroup('SIGINT');
      await application.ended;
      expect(existsSync(file)).toBe(false);
    });

    it('passwords for its owner alone', () => {
      expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
      expect(statSync(join(dataDir, 'postgres/convenio-secrets.json')).mode & 0o777).toBe(0o600);
    });
  });

  it('does not start where DATABASE_URL names another', async () => {
    const place = { databaseUrl: 'postgres://app@elsewhere/convenio', dataDir: join(dataDir, 'none') };
    await expect(openServerDatabase(place, quiet)).resolves.toMatchObject({ appUrl: place.databaseUrl, migratorUrl: place.databaseUrl });
    await expect(openCommandDatabase({ ...place, migrationDatabaseUrl: 'postgres://owner@elsewhere/convenio' }, quiet)).resolves.toMatchObject({
      appUrl: place.databaseUrl,
      migratorUrl: 'postgres://owner@elsewhere/convenio',
    });
    expect(existsSync(place.dataDir)).toBe(false);
  });

  (process.getuid?.() === 0 ? describe : describe.skip)('as root', () => {
    it('opens the folders it makes to the user postgres', async () => {
      const folder = join(dataDir, 'made', 'here');
      const running = await startEmbeddedPostgres({ dataDir: folder, log: quiet, durability: 'none' });
      await running.stop();
      expect(statSync(join(dataDir, 'made')).mode & 0o001).toBe(0o001);
    });

    it('names the closed folder and the remedy', async () => {
      const closed = join(dataDir, 'closed');
      mkdirSync(closed);
      chmodSync(closed, 0o700);
      await expect(startEmbeddedPostgres({ dataDir: join(closed, 'data'), log: quiet })).rejects.toMatchObject({
        name: 'StartupFault',
        en: expect.stringContaining(`chmod o+x ${closed}"`),
        es: expect.stringContaining(`no puede pasar por ${closed}:`),
      });
    });
  });
});
