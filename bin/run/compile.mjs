import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { transformFile } from '@swc/core';
import { lastPlan, manifestFile, outputOf, plan } from './build.mjs';
import { root } from './project.mjs';

/** Compiles and copies what changed since the last build, and removes what lost its source. */
const wanted = plan();
const last = lastPlan();
const fresh = last.recipe === wanted.recipe ? last.files : {};
const options = { ...JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8')), $schema: undefined, swcrc: false };

for (const source of Object.keys(last.files)) if (!(source in wanted.files)) remove(source);
const results = await Promise.allSettled(Object.keys(wanted.files).filter((source) => fresh[source] !== wanted.files[source] || !exists(source)).map(make));
const faults = results.filter(({ status }) => status === 'rejected');
if (faults.length === 0) {
  write(manifestFile, JSON.stringify(wanted));
} else {
  for (const { reason } of faults) process.stderr.write(`${reason.message ?? reason}\n`);
  process.exitCode = 1;
}

async function make(source) {
  const target = outputOf(source);
  mkdirSync(dirname(target), { recursive: true });
  if (!source.endsWith('.ts')) {
    const aside = asideOf(target);
    copyFileSync(join(root, source), aside);
    renameSync(aside, target);
    return;
  }
  const sourceFileName = relative(dirname(target), join(root, source));
  const { code, map } = await transformFile(join(root, source), { ...options, sourceFileName });
  write(`${target}.map`, map);
  write(target, `${code}//# sourceMappingURL=${target.split('/').at(-1)}.map\n`);
}

/** A program that starts meanwhile finds the old file or the new one, never half of one. */
function write(target, content) {
  const aside = asideOf(target);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(aside, content);
  renameSync(aside, target);
}

function remove(source) {
  rmSync(outputOf(source), { force: true });
  rmSync(`${outputOf(source)}.map`, { force: true });
}

function exists(source) {
  try {
    return Boolean(readFileSync(outputOf(source)));
  } catch {
    return false;
  }
}

function asideOf(target) {
  return `${target}.${process.pid}`;
}
