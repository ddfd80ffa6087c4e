import { tell } from '../../src/engine/core/verification/telling.js';
import { verify } from '../../src/engine/core/verification/verify.js';
import { verificationFacts } from '../../src/verification-facts.js';
import { municipalLandUsePlan, municipalLandUsePlanV2 } from './workflow.js';

it.each([['version 1', municipalLandUsePlan], ['version 2', municipalLandUsePlanV2]])('%s holds in every situation it can come to, and there are few enough to see', (_name, workflow) => {
  const definition = { ...workflow, hash: 'draft' };
  const { findings, situations } = verify(definition, verificationFacts);
  expect(findings.map((finding) => tell(finding, definition, 'en'))).toEqual([]);
  expect(situations).toBeLessThan(1_500);
});
