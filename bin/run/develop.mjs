import { spawn } from 'node:child_process';
import { EventEmitter, on, once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { root } from './project.mjs';
import { reachesAll } from './tool.mjs';

const FOLDERS = ['src', 'workflows', 'migrations'];
/** An editor writes a file in several steps, and a git checkout many files. */
const SETTLE_MS = 120;

/** Runs the application, and again after each change that compiles, until a signal ends it; answers its exit code. */
export async function develop() {
  const ending = new AbortController();
  let app = start();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      ending.abort();
      if (!reachesAll(signal)) app.kill(signal);
    });
  }
  try {
    for await (const _ of changes(ending.signal)) {
      if (!(await builds()) || ending.signal.aborted) continue;
      process.stderr.write('convenio: changed, starting again\n');
      app.kill('SIGTERM');
      await ended(app);
      if (!ending.signal.aborted) app = start();
    }
  } catch (error) {
    if (!ending.signal.aborted) throw error;
  }
  await ended(app);
  return app.exitCode ?? 1;
}

function start() {
  return spawn(process.execPath, ['--enable-source-maps', 'dist/src/main.js'], { cwd: root, stdio: 'inherit' });
}

async function ended(app) {
  if (app.exitCode === null && app.signalCode === null) await once(app, 'exit');
}

async function builds() {
  try {
    return await build();
  } catch (error) {
    process.stderr.write(`${error.message}; the last good build goes on\n`);
    return false;
  }
}

function changes(signal) {
  const emitter = new EventEmitter();
  let timer;
  const notice = () => {
    clearTimeout(timer);
    timer = setTimeout(() => emitter.emit('settled'), SETTLE_MS);
  };
  for (const folder of FOLDERS) if (existsSync(join(root, folder))) watch(join(root, folder), { recursive: true, signal }, notice);
  return on(emitter, 'settled', { signal });
}
