import { spawn } from 'node:child_process';

interface Ended { readonly code: number | null; readonly out: string; readonly err: string }

function walk(args: readonly string[], lines: readonly string[], lang = 'en_US.UTF-8'): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', './test/support/typescript.mjs', 'src/cli.ts', 'walk', ...args], { env: { PATH: process.env['PATH'], LANG: lang } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stderr.on('data', (chunk) => (err += String(chunk)));
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  });
}

/** Reads the first piece of what a walk says, and then no more. */
function head(lines: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', './test/support/typescript.mjs', 'src/cli.ts', 'walk', 'fndr-transfer', '--on', '2026-03-02'], { env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8' } });
    let [out, err] = ['', ''];
    child.stdout.once('data', (chunk) => {
      out = String(chunk);
      child.stdout.destroy();
      // Its input stays open: it ends because nobody reads.
      child.stdin.on('error', () => undefined).write(lines.map((line) => `${line}\n`).join(''));
    });
    child.stderr.on('data', (chunk) => (err += String(chunk)));
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
  });
}

describe('convenio walk', () => {
  it('is driven by lines on stdin and prints one JSON line for each', async () => {
    const { code, out, err } = await walk(['fndr-transfer', '--on', '2026-03-02', '--json'], ['proposal.present', '+60', 'u', 'q', 'never read']);
    expect([code, err]).toEqual([0, '']);
    const steps = out.trimEnd().split('\n').map((line) => JSON.parse(line) as { on: string; seq: number; state: string[]; expired: object[] });
    expect(steps.map(({ on, seq, state, expired }) => [on, seq, state, expired.length])).toEqual([
      ['2026-03-02', 1, ['initiative'], 0], ['2026-03-02', 2, ['approval.coreVote'], 0], ['2026-05-01', 3, ['approval.allocation.resolving'], 1], ['2026-03-02', 2, ['approval.coreVote'], 0],
    ]);
  }, 60_000);

  it('ends quietly when nobody reads it any more', async () => {
    const { code, out, err } = await head(['proposal.present', '+60', 'u']);
    expect([code, out === '']).toEqual([0, false]);
    expect(err.trim().split('\n')).toEqual([expect.stringMatching(/^Walking|Nothing is stored/)]);
  }, 60_000);

  it('speaks to people in their language, and ends in 1 when a line was refused', async () => {
    const { code, out, err } = await walk(['fndr-transfer', '--on', '2026-03-02'], ['1', 'draft.finish'], 'es_CL.UTF-8');
    expect(code).toBe(1);
    expect(err).toMatch(/^Se recorre «Convenio de transferencia o mandato FNDR», versión 1\. Nada se guarda\./);
    expect(out).toMatch(/> 1\n\n── Día 2026-03-02, lunes · línea 2\nPresentar la propuesta al CORE, por governor\.gore-16/);
    expect(out).toContain('si nadie actúa, el 2026-04-15 pasa a: Por resolver la asignación');
    expect(out).toMatch(/> draft\.finish\nNo se acepta:\n {2}.*Cerrar el texto/);
  }, 60_000);

  it.each([
    [['fndr-transfer', '--on', '2026-02-30'], 2, /2026-02-30/], [[], 2, /<workflow>/], [['nothing'], 1, /There is no workflow "nothing"\. There are: .*fndr-transfer/],
    [['fndr-transfer', '--opening', '99'], 2, /opening/],
  ])('%j ends with %i', async (args, code, sentence) => {
    const ended = await walk(args, []);
    expect([ended.code, ended.out]).toEqual([code, '']);
    expect(ended.err).toMatch(sentence);
  }, 60_000);
});
