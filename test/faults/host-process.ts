import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { postgresOf } from '../platform/children/child.js';
import { START, type Settings } from './story.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const loader = pathToFileURL(here('../support/typescript.mjs')).href;

/** The process is gone, or did not answer before it went: nobody knows whether what it was asked has happened. */
export class Gone extends Error {}

/** A host process, in a process group of its own. */
export class Host {
  complaints = '';
  readonly ready: Promise<string>;
  readonly ended: Promise<void>;
  private readonly process: ChildProcess;
  private readonly waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  private asked = 0;

  constructor(settings: Settings) {
    this.process = spawn(process.execPath, ['--import', loader, here('host.ts'), JSON.stringify(settings)], {
      detached: true, stdio: ['pipe', 'pipe', 'pipe'], env: { PATH: process.env['PATH'] },
    });
    this.process.stdin?.on('error', () => undefined);
    this.process.stderr?.on('data', (chunk) => (this.complaints += String(chunk)));
    this.ready = new Promise((resolve, reject) => this.waiting.set(0, { resolve: (url) => resolve(String(url)), reject }));
    this.ready.catch(() => undefined);
    if (this.process.stdout) createInterface(this.process.stdout).on('line', (line) => this.hear(line));
    this.ended = new Promise((resolve) => this.process.on('close', () => resolve()));
    void this.ended.then(() => this.letGo());
  }

  /** @throws Gone, or the host's own refusal. */
  call<Answer>(call: string, given: object = {}): Promise<Answer> {
    const id = (this.asked += 1);
    return new Promise((resolve, reject) => {
      if (this.process.exitCode !== null || this.process.signalCode !== null) return reject(new Gone('it ended'));
      this.waiting.set(id, { resolve: (answer) => resolve(answer as Answer), reject });
      this.process.stdin?.write(`${JSON.stringify({ id, call, with: given })}\n`);
      return undefined;
    });
  }

  /** As `kill -9` of its whole group: no handler runs, nothing is said good-bye to. */
  async kill(): Promise<void> {
    killNow(-(this.process.pid ?? 0));
    await this.ended;
  }

  private hear(line: string): void {
    const { id = 0, answer, error, ready } = JSON.parse(line) as { id?: number; answer?: unknown; error?: string; ready?: string };
    const asked = this.waiting.get(id);
    this.waiting.delete(id);
    if (error === undefined) asked?.resolve(ready ?? answer);
    else asked?.reject(new Error(error));
  }

  private letGo(): void {
    for (const { reject } of this.waiting.values()) reject(new Gone(this.complaints));
    this.waiting.clear();
  }
}

/** Hosts of one test, all killed at its end, with a folder that the run's watcher cleans up. */
export class Hosts {
  readonly settings: Settings;
  private readonly started: Host[] = [];

  constructor(given: Partial<Settings> = {}) {
    const dataDir = mkdtempSync(join(process.env['CONVENIO_TEST_DIR'] ?? tmpdir(), 'faults-'));
    chmodSync(dataDir, 0o711);
    this.settings = { dataDir, now: START, sent: join(dataDir, 'sent.txt'), ...given };
  }

  async start(given: Partial<Settings> = {}): Promise<Host> {
    const host = new Host({ ...this.settings, ...given });
    this.started.push(host);
    await host.ready;
    return host;
  }

  /** Ids of the messages that were sent, each as often as it was. */
  get sent(): readonly string[] {
    return existsSync(this.settings.sent) ? readFileSync(this.settings.sent, 'utf8').trim().split('\n') : [];
  }

  /** `kill -9` of every process of the embedded server. */
  killPostgres(): void {
    for (const pid of postgresOf(this.settings.dataDir)) killNow(pid);
  }

  async end(): Promise<void> {
    await Promise.all(this.started.map((host) => host.kill()));
    this.killPostgres();
  }
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
