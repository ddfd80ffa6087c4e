import { setImmediate as otherThings } from 'node:timers/promises';
import type { Definition } from './core/definition.js';
import { tell, type Fault } from './core/verification/telling.js';
import { verifying, type Facts, type Verification } from './core/verification/verify.js';

/** What verification says of a definition to a reader. */
export interface Verified extends Omit<Verification, 'findings'> {
  readonly faults: readonly Fault[];
}

/**
 * Verifies each definition once in a process, when it is first asked for: a definition never changes while it runs. It takes
 * up to a second or two, in slices of a few milliseconds, so that nobody else's call waits for it.
 */
export class Verifier {
  private readonly known = new Map<Definition, Promise<Verification>>();

  constructor(private readonly facts: Facts) {}

  async of(definition: Definition, language: 'es' | 'en'): Promise<Verified> {
    const found = this.known.get(definition) ?? this.verified(definition);
    this.known.set(definition, found);
    const { findings, ...sizes } = await found;
    return { ...sizes, faults: findings.map((finding) => tell(finding, definition, language)) };
  }

  private async verified(definition: Definition): Promise<Verification> {
    const run = verifying(definition, this.facts);
    for (let steps = 1; ; steps += 1) {
      const step = run.next();
      if (step.done) return step.value;
      if (steps % SLICE === 0) await otherThings();
    }
  }
}

/** Situations looked at before others have their turn. */
const SLICE = 2;
