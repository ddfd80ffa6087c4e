import { councilVoteInput, handover, lawDay, signOff, vote, type CaseEvent, type VoteInput } from '../../../src/kit/index.js';
import type { Handover } from './context.js';

/** Heads of an operator, by the kind of body it is: a municipality, a service, an association of municipalities, another. */
export const heads = ['mayor', 'director', 'president', 'head'] as const;

/** What is handed over with the goods themselves, made of hand-overs that failed for want of it. */
const papers = [{ id: 'titles' }, { id: 'guarantees' }, { id: 'insurance' }, { id: 'open-points' }] as const;

export const steps = {
  councilVote: vote<Handover>(concejo, ['concejo.seats', 'mayor.term-end']),
  signature: signOff<Handover>(({ draft }) => ({
    manner: 'signature', order: 'parallel', textSha256: draft?.textSha256 ?? null,
    signers: [{ role: 'regionalGovernment', offices: ['governor'] }, { role: 'operator', offices: heads }],
  })),
  /** Each thing of the inventory by its code, and the papers that go with them. */
  acceptance: handover<Handover>(({ goods }) => ({
    giver: { regionalGovernment: ['investment', 'legal', 'governor'] }, receiver: { operator: ['administrator', 'finance', 'legal', ...heads] },
    items: [...goods.map(({ code }) => ({ id: code })), ...papers], funding: 'free',
  })),
} as const;

/**
 * The majority of letter j), two thirds beyond the mayor's term; for real estate below its amount, letter f), the general
 * one of those who attend (LOC 18.695 arts 65, 86).
 */
function concejo({ draft }: Handover, event: CaseEvent): VoteInput {
  const adopting = beyondMayorsTerm(draft, event) ? 'two-thirds-of-members' : 'absolute-majority-of-members';
  const input = councilVoteInput(event, { role: 'operator', newSittingDeadline: 'councilNewSitting', adopting });
  return draft?.matter === 'f' ? { ...input, rule: { ...input.rule, adopting: 'absolute-majority-of-present', basis: 'LOC 18.695 arts. 65 f), 86' } } : input;
}

function beyondMayorsTerm(draft: Handover['draft'], event: CaseEvent): boolean {
  const termEnd = lawDay(event, 'mayor.term-end');
  return draft !== null && draft.bindsUntil !== null && termEnd !== null && draft.bindsUntil > termEnd;
}
