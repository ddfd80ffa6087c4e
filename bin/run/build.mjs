import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plain, root } from './project.mjs';
import { waitFor } from './tool.mjs';

export const out = join(root, 'dist');
export const manifestFile = join(out, 'build.json');

const SOURCES = ['src', 'workflows', 'migrations', 'test/bench'];
const NOT_SHIPPED = /\.(spec|test|d)\.ts$|\.md$|(^|\/)\./;
const COMPILER = fileURLToPath(new URL('compile.mjs', import.meta.url));

/** Brings `dist/` up to date; the compiler is loaded, in a process of its own, only when a source has changed. Answers whether one had. */
export async function build() {
  if (isUpToDate(plan())) return false;
  const code = await waitFor(spawn(process.execPath, [COMPILER], { cwd: root, stdio: ['ignore', 2, 2] }));
  if (code !== 0) throw plain('convenio: the build failed');
  return true;
}

/** What `dist/` is made from: the recipe, and every source with its stamp. */
export function plan() {
  const files = {};
  for (const folder of SOURCES) if (existsSync(join(root, folder))) collect(folder, files);
  return { recipe: recipe(), files };
}

export function lastPlan() {
  try {
    return JSON.parse(readFileSync(manifestFile, 'utf8'));
  } catch {
    return { recipe: '', files: {} };
  }
}

export const outputOf = (source) => join(out, source.replace(/\.ts$/, '.js'));

function isUpToDate({ recipe: current, files }) {
  const last = lastPlan();
  const names = Object.keys(files);
  return (
    last.recipe === current &&
    names.length === Object.keys(last.files).length &&
    names.every((name) => last.files[name] === files[name] && existsSync(outputOf(name)))
  );
}

function collect(folder, files) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) collect(path, files);
    else if (!NOT_SHIPPED.test(path)) files[path] = stamp(path);
  }
}

function stamp(path) {
  const { mtimeMs, size } = statSync(join(root, path));
  return `${mtimeMs}:${size}`;
}

function recipe() {
  const parts = [join(root, '.swcrc'), COMPILER, join(root, 'node_modules/@swc/core/package.json')];
  return createHash('sha256').update(parts.map((part) => readFileSync(part, 'utf8')).join('\n')).digest('hex');
}
