import {
  coreVoteInput, councilVoteInput, obligationsLogic, signOffLogic, voteLogic,
  type ObligationsInput, type ObligationsState, type OpenAct, type SignOffInput, type VoteInput, type VoteState,
} from '../../src/kit/index.js';
import { outstanding } from '../../src/kit/steps/money.js';
import { eventOf, exploreStep } from './explore-step.js';

const quiet = eventOf('none', {}, '2026-03-02');

describe('A sign-off, explored', () => {
  const three: SignOffInput = {
    manner: 'signature', order: 'ordered', textSha256: 'c'.repeat(64),
    signers: [{ role: 'region', offices: ['governor'] }, { role: 'town', institution: 'town-1', offices: ['mayor'] }, { role: 'town', institution: 'town-2', offices: ['mayor'] }],
  };

  it.each([
    ['all in order', three],
    ['all in parallel', { ...three, order: 'parallel' }],
    ['two of three', { ...three, order: 'parallel', needed: 2 }],
    ['two of three in order', { ...three, needed: 2 }],
    ['endorsements of a text not held here', { ...three, manner: 'endorsement', order: 'parallel', textSha256: null }],
  ] as const)('%s: whoever is asked can sign, and it always ends', (_name, input) => {
    const walked = exploreStep({ logic: signOffLogic, inputs: [input] });
    expect(walked).toMatchObject({ faults: [], stuck: [], idle: [], outcomes: ['refused', 'signed'] });
    expect(walked.refused).toEqual({});
  });
});

describe('A vote, explored', () => {
  const core = coreVoteInput(quiet, { role: 'region' });
  const council = councilVoteInput(quiet, { role: 'town', newSittingDeadline: 'newSitting' });
  it('of a concejo climbs every rung of ties and always ends', () => {
    const walked = exploreStep({ logic: voteLogic, inputs: [council], also: ties(council, council.seats + 1) });
    expect(walked).toMatchObject({ faults: [], stuck: [], idle: [], acts: ['certify', 'present'], outcomes: ['approved', 'rejected'] });
    expect(new Set(walked.states.map(({ ballots }) => ballots.length))).toEqual(new Set([0, 1, 2]));
    // Nothing is refused but the third vote, and only until a new sitting.
    expect(walked.refused).toEqual({ certify: ['vote-third-vote-new-sitting'] });
  });

  it('of a CORE needs no rungs', () => {
    const walked = exploreStep({ logic: voteLogic, inputs: [core], also: ties(core, core.seats) });
    expect(walked).toMatchObject({ faults: [], stuck: [], idle: [], outcomes: ['approved', 'rejected'] });
    expect(walked.refused).toEqual({});
  });
});

describe('Obligations, explored', () => {
  const terms: ObligationsInput = {
    funding: 'instalments', committed: 1_000, payer: { region: ['budget'] }, executor: { town: ['finance'] },
    deliverables: [{ name: 'Sede social', role: 'town' }], accountDeadline: 'account', reviewDeadline: 'review',
  };
  it.each([
    ['by instalments', { ...terms, deliverables: [] }, ['approveAccount', 'observeAccount', 'payInstalment', 'recordMinutes', 'returnBalance', 'settle', 'submitAccount']],
    ['paid to the contractor', { ...terms, funding: 'contractor' }, ['deliver', 'acceptDeliverable', 'payContractor', 'recordMinutes', 'settle']],
  ] as const)('%s: whoever owes can do it, and it can always be settled', (_name, input, acts) => {
    const walked = exploreStep({ logic: obligationsLogic, inputs: [input], abstract: accountsAlike });
    expect(walked).toMatchObject({ faults: [], stuck: [], outcomes: ['settled'], acts: acts.toSorted() });
  });
});

/** Ties, which no example shows: with a casting vote and without. */
function ties({ certifiedBy, seats }: VoteInput, voters: number): (state: VoteState, today: string) => readonly OpenAct[] {
  const half = Math.floor(voters / 2);
  const abstentions = Array.from({ length: voters - 2 * half }, () => ({ cause: 'Inhabilidad' }));
  const tie = { call: 'first', inOffice: seats, present: seats, presidedBy: 'head', inFavour: half, against: half, abstentions };
  return (state, today) => {
    const sittings = [...new Set([today, ...state.ballots.map(({ sitting }) => sitting)])];
    const examples = sittings.flatMap((sitting) => [{ ...tie, sitting }, { ...tie, sitting, castingVote: 'in-favour' }, { ...tie, sitting, castingVote: 'against' }]);
    return [{ act: 'certify', by: certifiedBy, examples, expected: false }];
  };
}

/** Sums by what may still be done with them; months by whether they can be demanded; minutes only pile up. */
function accountsAlike({ money, delivered, minutes }: ObligationsState, today: string): unknown {
  const left = outstanding(money);
  const paid = money.paid === 0 ? 'nothing' : money.paid < 1_000 ? 'part' : 'all';
  const accounts = money.accounts.filter(({ status }) => status !== 'approved')
    .map(({ month, status, amount }) => [status, month < today.slice(0, 7), status === 'submitted' && amount > left].join(' '));
  return [paid, Math.sign(left), [...new Set(accounts)].toSorted(), delivered.map(({ accepted }) => accepted !== null), minutes.length > 0];
}
