import { explore } from '../../../src/engine/core/verification/explore.js';
import { openingsOf } from '../../../src/engine/core/verification/openings.js';
import { trialLaws } from '../../../src/engine/core/verification/trial-laws.js';
import { uncounted } from '../../../src/engine/core/verification/uncounted.js';
import { fndrTransfer } from '../core/fndr.js';

describe('Exploration', () => {
  const settings = { openings: openingsOf(fndrTransfer, trialLaws), laws: trialLaws };
  const quick = explore(uncounted(fndrTransfer), { ...settings, rules: fndrTransfer.deadlines });

  it('comes to the same situations whether clocks are counted or not', () => {
    const counted = explore(fndrTransfer, settings);
    expect(quick.situations.length).toBe(counted.situations.length);
    expect([...quick.fired].toSorted()).toEqual([...counted.fired].toSorted());
  });

  it('meets each situation by a way that no other is shorter than', () => {
    const far = new Map(quick.starts.map(({ situation }) => [situation, 0]));
    const queue = [...far.keys()];
    for (const here of queue) {
      for (const { to } of here.edges) {
        if (far.has(to)) continue;
        far.set(to, far.get(here)! + 1);
        queue.push(to);
      }
    }
    for (const situation of quick.situations) {
      let length = 0;
      for (let here = situation; here.from !== null; here = here.from.situation) length += 1;
      expect(length).toBe(far.get(situation));
    }
  });
});
