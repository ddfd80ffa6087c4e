import { explore } from '../../../src/engine/core/verification/explore.js';
import { openingsOf } from '../../../src/engine/core/verification/openings.js';
import { trialLaws } from '../../../src/engine/core/verification/trial-laws.js';
import { uncounted } from '../../../src/engine/core/verification/uncounted.js';
import { catalogue } from '../../../workflows/catalogue.js';

/** That a definition has no faults is told beside the definitions, in workflows/catalogue.spec.ts. */
describe.each(catalogue.map((definition) => [`${definition.name}@${definition.version}`, definition] as const))('%s, explored', (_key, definition) => {
  const settings = { openings: openingsOf(definition, trialLaws), laws: trialLaws };
  const quick = explore(uncounted(definition), { ...settings, rules: definition.deadlines });

  it('comes to the same situations whether its clocks are counted or not', () => {
    const counted = explore(definition, settings);
    expect(quick.situations.length).toBe(counted.situations.length);
    expect([...quick.fired].toSorted()).toEqual([...counted.fired].toSorted());
  });

  it('is small enough to be seen whole, and large enough to be a procedure', () => {
    expect(quick.situations.length).toBeGreaterThan(10);
    expect(quick.situations.length).toBeLessThan(5_000);
  });
});
