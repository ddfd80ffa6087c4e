import type { WalkWord } from './words.js';

/** What was typed cannot be done, said in a sentence; the walk goes on. */
export class WalkFault extends Error {
  override readonly name = 'WalkFault';

  constructor(readonly key: Extract<WalkWord, `fault.${string}`>, readonly params: Readonly<Record<string, string | number>> = {}) {
    super(key);
  }
}
