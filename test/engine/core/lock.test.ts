import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

describe('The lock of the catalogue', () => {
  let root = '';
  const source = (text: string): void => writeFileSync(join(root, 'workflows/toy/v1/statechart.ts'), text);
  const lock = (): Record<string, { hash: string; frozen: boolean }> => JSON.parse(readFileSync(join(root, 'workflows/catalogue.lock.json'), 'utf8'));
  const run = (...args: readonly string[]): { status: number | null; stderr: string } =>
    spawnSync(process.execPath, [join(root, 'bin/lock-catalogue.mjs'), ...args], { encoding: 'utf8' });

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'lock-'));
    mkdirSync(join(root, 'bin'));
    mkdirSync(join(root, 'workflows/toy/v1'), { recursive: true });
    cpSync(fileURLToPath(new URL('../../../bin/lock-catalogue.mjs', import.meta.url)), join(root, 'bin/lock-catalogue.mjs'));
    source('export const toy = 1;\n');
    run();
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('follows the source while it is not frozen, and says where it does not', () => {
    const before = lock()['toy@1'];
    expect(before).toEqual({ hash: expect.stringMatching(/^[0-9a-f]{64}$/), frozen: false, released: null });
    source('export const toy = 2;\n');
    expect(run('--check')).toMatchObject({ status: 1, stderr: expect.stringContaining('toy@1 differs from its lock') });
    expect(run()).toMatchObject({ status: 0 });
    expect(lock()['toy@1']?.hash).not.toBe(before?.hash);
    expect(run('--check')).toMatchObject({ status: 0 });
  });

  it('is the same whatever the line ends, and whatever the words and specs say', () => {
    const before = lock();
    source('export const toy = 1;\r\n');
    writeFileSync(join(root, 'workflows/toy/v1/toy.spec.ts'), 'it.todo("x");\n');
    writeFileSync(join(root, 'workflows/toy/es.json'), '{}\n');
    run();
    expect(lock()).toEqual(before);
  });

  it('covers what a version takes from an earlier one, through however many files', () => {
    const write = (path: string, text: string): void => writeFileSync(join(root, 'workflows/toy', path), text);
    mkdirSync(join(root, 'workflows/toy/v2'));
    write('v1/days.ts', 'export const days = 15;\n');
    write('v1/image.ts', "import { days } from './days.js';\nexport const image = days;\n");
    write('v2/statechart.ts', "import { image } from '../v1/image.js';\nexport const toy = image;\n");
    run();
    const before = lock();
    write('v1/days.ts', 'export const days = 16;\n');
    run();
    expect(lock()['toy@2']?.hash).not.toBe(before['toy@2']?.hash);
    const then = lock()['toy@2'];
    source('export const toy = 3;\n');
    run();
    expect(lock()['toy@2']).toEqual(then);
  });

  it('refuses to change what is frozen, and to lose it', () => {
    const frozen = { 'toy@1': { ...lock()['toy@1'], frozen: true } };
    writeFileSync(join(root, 'workflows/catalogue.lock.json'), JSON.stringify(frozen));
    source('export const toy = 2;\n');
    expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('make a new version') });
    expect(lock()).toEqual(frozen);
    rmSync(join(root, 'workflows/toy'), { recursive: true });
    expect(run()).toMatchObject({ status: 1 });
    expect(lock()).toEqual(frozen);
  });
});
