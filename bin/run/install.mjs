import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { plain, root } from './project.mjs';

/** Brings `node_modules` to what package-lock.json says, when it is not so already. */
export async function installMissing() {
  if (isInstalled()) return;
  // Two commands at once on a fresh clone: the second waits, or both would take the other's folder away.
  const release = await onlyOne(join(root, '.install.lock'));
  try {
    if (!isInstalled()) await install();
  } finally {
    release();
  }
}

async function install() {
  const start = Date.now();
  process.stderr.write('convenio: installing the dependencies (npm ci), about half a minute\n');
  const { code, output } = await npmCi();
  if (code !== 0 || !isInstalled()) throw plain(`${withoutUsage(output)}\nconvenio: the dependencies could not be installed (npm ci ended with ${code})`);
  process.stderr.write(`convenio: installed in ${Math.round((Date.now() - start) / 1000)} s\n`);
}

const PAUSE_MS = 300;

/** Waits until no other living process holds the lock file, and takes it; answers what gives it back. */
async function onlyOne(lock) {
  for (let told = false; !take(lock); told = true) {
    if (!told) process.stderr.write('convenio: another command is installing the dependencies; waiting for it\n');
    await new Promise((done) => setTimeout(done, PAUSE_MS));
  }
  return () => rmSync(lock, { force: true });
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') return true;
    const holder = Number(readIfThere(lock));
    // Just made and not yet written, or held by a process that lives: wait. Left behind by one that does not: take it away.
    if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true });
    return false;
  }
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** npm writes its own lock file into node_modules when an install is complete. */
function isInstalled() {
  const installed = packagesOf(join(root, 'node_modules/.package-lock.json'));
  if (!installed) return false;
  const wanted = Object.entries(packagesOf(join(root, 'package-lock.json')) ?? {});
  return wanted.every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true;
    return installed[path] ? installed[path].version === version : optional;
  });
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return null;
  }
}

function npmCi() {
  // A closed umask would hide the database's programs from the user that PostgreSQL runs as under root.
  const umask = process.umask(0o022);
  const cli = process.env.npm_execpath ?? '';
  const [command, first] = basename(cli) === 'npm-cli.js' ? [process.execPath, [cli]] : ['npm', []];
  // The build needs the development dependencies, also where NODE_ENV=production.
  const args = [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...cacheElsewhere() }, stdio: ['ignore', 'pipe', 'pipe'] });
  process.umask(umask);
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((done) => {
    child.on('error', (error) => done({ code: -1, output: String(error) }));
    child.on('close', (code) => done({ code, output }));
  });
}

/** npm adds its manual page to a complaint about the lock file. */
function withoutUsage(output) {
  return output.split(/^npm error (?:Clean install a project|Usage:)/m)[0].trim();
}

/** npm keeps its cache in the home folder; where that cannot be written (a service's user), in the temporary one. */
function cacheElsewhere() {
  const cache = process.env.npm_config_cache ?? join(homedir(), '.npm');
  const writable = existsSync(cache) ? mayWrite(cache) : mayWrite(homedir());
  return writable ? {} : { npm_config_cache: join(tmpdir(), `convenio-npm-${process.getuid?.() ?? 'cache'}`) };
}

function mayWrite(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
