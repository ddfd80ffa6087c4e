import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

const elsewhere = new Set(['node_modules', 'dist', '.git', '.convenio', 'coverage']);

/** The house as it was cloned, with or without git. */
function files(...folders: readonly string[]): readonly string[] {
  return (folders.length === 0 ? [''] : folders).flatMap((folder) => readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !elsewhere.has(entry.name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? files(path) : [path];
    }));
}

function offenders(paths: readonly string[], pattern: RegExp): readonly string[] {
  return paths.flatMap((path) => readFileSync(join(root, path), 'utf8').split('\n')
    .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])));
}

const sources = files('src', 'workflows').filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'));

describe('the house', () => {
  it('asks the clock and chance only in platform', () => {
    const outside = sources.filter((path) => !path.startsWith('src/platform/'));
    expect(offenders(outside, /Date\.now\(|new Date\(\)|Math\.random\(/)).toEqual([]);
  });

  it('keeps workflows and kit free of Nest, SQL and the file system', () => {
    const pure = sources.filter((path) => /^(workflows|src\/kit|src\/engine\/core|src\/calendar)\//.test(path));
    expect(offenders(pure, /from '(@nestjs|typeorm|pg|bullmq|ioredis|node:fs|node:net|node:http)/)).toEqual([]);
  });

  it('names no folder that hides an idea', () => {
    const hiding = /(^|\/)(utils?|helpers?|common|misc|managers?|base|shared)(\/|\.ts$)/;
    expect(files('src', 'workflows', 'test').filter((path) => hiding.test(path))).toEqual([]);
  });

  it('lists every migration by hand, in order', () => {
    const written = readdirSync(join(root, 'migrations')).filter((name) => /^\d{4}-.*\.ts$/.test(name)).toSorted();
    const list = readFileSync(join(root, 'migrations/list.ts'), 'utf8');
    const listed = [...list.matchAll(/from '\.\/(\d{4}-[^']+)\.js'/g)].map((match) => `${match[1]}.ts`);
    expect(listed).toEqual(written);
  });

  it('commits no registry address and no path of a machine', () => {
    const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
    expect(lock).not.toContain('"resolved": "http');
    const text = files().filter((path) => /\.(ts|mjs|json|md|yml|sh|cjs)$/.test(path) && path !== 'package-lock.json' && !path.startsWith('test/house/'));
    expect(offenders(text, /\/work\/|\/root\/|registry\.npmjs\.org/)).toEqual([]);
  });

  it('runs every test it has', () => {
    const tests = files('src', 'workflows', 'test').filter((path) => /\.(spec|test)\.ts$/.test(path) && !path.startsWith('test/house/'));
    expect(offenders(tests, /^\s*((it|test|describe)\.(only|todo)\b|x(it|describe)\()/)).toEqual([]);
  });

  it('pins every dependency to one version', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
    const loose = Object.entries({ ...manifest['dependencies'], ...manifest['devDependencies'] }).filter(([, version]) => !/^\d/.test(version));
    expect(loose).toEqual([]);
  });
});
