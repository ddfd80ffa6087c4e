import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Waits for the end of its standard input, that is of the test run, then ends what the run left and removes its folder. */
const folder = process.argv[2];
process.stdin.resume();
await once(process.stdin, 'end');
for (const pid of leftRedis()) signal(pid, 'SIGKILL');
for (let tries = 0; tries < 250 && left().length > 0; tries++) {
  for (const { pid, command } of left()) if (tries === 0 || tries > 200) signal(pid, /postgres/.test(command) && tries === 0 ? 'SIGQUIT' : 'SIGKILL');
  await pause(20);
}
if (!process.env.CONVENIO_KEEP_TEST_DB) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });

/** Every process that was started on a path inside our folder, and works on it still. */
function left() {
  return processes().filter(({ pid, command }) => pid !== process.pid && command.includes(folder));
}

function processes() {
  if (process.platform === 'linux') {
    const pids = readdirSync('/proc').map(Number).filter((pid) => pid > 0);
    return pids.map((pid) => ({ pid, command: commandOf(pid) }));
  }
  const lines = execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' }).split('\n');
  return lines.map((line) => ({ pid: Number.parseInt(line, 10), command: line }));
}

function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** Redis overwrites its command line. */
function leftRedis() {
  const files = readdirSync(folder).filter((name) => /^redis-\d+\.pid$/.test(name));
  return files.map((name) => Number(readFileSync(join(folder, name), 'utf8')));
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself.
  }
}
