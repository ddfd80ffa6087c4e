import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openIdentity } from '../../src/identity/identity.js';
import { systemClock } from '../../src/platform/clock.js';
import { database } from '../support/database.js';

const db = database();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'convenio-cli-'));
  chmodSync(folder, 0o711);
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended { readonly code: number | null; readonly out: string; readonly err: string }

function convenio(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const given = { PATH: process.env['PATH'], LANG: 'en_US.UTF-8', CONVENIO_DATA_DIR: folder, ...env };
    const child = spawn(process.execPath, ['--import', './test/support/typescript.mjs', 'src/cli.ts', ...args], { env: given });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stderr.on('data', (chunk) => (err += String(chunk)));
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
  });
}

describe('convenio token', () => {
  it('prints one line that the server takes, and nothing else', async () => {
    const { code, out, err } = await convenio(['token', '--as', 'governor.gore-16']);
    expect([code, err, out.split('\n').length]).toEqual([0, '', 2]);
    const { verifier } = await openIdentity({ kind: 'local' }, folder, systemClock);
    expect(await verifier.usernameOf(out.trim())).toBe('governor.gore-16');
  }, 30_000);

  it('knows the officials of the demonstration', async () => {
    const { code, out, err } = await convenio(['token', '--as', 'governor.gore-99']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/"governor.gore-99" is no official .* governor\.gore-16/);
  }, 30_000);

  it.each([
    [{ NODE_ENV: 'production' }, /OIDC_ISSUER: must name/],
    [{ OIDC_ISSUER: 'https://id.example', OIDC_AUDIENCE: 'convenio' }, /https:\/\/id\.example: get your token there/],
  ])('signs for nobody with %j', async (env, sentence) => {
    const { code, out, err } = await convenio(['token', '--as', 'governor.gore-16'], env);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(sentence);
  }, 30_000);
});

describe('convenio due', () => {
  const question = ['due', '--from', '2026-09-14', '--amount', '5', '--unit', 'business'];

  it('answers for people and for programs, and touches nothing', async () => {
    const before = readdirSync(folder);
    const spoken = await convenio(question);
    expect([spoken.code, spoken.err]).toEqual([0, '']);
    expect(spoken.out).toMatch(/^Due: 2026-09-22\n[\s\S]*2026-09-18 {2}Not counted: holiday \(Independence Day\)/);
    const { out } = await convenio([...question, '--json', '--suspend', '2026-09-15..2026-09-16', '--suspend', '2026-09-21..2026-09-21'], { LANG: 'es_CL.UTF-8' });
    expect(JSON.parse(out)).toMatchObject({ due: '2026-09-25', explanation: expect.arrayContaining([{ date: '2026-09-18', note: expect.stringMatching(/feriado/) }]) });
    expect(readdirSync(folder)).toEqual(before);
  }, 30_000);

  it.each([
    [['due'], 2, /--from is missing/],
    [['due', '--from', '2026-01-01', '--amount', '3', '--unit', 'weeks'], 2, /must be one of: business/],
    [['due', '--from', '2026-01-01', '--amount', 'x', '--unit', 'business'], 2, /whole number/],
    [['due', '--from', '2026-02-30', '--amount', '3', '--unit', 'business'], 1, /not a date/],
    [[...question, '--extend', '3'], 1, /3/],
    [[...question, '--frmo', 'x'], 2, /no option --frmo/],
    [[...question, 'stray'], 2, /"stray"/],
  ])('%j ends with %i', async (args, code, sentence) => {
    const ended = await convenio(args);
    expect([ended.code, ended.out]).toEqual([code, '']);
    expect(ended.err).toMatch(sentence);
  }, 30_000);
});

describe('convenio', () => {
  it('says what it can do, and what it cannot', async () => {
    expect(await convenio(['--help'])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('token --as') });
    expect(await convenio([])).toMatchObject({ code: 2, out: '' });
    expect(await convenio(['tokne'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Did you mean "token"?') });
    expect(await convenio(['constructor'])).toMatchObject({ code: 2 });
  }, 30_000);

  it('migrates and seeds a database that was named, twice without harm', async () => {
    const env = { DATABASE_URL: db.appUrl, MIGRATION_DATABASE_URL: db.migratorUrl };
    for (let i = 0; i < 2; i += 1) {
      expect(await convenio(['migrate', '--json'], env)).toMatchObject({ code: 0, out: '{"applied":[]}\n' });
      expect(await convenio(['seed'], env)).toMatchObject({ code: 0, err: '', out: 'Demonstration country loaded.\n' });
    }
    expect(await db.query('SELECT count(*)::int AS n FROM territory')).toEqual([{ n: 418 }]);
    expect(await convenio(['seed'], { ...env, NODE_ENV: 'production', OIDC_ISSUER: 'https://id.example', OIDC_AUDIENCE: 'c' })).toMatchObject({ code: 1 });
  }, 60_000);
});

describe('A command typed wrongly', () => {
  it.each([
    [['due', '--amount', '-3'], /^--amount necesita un valor; .* --amount=-/], [['due', '--amount'], /^--amount necesita un valor/], [['due', '--nada'], /^No existe la opción --nada\./],
    [['due', '--filing=x'], /^--filing no lleva valor\./], [['import', '--map', 'gore-register'], /^Falta el argumento <archivo\.csv>\./],
    [['report'], /^Falta el argumento durations\./], [['report', 'duraciones'], /^No existe el informe «duraciones»\. Existen: durations\./],
  ])('%j is told so in the reader\'s language', async (args, sentence) => {
    const { code, out, err } = await convenio(args, { LANG: 'es_CL.UTF-8' });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
  }, 30_000);
});
