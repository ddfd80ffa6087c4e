import { sound } from '../sound.js';
import type { Broken } from './broken.js';

const whole = sound();
const { es, en } = whole.words;

/** A word that says nothing. */
export const broken: Broken = {
  rule: 'words-empty', path: null, says: 'The words in es say nothing at summary',
  definition: { ...whole, words: { es: { ...es, summary: ' ' }, en } },
};
