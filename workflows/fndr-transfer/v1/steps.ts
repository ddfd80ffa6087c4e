import { coreVote, councilVote, lawDay, obligations, signOff, type CaseEvent } from '../../../src/kit/index.js';
import type { Agreement } from './context.js';

/** Heads of a technical unit, by the kind of body it is: a municipality, a service, an association of municipalities, another. */
export const heads = ['mayor', 'director', 'president', 'head'] as const;

/** Whether the agreement binds the municipality beyond the mayor's term: then two thirds (LOC 18.695 art. 65 j). */
function beyondMayorsTerm(context: Agreement, event: CaseEvent): boolean {
  const termEnd = lawDay(event, 'mayor.term-end');
  const endsOn = context.draft?.endsOn ?? null;
  return endsOn !== null && termEnd !== null && endsOn > termEnd;
}

export const steps = {
  coreVote: coreVote<Agreement>({ role: 'regionalGovernment' }),
  councilVote: councilVote<Agreement>((context, event) => ({
    role: 'technicalUnit', newSittingDeadline: 'councilNewSitting',
    adopting: beyondMayorsTerm(context, event) ? 'two-thirds-of-members' : 'absolute-majority-of-members',
  })),
  signature: signOff<Agreement>((context) => ({
    manner: 'signature', order: 'ordered', textSha256: context.draft?.textSha256 ?? null,
    signers: [{ role: 'regionalGovernment', offices: ['governor'] }, { role: 'technicalUnit', offices: heads }],
  })),
  execution: obligations<Agreement>((context) => ({
    funding: context.kind === 'mandate' ? 'contractor' : 'instalments', committed: context.amount, deliverables: [],
    payer: { regionalGovernment: ['budget', 'governor'] }, executor: { technicalUnit: ['finance', ...heads] },
    accountDeadline: 'monthlyAccount', reviewDeadline: 'accountReview',
  })),
} as const;
