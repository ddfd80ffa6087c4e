import { sound } from '../sound.js';
import type { Broken } from './broken.js';

const whole = sound();
const { es, en } = whole.words;

/** A place in one language that the other does not have. */
export const broken: Broken = {
  rule: 'words-places', path: null, says: 'At states/asked',
  definition: { ...whole, words: { es: { ...es, states: { ...es.states, asked: 'Por responder {title}' } }, en } },
};
