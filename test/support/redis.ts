import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Redis server of this test file's own. */
export interface TestRedis {
  /** `redis://127.0.0.1:<port>`. */
  readonly url: string;
  /** Stops the server and leaves the address free, as an outage does. */
  stop(): Promise<void>;
  /** Starts it again, empty, at the same address. */
  start(): Promise<void>;
}

const PROGRAMS = ['redis-server', 'valkey-server'];

/**
 * Declares a suite that needs Redis. Without a `redis-server` in the PATH the suite is reported as skipped, or, where
 * CONVENIO_REQUIRE_REDIS=1 says that one is expected, as failed.
 */
export function describeWithRedis(name: string, suite: (redis: TestRedis) => void): void {
  const program = PROGRAMS.find((candidate) => spawnSync(candidate, ['--version']).status === 0);
  if (program) {
    describe(name, () => suite(redisFor(program)));
    return;
  }
  if (process.env['CONVENIO_REQUIRE_REDIS'] === '1') {
    it(`${name}: a redis-server in the PATH`, () => {
      throw new Error('CONVENIO_REQUIRE_REDIS=1, and there is no redis-server in the PATH');
    });
    return;
  }
  describe.skip(name, () => suite(redisFor('redis-server')));
}

function redisFor(program: string): TestRedis {
  let port = 0;
  let server: ChildProcess | undefined;
  const redis: TestRedis = {
    get url() {
      return `redis://127.0.0.1:${port}`;
    },
    async start() {
      server = await launch(program, port);
    },
    async stop() {
      if (!server || server.exitCode !== null || server.signalCode !== null) return;
      server.kill('SIGKILL');
      await once(server, 'exit');
      rmSync(pidFile(port), { force: true });
    },
  };
  beforeAll(async () => {
    port = await freePort();
    await redis.start();
  });
  afterAll(() => redis.stop());
  return redis;
}

async function launch(program: string, port: number): Promise<ChildProcess> {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction', '--pidfile', pidFile(port)];
  const server = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], cwd: '/' });
  let said = '';
  for await (const chunk of server.stdout) {
    said += String(chunk);
    if (said.includes('Ready to accept connections')) break;
  }
  if (server.exitCode !== null) throw new Error(`${program} did not start: ${said}`);
  return server;
}

/** Where the run's watcher finds it, should this process be killed. */
const pidFile = (port: number): string => join(process.env['CONVENIO_TEST_DIR'] ?? tmpdir(), `redis-${port}.pid`);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
