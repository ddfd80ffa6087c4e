import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A process of its own, in a process group of its own, with what it said so far. */
export class Child {
  readonly said: string[] = [];
  complaints = '';
  readonly ended: Promise<number | null>;
  private readonly process: ChildProcess;
  private readonly listeners = new Set<() => void>();

  constructor(part: 'server' | 'command', dataDir: string) {
    const loader = pathToFileURL(here('../../support/typescript.mjs')).href;
    this.process = spawn(process.execPath, ['--import', loader, here('process.ts'), part, dataDir], {
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'] },
    });
    this.process.stderr?.on('data', (chunk) => (this.complaints += String(chunk)));
    if (this.process.stdout) createInterface(this.process.stdout).on('line', (line) => this.hear(line));
    this.ended = new Promise((resolve) => this.process.on('close', (code) => resolve(code)));
    void this.ended.then(() => this.listeners.forEach((listener) => listener()));
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  /** The numbers of the lines it said were committed. */
  get committed(): readonly number[] {
    return this.said.map(Number).filter((number) => number > 0);
  }

  /** @throws when it ends without having said it. */
  async says(condition: (said: readonly string[]) => boolean): Promise<void> {
    while (!condition(this.said)) {
      if (this.process.exitCode !== null || this.process.signalCode !== null) throw new Error(`it ended: ${this.complaints}`);
      await new Promise<void>((resolve) => this.listeners.add(resolve));
      this.listeners.clear();
    }
  }

  async ready(): Promise<this> {
    await this.says((said) => said.includes('ready'));
    return this;
  }

  /** Once `count` more transactions have committed. */
  async working(count = 3): Promise<void> {
    const before = this.committed.length;
    await this.says(() => this.committed.length >= before + count);
  }

  closeInput(): void {
    this.process.stdin?.end();
  }

  /** As a terminal does: the signal reaches the whole group. */
  signalGroup(signal: NodeJS.Signals): void {
    try {
      process.kill(-this.pid, signal);
    } catch {
      // It ended by itself.
    }
  }

  private hear(line: string): void {
    this.said.push(line);
    this.listeners.forEach((listener) => listener());
  }
}

/** Observes other processes, which send us no events. @throws after ten seconds. */
export async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    if (tries > 1_000) throw new Error(`still not: ${String(condition)}`);
    await pause(10);
  }
}

/** The PostgreSQL server of the data folder, as its lock file names it. */
export function postmasterPid(dataDir: string): number | null {
  try {
    return Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
}

/** Every process of that server, also those that outlive a killed postmaster for a moment. */
export function postgresOf(dataDir: string): readonly number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && cwdOf(pid) === join(dataDir, 'postgres'));
}

export function killPostgres(dataDir: string, signal: NodeJS.Signals): void {
  for (const pid of postgresOf(dataDir)) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      // A backend may have ended between the look and the blow.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

function cwdOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}
