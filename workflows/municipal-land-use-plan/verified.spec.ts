import { tell } from '../../src/engine/core/verification/telling.js';
import { verify } from '../../src/engine/core/verification/verify.js';
import { verificationFacts } from '../../src/verification-facts.js';
import { municipalLandUsePlan } from './workflow.js';

it('holds in every situation it can come to, and there are few enough to see', () => {
  const definition = { ...municipalLandUsePlan, hash: 'draft' };
  const { findings, situations } = verify(definition, verificationFacts);
  expect(findings.map((finding) => tell(finding, definition, 'en'))).toEqual([]);
  expect(situations).toBeLessThan(1_500);
});
