import { sound } from '../sound.js';
import type { Broken } from './broken.js';

const whole = sound();
const { es, en } = whole.words;

/** A word for something that is not there. */
export const broken: Broken = {
  rule: 'words-superfluous', path: null, says: 'The words in en have roles/village, which nothing needs',
  definition: { ...whole, words: { es, en: { ...en, roles: { ...en.roles, village: 'Village' } } } },
};
