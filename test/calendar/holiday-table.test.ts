import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

describe('The checked-in table of holidays', () => {
  it.each(['America/Santiago', 'Pacific/Auckland'])('is what the library gives today, on a machine in %s', async (TZ) => {
    const { stdout } = await run(process.execPath, ['bin/generate-holidays.mjs', '--print'], { env: { ...process.env, NODE_OPTIONS: '', TZ } });
    expect(stdout).toBe(await readFile('src/calendar/holidays-cl.ts', 'utf8'));
  });
});
