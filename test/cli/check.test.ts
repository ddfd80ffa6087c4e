import { spawn } from 'node:child_process';

interface Ended { readonly code: number | null; readonly out: string; readonly err: string }

/** Without a data folder and without a database: `check` needs none. */
function check(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', './test/support/typescript.mjs', 'src/cli.ts', 'check', ...args], { env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8' } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stderr.on('data', (chunk) => (err += String(chunk)));
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
  });
}

describe('convenio check', () => {
  it('says of a workflow how much of it there is, and that nothing is wrong with it', async () => {
    const { code, out, err } = await check('fndr-transfer', '--json');
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual({ workflows: [{ name: 'fndr-transfer', version: 1, situations: expect.any(Number), states: 40, events: expect.any(Number), deadlines: 9, faults: [] }] });
  }, 30_000);

  it('is a table for people', async () => {
    const { code, out } = await check('fndr-transfer');
    expect(code).toBe(0);
    expect(out).toMatch(/^workflow +situations +states +events +deadlines +faults\nfndr-transfer@1 +\d+ +40 +\d+ +9 +0\n$/);
  }, 30_000);

  it('knows no other workflow, and names those it knows', async () => {
    const { code, out, err } = await check('constructor');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^There is no workflow "constructor"\. There are: .*fndr-transfer/);
  }, 30_000);
});
