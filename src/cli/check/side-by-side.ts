import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { catalogue } from '../../../workflows/catalogue.js';
import type { Language } from '../../i18n/language.js';
import { checked, type Checked } from './checking.js';

const program = new URL('./worker.js', import.meta.url);

/** More threads than this would only wait for the largest definition. */
const MOST = 4;

/** Checks definitions of the catalogue, by number, as many at a time as the machine has processors for. */
export async function sideBySide(indexes: readonly number[], language: Language): Promise<readonly Checked[]> {
  const threads = Math.min(MOST, availableParallelism(), indexes.length);
  // A thread runs what was built: from the sources there is none, and one definition is not worth one.
  if (threads < 2 || !existsSync(fileURLToPath(program))) return indexes.map((index) => checked(catalogue[index], language));
  const waiting = [...indexes];
  const found = new Map<number, Checked>();
  await Promise.all(Array.from({ length: threads }, () => inThread(waiting, language, found)));
  return indexes.flatMap((index) => found.get(index) ?? []);
}

/** Gives one thread definitions from the list until none is left. */
function inThread(waiting: number[], language: Language, found: Map<number, Checked>): Promise<void> {
  const worker = new Worker(program);
  return new Promise<void>((resolve, reject) => {
    const next = (): void => {
      const index = waiting.shift();
      if (index === undefined) resolve();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      else worker.postMessage({ index, language });
    };
    worker.on('message', (answer: { readonly index: number; readonly checked: Checked }) => {
      found.set(answer.index, answer.checked);
      next();
    });
    worker.on('error', reject);
    next();
  }).finally(() => void worker.terminate());
}
