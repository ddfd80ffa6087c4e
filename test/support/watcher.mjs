import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Waits for the end of its standard input, that is of the test run, then ends the run's PostgreSQL and removes its folder. */
const folder = process.argv[2];
process.stdin.resume();
await once(process.stdin, 'end');
const server = postmaster();
if (server) {
  signal(server, 'SIGQUIT');
  for (let tries = 0; tries < 250 && postmaster(); tries++) await pause(20);
}
if (!process.env.CONVENIO_KEEP_TEST_DB) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });

function postmaster() {
  try {
    return Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return 0;
  }
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself.
  }
}
