import { councilVoteInput, signOff, votes, type CaseEvent, type Signer, type VotingBody } from '../../../src/kit/index.js';
import { beyondMayorsTerm, type Agreement, type Terms } from './context.js';

export const steps = {
  /**
   * Each concejo agrees (LOC 18.695 art. 138, last paragraph). Only where art. 65 j applies has it a limit, and does the
   * mayor's proposal stand when it keeps silent (art. 82).
   */
  councils: votes<Agreement>(({ draft }, event) => ({
    bodies: draft ? draft.members.map(({ institution }) => concejo(event, draft, institution)) : [],
    ...(draft?.ofArticle65 === 'yes' && { deadline: 'councilVote', onSilence: 'approved' as const }),
  }), ['concejo.seats', 'mayor.term-end']),
  signature: signOff<Agreement>(({ draft }) => ({ manner: 'signature', order: 'parallel', textSha256: draft?.textSha256 ?? null, signers: mayorsOf(draft) })),
  /** The mayor decides by decree (LOC 18.695 arts 12, 63); that each municipality issues one is usage, not art. 138. */
  decrees: signOff<Agreement>(({ draft }) => ({ manner: 'signature', order: 'parallel', textSha256: draft?.textSha256 ?? null, signers: mayorsOf(draft) })),
  settlement: signOff<Agreement>(({ terms }) => ({ manner: 'endorsement', order: 'parallel', textSha256: terms?.textSha256 ?? null, signers: mayorsOf(terms) })),
} as const;

/**
 * From 500 UTM on the absolute majority of the concejo, or two thirds beyond the mayor's term (art. 65 j); below, the
 * absolute majority of those who attend (art. 86). Where the UTM is not known the greater majority is asked.
 */
function concejo(event: CaseEvent, draft: Terms, institution: string): VotingBody {
  const tabled = draft.ofArticle65 === 'yes' ? 'yes' : 'no';
  const adopting = beyondMayorsTerm(draft, event, institution) ? 'two-thirds-of-members' : 'absolute-majority-of-members';
  const input = councilVoteInput(event, { role: 'municipality', institution, tabled, adopting, newSittingDeadline: 'councilNewSitting' });
  const small = { ...input.rule, adopting: 'absolute-majority-of-present', basis: 'LOC 18.695 arts. 86, 138' } as const;
  return { role: 'municipality', institution, input: draft.ofArticle65 === 'no' ? { ...input, rule: small } : input };
}

function mayorsOf(terms: Terms | null): readonly Signer[] {
  return (terms?.members ?? []).map(({ institution }) => ({ role: 'municipality', offices: ['mayor'], institution }));
}
