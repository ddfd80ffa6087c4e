import * as fc from 'fast-check';
import { chain, firstBrokenLine, GENESIS, hashOf, type ChainedLine, type JournalLine } from './journal-line.js';

function line(seq: number, data: JournalLine['data'] = {}): JournalLine {
  return {
    case: 'c1', seq, type: 'proposal.present', data, law: {}, instrument: null, actor: null, power: null, recordedBy: 'demo', attested: false, source: 'own', flags: [],
    occurredOn: '2026-03-02', occurredAt: '2026-03-02T15:00:00.000Z', recordedAt: '2026-03-02T15:00:00.000Z', definitionHash: 'd',
  };
}

function journal(length: number): readonly ChainedLine[] {
  return Array.from({ length }, (_, index) => line(index + 1, { remarks: `línea ${index + 1} «ñ»` }))
    .reduce<ChainedLine[]>((lines, one) => lines.concat(chain(one, lines.at(-1)?.hash ?? GENESIS)), []);
}

describe('The journal’s chain', () => {
  it('holds as written; an empty one too', () => {
    expect(firstBrokenLine(journal(5))).toBeNull();
    expect(firstBrokenLine([])).toBeNull();
  });

  it('finds any single changed character, and names the line', () => {
    const lines = journal(4);
    const place = fc.record({ line: fc.nat(3), field: fc.constantFrom('text', 'hash', 'previousHash'), at: fc.nat(10_000), by: fc.integer({ min: 1, max: 200 }) });
    expect(fc.assert(fc.property(place, ({ line: index, field, at, by }) => {
      const changed = lines.map((one, position) => (position === index ? Object.assign({}, one, { [field]: shifted(one[field], at, by) }) : one));
      return firstBrokenLine(changed)?.seq === index + 1;
    }), { numRuns: 1_000, seed: 3 })).toBeUndefined();
  });

  it('finds a line removed, two exchanged, one repeated, and a number that is not its own', () => {
    const [one, two, three] = journal(3);
    expect(firstBrokenLine([one, three])).toEqual({ seq: 2, fault: 'gap' });
    expect(firstBrokenLine([two, one, three])).toEqual({ seq: 1, fault: 'gap' });
    expect(firstBrokenLine([one, two, two, three])).toEqual({ seq: 3, fault: 'gap' });
    const renumbered = line(9);
    const { text } = chain(renumbered, two.hash);
    expect(firstBrokenLine([one, two, { seq: 3, text, previousHash: two.hash, hash: hashOf(two.hash, text) }])).toEqual({ seq: 3, fault: 'text' });
  });

  it('names a rewritten line even when its own hash was made anew', () => {
    const [one, two, three] = journal(3);
    const forged = chain(line(2, { remarks: 'otra cosa' }), one.hash);
    expect(firstBrokenLine([one, forged, three])).toEqual({ seq: 3, fault: 'chain' });
    expect(two.hash).not.toBe(forged.hash);
  });

  it('is of the canonical text: the order of keys is no difference', () => {
    const one = line(1, { b: 1, a: { d: 2, c: 3 } });
    const other = Object.fromEntries(Object.entries(line(1, { a: { c: 3, d: 2 }, b: 1 })).toReversed()) as unknown as JournalLine;
    expect(chain(one, GENESIS).hash).toBe(chain(other, GENESIS).hash);
  });
});

/** The text with the character at a place changed to another. */
function shifted(text: string, at: number, by: number): string {
  const index = at % text.length;
  return text.slice(0, index) + String.fromCodePoint(((text.codePointAt(index) ?? 0) + by) % 50_000) + text.slice(index + 1);
}
