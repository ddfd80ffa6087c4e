import { parentPort } from 'node:worker_threads';
import { catalogue } from '../../../workflows/catalogue.js';
import type { Language } from '../../i18n/language.js';
import { checked } from './checking.js';

/** Checks the definition of each number it is told, in a thread of its own: definitions know nothing of each other. */
parentPort?.on('message', ({ index, language }: { readonly index: number; readonly language: Language }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage({ index, checked: checked(catalogue[index], language) });
});
