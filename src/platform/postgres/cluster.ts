import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Binaries, findBinaries } from './binaries.js';
import { errorCode } from './error-code.js';
import { type ServerUser, requireWayFor, serverUser } from './server-user.js';
import { StartupFault } from './startup-fault.js';

/** A line for whoever watches the start. */
export type Log = (line: string) => void;

/** Who may log in to the embedded server; the administrator is for the launcher alone. */
export type Login = 'administrator' | 'migrator' | 'app';

/** `none` is for tests: a crash of the machine may lose everything. */
export type Durability = 'full' | 'none';

/** The files of one embedded server, and how to run programs on them. */
export interface Cluster {
  readonly dir: string;
  readonly logFile: string;
  readonly binaries: Binaries;
  readonly user: ServerUser;
  readonly passwords: Readonly<Record<Login, string>>;
}

export const LOGIN_NAMES: Readonly<Record<Login, string>> = {
  administrator: 'postgres',
  migrator: 'convenio_migrator',
  app: 'convenio_app',
};

const SECRETS = 'convenio-secrets.json';

/**
 * Opens the cluster `postgres/` of the data folder, making it when it is missing. Two processes may do this at once: each
 * makes its cluster aside, passwords included, and the first to rename it into place wins.
 */
export async function openCluster(dataDir: string, durability: Durability, log: Log): Promise<Cluster> {
  const folder = makeDataDir(dataDir);
  const dir = join(folder, 'postgres');
  const binaries = findBinaries();
  const user = serverUser(dir);
  requireWayFor(user, binaries, folder);
  if (!existsSync(dir)) {
    log(`creating the PostgreSQL cluster in ${dir}`);
    await createCluster({ dir, binaries, user, durability });
  }
  return { dir, logFile: join(folder, 'postgres.log'), binaries, user, passwords: readPasswords(dir) };
}

/** The environment of PostgreSQL's programs: nothing of ours, so that no PG* or LC_* variable changes what they do. */
export function programEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
}

function makeDataDir(dataDir: string): string {
  const path = resolve(dataDir);
  try {
    const firstMade = mkdirSync(path, { recursive: true, mode: 0o700 });
    if (process.getuid?.() === 0) openWay(firstMade, path);
    return realpathSync(path);
  } catch (cause) {
    throw new StartupFault(
      `No se puede usar la carpeta de datos ${path}: revise sus permisos o indique otra en CONVENIO_DATA_DIR.`,
      `The data folder ${path} cannot be used: check its permissions or name another in CONVENIO_DATA_DIR.`,
      { cause },
    );
  }
}

/** As root the server runs as another user, who must get through the folders that were made here. */
function openWay(firstMade: string | undefined, path: string): void {
  if (firstMade === undefined) return;
  for (let folder = path; folder.length >= firstMade.length; folder = dirname(folder)) chmodSync(folder, 0o711);
}

interface NewCluster {
  readonly dir: string;
  readonly binaries: Binaries;
  readonly user: ServerUser;
  readonly durability: Durability;
}

async function createCluster({ dir, binaries, user, durability }: NewCluster): Promise<void> {
  const aside = `${dir}.${randomBytes(6).toString('hex')}`;
  const passwords = { administrator: secret(), migrator: secret(), app: secret() } satisfies Record<Login, string>;
  mkdirSync(aside, { mode: 0o700 });
  try {
    own(aside, user);
    await initdb({ dir: aside, binaries, user, durability }, passwords.administrator);
    writeFileSync(join(aside, SECRETS), JSON.stringify(passwords), { mode: 0o600 });
    own(join(aside, SECRETS), user);
    renameSync(aside, dir);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error))) throw error;
  }
}

async function initdb({ dir, binaries, user, durability }: NewCluster, password: string): Promise<void> {
  const passwordFile = `${dir}.password`;
  const args = [`--pgdata=${dir}`, `--username=${LOGIN_NAMES.administrator}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  args.push('--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions');
  if (durability === 'none') args.push('--no-sync');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  own(passwordFile, user);
  try {
    await runProgram(binaries.initdb, args, user);
  } finally {
    rmSync(passwordFile);
  }
}

async function runProgram(program: string, args: readonly string[], user: ServerUser): Promise<void> {
  const child = spawn(program, args, { ...user, cwd: '/', env: programEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const code = await new Promise((done, fail) => child.on('error', fail).on('close', done));
  if (code !== 0) throw new Error(`${program} failed (${String(code)}): ${output}`);
}

function readPasswords(dir: string): Cluster['passwords'] {
  try {
    return JSON.parse(readFileSync(join(dir, SECRETS), 'utf8'));
  } catch (cause) {
    throw new StartupFault(
      `Los datos de ${dir} pertenecen a otro usuario o están incompletos: use el usuario que los creó, u otra carpeta en CONVENIO_DATA_DIR.`,
      `The data in ${dir} belong to another user or are incomplete: start as the user who made them, or name another folder in CONVENIO_DATA_DIR.`,
      { cause },
    );
  }
}

function own(path: string, user: ServerUser): void {
  if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid);
}

const secret = (): string => randomBytes(24).toString('base64url');
