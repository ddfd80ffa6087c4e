/**
 * Writes workflows/catalogue.lock.json: of each version of each workflow, the SHA-256 of its source. With `--check` it
 * writes nothing and exits 1 where sources and lock differ. A frozen entry never changes: a case names its hash. `released`
 * is the day it was frozen, put there by hand with `frozen`.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const workflows = fileURLToPath(new URL('../workflows/', import.meta.url));
const lockFile = join(workflows, 'catalogue.lock.json');

const before = existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')) : {};
const after = Object.fromEntries(versions().map(({ key, folder }) => [key, { hash: hashOf(folder), frozen: before[key]?.frozen ?? false, released: before[key]?.released ?? null }]));

const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
const changed = keys.filter((key) => before[key]?.hash !== after[key]?.hash);
const frozen = changed.filter((key) => before[key]?.frozen);
const problems = frozen.length > 0 ? frozen.map((key) => `${key} is frozen and its source has changed: make a new version instead`)
  : process.argv.includes('--check') ? changed.map((key) => `${key} differs from its lock: run node bin/lock-catalogue.mjs`) : [];

for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
else if (!process.argv.includes('--check')) writeFileSync(lockFile, `${JSON.stringify(after, null, 2)}\n`);

/** `<workflow>/v<number>` folders, in order of name and number. */
function versions() {
  return foldersOf(workflows).flatMap((name) => foldersOf(join(workflows, name))
    .filter((version) => /^v[1-9][0-9]*$/.test(version))
    .toSorted((one, other) => Number(one.slice(1)) - Number(other.slice(1)))
    .map((version) => ({ key: `${name}@${version.slice(1)}`, folder: join(workflows, name, version) })));
}

function foldersOf(path) {
  return readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).toSorted();
}

/**
 * Of the text of every source file, by order of name, with the name, and then of every file of the workflow outside this
 * folder that they import (an earlier version's); line ends are the same on every machine.
 */
function hashOf(folder) {
  const hash = createHash('sha256');
  const own = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts')).toSorted().map((name) => join(folder, name));
  for (const file of [...own, ...importedBy(own, folder)]) hash.update(`${nameIn(folder, file)}\n${textOf(file)}\n`, 'utf8');
  return hash.digest('hex');
}

/** The workflow's other source files that some files import, directly or through one another, in order of name. */
function importedBy(files, folder) {
  const found = new Set(files);
  for (const file of found) {
    for (const [, path] of textOf(file).matchAll(/(?:from|import) '(\.{1,2}\/[^']+)\.js'/g)) {
      const imported = `${resolve(dirname(file), path)}.ts`;
      if (imported.startsWith(join(dirname(folder), sep)) && existsSync(imported)) found.add(imported);
    }
  }
  return [...found].filter((file) => !files.includes(file)).toSorted((one, other) => (nameIn(folder, one) < nameIn(folder, other) ? -1 : 1));
}

function nameIn(folder, file) {
  return relative(folder, file).replaceAll(sep, '/');
}

function textOf(file) {
  return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
}
