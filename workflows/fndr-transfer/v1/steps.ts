import { obligations, signOff, vote, type CaseEvent } from '../../../src/kit/index.js';
import { lawNumber, type Agreement } from './context.js';

/** Heads of a technical unit, by the kind of body it is. */
export const heads = ['mayor', 'director', 'head'] as const;

/** Whether the agreement binds the municipality beyond the mayor's term: then two thirds (LOC 18.695 art. 65 j). */
function beyondMayorsTerm(context: Agreement, event: CaseEvent): boolean {
  const termEnd = event.law['mayor.term-end']?.value;
  const endsOn = context.draft?.endsOn ?? null;
  return endsOn !== null && typeof termEnd === 'string' && endsOn > termEnd;
}

export const steps = {
  /** Consejo regional: three fifths to sit, a majority in second call; the governor presides and breaks ties (secondary). */
  coreVote: vote<Agreement>((_context, event) => ({
    certifiedBy: { regionalGovernment: ['core-secretary'] }, bodyRole: 'regionalGovernment',
    seats: lawNumber(event, 'core.seats') ?? 34, mayModify: 'yes',
    rule: {
      adopting: 'absolute-majority-of-present', sitting: { first: 'three-fifths', second: 'majority' }, presider: 'breaks-ties', ties: 'casting-vote',
      abstentionNeedsCause: 'no', basis: 'LOC 19.175 arts. 36 f), 43 (no leída: fuente secundaria)',
    },
  }), ['core.seats']),
  /** Concejo municipal: absolute majority of the concejo, or two thirds; the mayor does not count to sit, but to adopt. */
  councilVote: vote<Agreement>((context, event) => ({
    tabledBy: { technicalUnit: ['mayor', 'council-secretary'] }, certifiedBy: { technicalUnit: ['council-secretary'] }, bodyRole: 'technicalUnit',
    seats: lawNumber(event, 'concejo.seats') ?? 10, mayModify: 'no', newSittingDeadline: 'councilNewSitting',
    rule: {
      adopting: beyondMayorsTerm(context, event) ? 'two-thirds-of-members' : 'absolute-majority-of-members', sitting: { first: 'majority', second: 'majority' },
      presider: 'votes', ties: 'ladder', abstentionNeedsCause: 'yes', basis: 'LOC 18.695 arts. 65 j), 79 b), 86',
    },
  }), ['concejo.seats', 'mayor.term-end']),
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
