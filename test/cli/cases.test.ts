import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Historian } from '../../src/cases/history/history.js';
import { Engine } from '../../src/engine/engine.service.js';
import { Tools } from '../../src/engine/tools.js';
import { Powers } from '../../src/governance/powers/powers.js';
import { Office, type View } from '../support/office.js';

const office = new Office('2026-03-02T15:00:00.000Z');
interface Ended { readonly code: number | null; readonly out: string; readonly err: string }
let folder: string;
let view: View;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'convenio-cli-'));
  chmodSync(folder, 0o711);
  office.api.clock.stop(new Date(Date.now() - 86_400_000).toISOString());
  view = await office.walk(await office.open(), 'proposal.present');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

function convenio(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env['PATH'], LANG: 'en_US.UTF-8', CONVENIO_DATA_DIR: folder, DATABASE_URL: office.db.appUrl, MIGRATION_DATABASE_URL: office.db.migratorUrl };
    const child = spawn(process.execPath, ['--import', './test/support/typescript.mjs', 'src/cli.ts', ...args], { env });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stderr.on('data', (chunk) => (err += String(chunk)));
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
  });
}

describe('convenio explain', () => {
  it('says where a case stands, to people and to programs', async () => {
    const spoken = await convenio('explain', view.number);
    expect([spoken.code, spoken.err]).toEqual([0, '']);
    expect(spoken.out).toMatch(/FT-16-\d{4}-000001 .*\nState: Vote of the CORE \(line 2\)/);
    expect(spoken.out).toMatch(/Open deadlines\n {2}\d{4}-\d\d-\d\d \(other reading: \d{4}-\d\d-\d\d\) {2}Decision of the CORE: the proposal stands, LOC 19\.175 art\. 36, inciso final \[assumption\]/);
    expect(spoken.out).toMatch(/\+ coreVote\.certify {2}Certify the vote of the CORE → .+: core-secretary\.gore-16/);
    const { out } = await convenio('explain', view.id, '--json');
    expect(JSON.parse(out)).toMatchObject({ number: view.number, state: ['approval.coreVote'], deadlines: [{ name: 'coreVote', status: 'running' }], tasks: [{ name: 'coreVote.certify' }], cautions: [], flags: [], links: [], next: expect.any(Array), dispatches: [] });
  }, 60_000);

  it('knows no other case', async () => {
    const { code, out, err } = await convenio('explain', 'FT-16-1999-000001');
    expect([code, out, err]).toEqual([1, '', 'There is no case "FT-16-1999-000001".\n']);
  }, 60_000);
});

describe('convenio verify-journal', () => {
  it('finds all sound, and names the first line that is not', async () => {
    expect(await convenio('verify-journal', '--json')).toMatchObject({ code: 0, out: `${JSON.stringify({ journals: 1, lines: 2, broken: [] })}\n` });
    const receipt = join(folder, 'receipt.json');
    const { body } = await office.get<{ lines: { text: string }[] }>('governor.gore-16', `/cases/${view.id}/receipt`);
    writeFileSync(receipt, JSON.stringify(body));
    expect(await convenio('verify-journal', '--file', receipt)).toMatchObject({ code: 0, out: '1 journals, 2 lines, 0 broken.\n' });
    writeFileSync(receipt, JSON.stringify({ ...body, lines: body.lines.map((line) => Object.assign({ ...line }, { text: line.text.replace('governor', 'mayor') })) }));
    expect(await convenio('verify-journal', '--file', receipt)).toMatchObject({ code: 1, out: expect.stringContaining(`${view.number}, line 2: its text is not what was written`) });
    expect(await convenio('verify-journal', '--file', join(folder, 'none.json'))).toMatchObject({ code: 1, err: expect.stringContaining('cannot be read') });
    expect((await convenio('verify-journal', view.id, '--file', receipt)).code).toBe(2);
  }, 90_000);
});

describe('convenio report', () => {
  it('prints durations as a table or as JSON', async () => {
    const table = await convenio('report', 'durations', '--region', '16');
    expect([table.code, table.err]).toEqual([0, '']);
    expect(table.out).toMatch(/^segment +variant +n +p25 +median +p75 +p90 +max +excluded\n/);
    const { items } = JSON.parse((await convenio('report', 'durations', '--json')).out) as { items: object[] };
    expect(items).toContainEqual({ segment: 'vote-to-signature', variant: 'all', n: 0, p25: null, median: null, p75: null, p90: null, max: null, excluded: [] });
    expect((await convenio('report', 'durations', '--from', '2026-02-30')).code).toBe(2);
  }, 90_000);
});

describe('convenio explain of what only sources tell', () => {
  it('warns that its days are uncertain, in words', async () => {
    const { nest } = office.api;
    await new Historian(nest.get(Engine), nest.get(Powers, { strict: false }), nest.get(Tools)).tell();
    const { body } = await office.get<{ items: readonly { number: string }[] }>('admin.subdere', `/cases?q=${encodeURIComponent('mop ñuble')}`);
    const { number } = body.items[0];
    const { code, out } = await convenio('explain', number);
    expect(code).toBe(0);
    expect(out).toMatch(/Bear in mind\n.*stands where they leave it/);
    expect(out).toContain('Some days are uncertain');
    expect(out).toMatch(/\n {2}no source gives the day; uncertain day: .*; source: .*implied by its sources/);
    const { cautions, flags, links } = JSON.parse((await convenio('explain', number, '--json')).out) as { cautions: string[]; flags: string[]; links: object[] };
    expect([cautions.length > 0, flags.includes('dayUncertain'), links]).toEqual([true, true, []]);
  }, 90_000);
});
