import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { unaccountedRules } from '../src/engine/core/verification/deadline-list.js';
import { tell, tellAbout } from '../src/engine/core/verification/telling.js';
import { verify } from '../src/engine/core/verification/verify.js';
import { deadlineRules, verificationFacts } from '../src/verification-facts.js';
import { catalogue } from './catalogue.js';
import { unusedDeadlineRules } from './unused-deadline-rules.js';

it('the lock holds the hash of every source', () => {
  const script = fileURLToPath(new URL('../bin/lock-catalogue.mjs', import.meta.url));
  expect(execFileSync(process.execPath, [script, '--check'], { encoding: 'utf8' })).toBe('');
});

it('names each version once', () => {
  const keys = catalogue.map(({ name, version }) => `${name}@${version}`);
  expect(new Set(keys).size).toBe(keys.length);
});

it('numbers the cases of each workflow apart', () => {
  const abbreviations = new Map(catalogue.map(({ name, abbreviation }) => [name, abbreviation]));
  expect(new Set(abbreviations.values()).size).toBe(abbreviations.size);
});

it.each(catalogue.map((definition) => [`${definition.name}@${definition.version}`, definition] as const))('%s has no faults, in either language', (_key, definition) => {
  const { findings } = verify(definition, verificationFacts);
  for (const language of ['es', 'en'] as const) expect(findings.map((finding) => tell(finding, definition, language))).toEqual([]);
});

it('uses every rule of law that was read, or says why not', () => {
  expect(unaccountedRules(catalogue, deadlineRules, unusedDeadlineRules).map((finding) => tellAbout(finding, 'en').message)).toEqual([]);
});
