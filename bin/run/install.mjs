import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { plain, root } from './project.mjs';

/** Brings `node_modules` to what package-lock.json says, when it is not so already. */
export async function installMissing() {
  if (isInstalled()) return;
  const start = Date.now();
  process.stderr.write('convenio: installing the dependencies (npm ci), about half a minute\n');
  const { code, output } = await npmCi();
  if (code !== 0 || !isInstalled()) throw plain(`${withoutUsage(output)}\nconvenio: the dependencies could not be installed (npm ci ended with ${code})`);
  process.stderr.write(`convenio: installed in ${Math.round((Date.now() - start) / 1000)} s\n`);
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
