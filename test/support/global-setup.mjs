import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Names a temporary folder for the run's PostgreSQL (started by the first test that needs it) and leaves a watcher that
 * stops the server and removes the folder when this process is gone, however it went: Ctrl-C and kill -9 skip globalTeardown.
 */
// Jest asks for a default export.
// oxlint-disable-next-line import/no-default-export
export default function setup() {
  const folder = mkdtempSync(join(roomiest(), 'convenio-test-'));
  chmodSync(folder, 0o711);
  process.env.CONVENIO_TEST_DIR = folder;
  const script = fileURLToPath(new URL('watcher.mjs', import.meta.url));
  globalThis.convenioTestWatcher = spawn(process.execPath, [script, folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: process.env.PATH },
  });
}

/** Cloning a database creates 300 files: five times faster in memory, where there is enough of it. */
function roomiest() {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > 2 ** 30 ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}
