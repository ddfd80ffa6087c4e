import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { LocalProvider } from '../../src/identity/local-provider.js';
import { systemClock } from '../../src/platform/clock.js';
import type { Act, Journey } from './journey.js';
import type { Walk } from './load.js';

/** `npm start` on a data folder of its own, and how long it took to be ready. */
export class Server {
  private child: ChildProcess | undefined;
  private url = '';
  readonly dataDir: string;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });
  private readonly tokens = new Map<string, string>();

  constructor() {
    this.dataDir = mkdtempSync(join(tmpdir(), 'convenio-bench-http-'));
    chmodSync(this.dataDir, 0o711);
  }

  /** @returns seconds until it was ready. */
  async start(): Promise<number> {
    const before = performance.now();
    const env = { ...process.env, CONVENIO_DATA_DIR: this.dataDir, PORT: '0', LOG_LEVEL: 'warn', CONVENIO_RATE_LIMIT: '10000000' };
    const child = spawn('npm', ['start', '--silent'], { cwd: root, env, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
    this.child = child;
    let said = '';
    child.stderr?.on('data', (chunk) => (said += String(chunk)));
    for (;;) {
      if (child.exitCode !== null) throw new Error(`npm start ended: ${said}`);
      const http = this.running()?.ports.http;
      this.url = `http://127.0.0.1:${http}`;
      if (http && (await this.isReady())) return (performance.now() - before) / 1_000;
      await pause(25);
    }
  }

  /** Resident memory of its process now, in megabytes. */
  get rssMb(): number {
    return residentMb(this.running()?.pid ?? 0);
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (!child?.pid || child.exitCode !== null) return;
    process.kill(-child.pid, 'SIGINT');
    while (child.exitCode === null && child.signalCode === null) await pause(25);
  }

  async remove(): Promise<void> {
    await this.stop();
    this.agent.destroy();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** The journey as officials send it, each with a token. */
  async walk({ acts, definition, opening, participants }: Journey): Promise<Walk> {
    for (const official of new Set(['investment.gore-16', ...acts.map(officialOf)])) await this.signIn(official);
    const parties = participants.map(({ role, institution }) => ({ role, institution }));
    const body = { workflow: definition.name, title: 'Reposición de furgón escolar, comuna de Ránquil', territory: '16206', participants: parties, identifiers: [{ scheme: 'BIP', value: '40044134' }], data: opening };
    return async (timed) => {
      const opened = await timed(() => this.post('investment.gore-16', '/api/v1/cases', body));
      const { id } = JSON.parse(opened) as { id: string };
      for (const act of acts) await timed(() => this.post(officialOf(act), `/api/v1/cases/${id}/events`, { type: act.type, data: act.data, office: act.office }));
    };
  }

  private async signIn(official: string): Promise<void> {
    this.tokens.set(official, await (await LocalProvider.open(this.dataDir, systemClock)).tokenFor(official));
  }

  private async isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/health/ready`)).ok;
    } catch {
      return false;
    }
  }

  private running(): { readonly pid: number; readonly ports: { readonly http: number } } | null {
    const file = join(this.dataDir, 'running.json');
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { pid: number; ports: { http: number } }) : null;
  }

  private post(official: string, path: string, body: object): Promise<string> {
    const text = JSON.stringify(body);
    const headers = {
      authorization: `Bearer ${this.tokens.get(official)}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), 'idempotency-key': randomUUID(),
    };
    return new Promise((resolve, reject) => {
      const sent = request(`${this.url}${path}`, { method: 'POST', agent: this.agent, headers }, (answer) => {
        let received = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => (received += chunk));
        answer.on('end', () => ((answer.statusCode ?? 500) < 300 ? resolve(received) : reject(new Error(`${answer.statusCode} ${path}: ${received}`))));
      });
      sent.on('error', reject).end(text);
    });
  }
}

/** Imports a register into the server's folder; seconds, and the most memory its process had. */
export async function importRegister(server: Server, file: string): Promise<{ readonly seconds: number; readonly peakMb: number }> {
  const before = performance.now();
  const args = [join(root, 'bin/run.mjs'), 'convenio', 'import', file, '--map', 'gore-register', '--json'];
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, CONVENIO_DATA_DIR: server.dataDir }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  let peakMb = 0;
  while (child.exitCode === null && child.signalCode === null) {
    peakMb = Math.max(peakMb, residentMb(child.pid ?? 0));
    await pause(50);
  }
  if (child.exitCode === 2 || child.exitCode === null) throw new Error(`the import ended: ${said}`);
  return { seconds: (performance.now() - before) / 1_000, peakMb };
}

function officialOf({ office, institution }: Act): string {
  return `${office}.${institution}`;
}

function residentMb(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;
  } catch {
    return Number.NaN;
  }
}

/** The folder of package.json, from the sources or from `dist`. */
const root = ((): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
})();
