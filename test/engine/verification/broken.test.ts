import { readdirSync } from 'node:fs';
import { tell } from '../../../src/engine/core/verification/telling.js';
import { verify } from '../../../src/engine/core/verification/verify.js';
import { verificationFacts } from '../../../src/verification-facts.js';
import type { Broken } from './broken/broken.js';
import { sound } from './sound.js';

const folder = new URL('./broken/', import.meta.url);
const names = readdirSync(folder).filter((name) => name !== 'broken.ts').map((name) => name.replace(/\.ts$/, ''));

it('a sound procedure has no faults', () => {
  const { findings, situations } = verify(sound(), verificationFacts);
  expect(findings).toEqual([]);
  expect(situations).toBe(3);
});

describe('A broken procedure', () => {
  it.each(names)('%s: is found out, for that alone, with the shortest way to it', async (name) => {
    const { broken } = (await import(new URL(`${name}.ts`, folder).href)) as { broken: Broken };
    const { definition, list = [], path, rule, says, opened = 'Case opened: Region = gore-16, Town = muni-16101', limit } = broken;
    const { findings } = verify(definition, { ...verificationFacts, deadlineRules: list, ...(limit !== undefined && { limit }) });
    const [fault, ...more] = findings.map((one) => tell(one, definition, 'en'));
    expect(more).toEqual([]);
    const beginning = expect.stringMatching(new RegExp(`^${opened}`));
    expect(fault).toEqual({ rule, message: expect.stringContaining(says), path: path === null ? [] : [beginning, ...path] });
    for (const one of findings) {
      const told = tell(one, definition, 'es');
      expect(told.message).not.toBe(fault?.message);
      expect(told.message).not.toMatch(/[{}]/);
    }
  });
});
