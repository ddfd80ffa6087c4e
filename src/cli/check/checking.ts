import type { CatalogueEntry } from '../../../workflows/catalogue.js';
import { tell, type Fault } from '../../engine/core/verification/telling.js';
import { verify, type Verification } from '../../engine/core/verification/verify.js';
import type { Language } from '../../i18n/language.js';
import { verificationFacts } from '../../verification-facts.js';

/** What verification found out about one definition, told in a language. */
export interface Checked extends Omit<Verification, 'findings'> {
  readonly name: string;
  readonly version: number;
  readonly faults: readonly Fault[];
}

export function checked(definition: CatalogueEntry, language: Language): Checked {
  const { name, version } = definition;
  const { situations, states, events, deadlines, findings } = verify(definition, verificationFacts);
  return { name, version, situations, states, events, deadlines, faults: findings.map((finding) => tell(finding, definition, language)) };
}
