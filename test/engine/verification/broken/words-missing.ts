import { sound } from '../sound.js';
import type { Broken } from './broken.js';

const whole = sound();
const { es, en } = whole.words;

/** A deadline without a word in Spanish. */
export const broken: Broken = {
  rule: 'words-missing', path: null, says: 'The words in es lack deadlines/answerLimit',
  definition: { ...whole, words: { es: { ...es, deadlines: {} }, en } },
};
