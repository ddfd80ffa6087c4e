import { Verifier } from '../../../src/engine/verifier.js';
import { verificationFacts } from '../../../src/verification-facts.js';
import { fndrTransfer } from '../core/fndr.js';
import { broken } from './broken/cannot-end.js';
import { sound } from './sound.js';

describe('The verifier of a server', () => {
  it('lets others have their turn while it works', async () => {
    let turns = 0;
    let over = false;
    const others = (): void => {
      turns += 1;
      if (!over) setImmediate(others);
    };
    setImmediate(others);
    const { situations } = await new Verifier(verificationFacts).of(fndrTransfer, 'es');
    over = true;
    expect(turns).toBeGreaterThan(situations / 4);
  });

  it('verifies a definition once, whoever asks, and tells each in their language', async () => {
    let asked = 0;
    const verifier = new Verifier({ ...verificationFacts, officesOf: (level) => ((asked += 1), verificationFacts.officesOf(level)) });
    const [es, en] = await Promise.all([verifier.of(broken.definition, 'es'), verifier.of(broken.definition, 'en')]);
    const before = asked;
    await verifier.of(broken.definition, 'es');
    expect(asked).toBe(before);
    expect([es.faults[0]?.message, en.faults[0]?.message]).toEqual(['Desde «Trap» (trap) el caso ya no puede terminar.', 'From “Trap” (trap) the case can no longer end.']);
    expect((await verifier.of(sound(), 'es')).faults).toEqual([]);
  });
});
