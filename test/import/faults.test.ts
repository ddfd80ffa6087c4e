import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { firstBrokenLine } from '../../src/engine/core/journal-line.js';
import { ImportFault } from '../../src/cases/import/import-fault.js';
import en from '../../src/cases/import/words/en.json' with { type: 'json' };
import es from '../../src/cases/import/words/es.json' with { type: 'json' };
import { columns } from '../../src/cases/import/gore-register/columns.js';
import { csvOf, ImportRig, sampleRows, type SampleRow } from './import-rig.js';

const rig = new ImportRig('2026-03-02T15:00:00.000Z');
const places = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted();

async function faultOf(path: string, more: Parameters<ImportRig['import']>[1] = {}): Promise<ImportFault> {
  const fault: unknown = await rig.import(path, more).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(ImportFault);
  expect(await rig.count('cases')).toBe(0);
  return fault as ImportFault;
}

describe('A file that is not such a register is refused in one sentence, and nothing is written', () => {
  const header = columns.join(',');
  const good = csvOf(sampleRows().slice(0, 2));
  const wide = `${good}${Array.from({ length: 1000 }, (_value, index) => `c${index}`).join(',')}\n`;

  it.each<[name: string, content: string | Buffer, code: string, sentence: RegExp]>([
    ['a wrong header', `${header.replace('core_date', 'fecha_core')}\n`, 'header', /core_date.*fecha_core/],
    ['a header twice', `${header},core_date\n`, 'header', /core_date/],
    ['semicolons', good.replaceAll(',', ';'), 'semicolons', /punto y coma/],
    ['Latin-1', Buffer.from(good, 'latin1'), 'not-utf8', /UTF-8/],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(good, 'utf16le')]), 'not-utf8', /UTF-8/],
    ['bytes that are no text', Buffer.concat([Buffer.from(good), Buffer.from([0])]), 'not-text', /no es texto/],
    ['a row of 1,000 columns', wide, 'row-width', /1000 columnas.*25/],
    ['a row too short', `${good}ejemplo,3,33\n`, 'row-width', /3 columnas/],
    ['a quote never closed', `${good}ejemplo,3,33,"${'x'.repeat(2_000_000)}`, 'row-endless', /comilla/],
    ['a quote out of place', `${good}ejemplo,3,33,x"y,\n`, 'malformed', /mal formado/],
    ['nothing', '', 'empty', /vacío/],
    ['a header alone', `${header}\n`, 'no-rows', /ninguna fila/],
  ])('%s', async (_name, content, code, sentence) => {
    const fault = await faultOf(rig.file('bad.csv', content));
    expect(fault.code).toBe(code);
    expect(fault.say('es')).toMatch(sentence);
    expect(fault.say('en')).not.toBe(fault.say('es'));
  });

  it('one that is not there, a folder, one too large, an unknown map, a register of no region', async () => {
    expect((await faultOf('/nowhere/at/all.csv')).code).toBe('unreadable');
    expect((await faultOf(rig.folder)).code).toBe('unreadable');
    expect((await faultOf(rig.file('big.csv', good), { largest: 300 })).code).toBe('too-large');
    expect((await faultOf(rig.file('good.csv', good), { map: 'constructor' })).code).toBe('map-unknown');
    expect((await faultOf(rig.file('nowhere.csv', csvOf(sampleRows({ cut_commune: '' }))))).code).toBe('region-unknown');
  });

  it("another region's register imported as one's own", async () => {
    const fault = await faultOf(rig.file('good.csv', good), { official: 'legal.gore-08' });
    expect(fault.code).toBe('region-foreign');
    expect(fault.say('es')).toMatch(/mayoría de sus comunas son de la región 16/);
    expect(await rig.import(rig.file('good.csv', good), { official: 'legal.gore-16', mode: 'rehearse' })).toMatchObject({ created: 2, rejected: 0 });
  });

  it('an official who may not import is refused', async () => {
    await expect(rig.import(rig.file('good.csv', good), { official: 'finance.muni-16101' })).rejects.toMatchObject({ code: 'not-empowered' });
  });

  it('its sentences exist in both languages, with the same places', () => {
    expect(Object.keys(en)).toEqual(Object.keys(es));
    for (const [key, sentence] of Object.entries(es)) expect({ key, places: places(en[key as keyof typeof en]) }).toEqual({ key, places: places(sentence) });
  });

  it('takes a byte order mark, columns in another order, and Windows line ends', async () => {
    const rows = sampleRows().slice(0, 2);
    const turned = columns.toReversed();
    const text = [turned.join(','), ...rows.map((row) => turned.map((column) => `"${row[column]}"`).join(','))].join('\r\n');
    expect(await rig.import(rig.file('turned.csv', `\uFEFF${text}`), { mode: 'rehearse' })).toMatchObject({ created: 2, rejected: 0 });
  });
});

describe('An import killed in the middle', () => {
  const total = 150;
  const many = (): SampleRow[] => Array.from({ length: total }, (_value, index) => ({ ...sampleRows()[index % 29], source_row: String(index + 1) }));

  it('leaves whole rows only, and a rerun finishes', async () => {
    const file = rig.file('many.csv', csvOf(many()));
    const child = importing(file);
    while ((await rig.count('import_row')) < 10) {
      expect(child.exitCode).toBeNull();
      await pause(5);
    }
    child.kill('SIGKILL');
    await once(child, 'exit');
    const done = await rig.count('import_row');
    expect(done).toBeLessThan(total);
    rig.clock.stop(new Date(Date.now()).toISOString());
    const report = await rig.import(file);
    expect(report).toMatchObject({ updated: 0, rejected: 0 });
    // A commit may have been on its way when the process died.
    expect(report.unchanged).toBeGreaterThanOrEqual(done);
    expect(report.created + report.unchanged).toBe(total);
    expect(await rig.count('cases')).toBe(total);
    expect(await rig.count('import_row')).toBe(total);
    for (const { case: id } of report.rows) expect(firstBrokenLine(await rig.reader.journal(id!))).toBeNull();
    const numbers = await rig.db.query<{ number: string }>(`SELECT number FROM cases WHERE number LIKE 'FT-16-2024-%' ORDER BY number`);
    expect(numbers.at(-1)?.number).toBe(`FT-16-2024-${String(numbers.length).padStart(6, '0')}`);
  }, 120_000);

  it('two at once make one case a row', async () => {
    const file = rig.file('more.csv', csvOf(sampleRows({ source_sheet: 'otra' })));
    const [one, other] = await Promise.all([rig.import(file), rig.import(file)]);
    expect(one.created + other.created).toBe(29);
    expect(one.rows.map((row) => row.case)).toEqual(other.rows.map((row) => row.case));
  }, 60_000);
});

function importing(file: string): ChildProcess {
  const cli = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: rig.db.appUrl, MIGRATION_DATABASE_URL: rig.db.migratorUrl };
  return spawn(process.execPath, [cli, 'import', file, '--map', 'gore-register', '--json'], { env, stdio: 'ignore' });
}
