import type { CaseEvent, EventSource } from '../case-event.js';
import { sittingQuorum, votesNeeded } from './ballot.js';
import { isRefusal } from './step.js';
import { voteLogic, type VoteState } from './vote.js';
import type { VoteCertificate, VoteInput, VoteRule } from './vote-rule.js';

const concejo: VoteRule = { adopting: 'absolute-majority-of-members', sitting: { first: 'majority', second: 'majority' }, presider: 'votes', ties: 'ladder', abstentionNeedsCause: 'yes', basis: 'LOC 18.695' };
const core: VoteRule = { adopting: 'absolute-majority-of-present', sitting: { first: 'three-fifths', second: 'majority' }, presider: 'breaks-ties', ties: 'casting-vote', abstentionNeedsCause: 'no', basis: 'LOC 19.175' };
const ofConcejo = (seats: number, rule: Partial<VoteRule> = {}): VoteInput =>
  ({ certifiedBy: { town: ['secretary'] }, tabledBy: { town: ['mayor'] }, rule: { ...concejo, ...rule }, seats, newSittingDeadline: 'newSitting', bodyRole: 'town', mayModify: 'no' });
const ofCore: VoteInput = { certifiedBy: { region: ['core-secretary'] }, rule: core, seats: 16, bodyRole: 'region', mayModify: 'yes' };

function event(data: object, source: EventSource = 'own'): CaseEvent {
  return { type: 'vote', data: data as CaseEvent['data'], source, on: '2026-03-20', at: '2026-03-20T15:00:00.000Z', law: {}, expired: [], participants: [] };
}

/** A vote of a full concejo under its mayor, in favour and against; the rest abstain with a cause. */
function counts(seats: number, inFavour: number, against: number, different: Partial<VoteCertificate> = {}): VoteCertificate {
  const abstentions = Array.from({ length: Math.max(0, seats + 1 - inFavour - against) }, () => ({ cause: 'Inhabilidad' }));
  return { sitting: '2026-03-10', call: 'first', inOffice: seats, present: seats, presidedBy: 'head', inFavour, against, abstentions, ...different };
}

const started = (): VoteState => voteLogic.start(ofCore, { ...event({}), on: '2026-03-02' }).state;

/** Certifies in turn; the outcome, the refusal's codes, or `open`. */
function told(input: VoteInput, votes: readonly object[], source: EventSource = 'own'): string {
  let state = started();
  for (const vote of votes) {
    const change = voteLogic.apply({ state, act: 'certify', event: event(vote, source), input });
    if (isRefusal(change)) return change.refused.map((one) => one.code).join(', ');
    if (change.done) return change.done.outcome;
    state = change.state;
  }
  return 'open';
}

const tie = (sitting: string, different: Partial<VoteCertificate> = {}): VoteCertificate => counts(6, 3, 3, { sitting, ...different });
const few = (different: Partial<VoteCertificate>): VoteCertificate => counts(6, 2, 2, different);
const give = (state: VoteState): ReturnType<typeof voteLogic.apply> => voteLogic.apply({ state, act: 'present', event: event({ sitting: '2026-03-10' }), input: ofConcejo(6) });

describe('What a concejo needs to adopt, its mayor counted (LOC 18.695 arts. 65 j, 86)', () => {
  it.each([[6, 4, 5], [8, 5, 6], [10, 6, 8]])('of %i: absolute majority %i, two thirds %i', (seats, majority, twoThirds) => {
    expect(votesNeeded(concejo, seats, seats + 1)).toBe(majority);
    expect(votesNeeded({ ...concejo, adopting: 'two-thirds-of-members' }, seats, seats + 1)).toBe(twoThirds);
    expect(told(ofConcejo(seats), [counts(seats, majority, seats + 1 - majority)])).toBe('approved');
    expect(told(ofConcejo(seats), [counts(seats, majority - 1, seats + 1 - majority)])).not.toBe('approved');
    const qualified = ofConcejo(seats, { adopting: 'two-thirds-of-members' });
    expect(told(qualified, [counts(seats, twoThirds, seats + 1 - twoThirds)])).toBe('approved');
    expect(told(qualified, [counts(seats, twoThirds - 1, seats + 2 - twoThirds)])).toBe('rejected');
  });

  it.each([[6, 4], [8, 5], [10, 6]])('of %i sits with %i councillors, the mayor not counted', (seats, quorum) => {
    expect(sittingQuorum(concejo, 'first', seats)).toBe(quorum);
    expect(told(ofConcejo(seats), [counts(seats, 0, quorum, { present: quorum - 1, abstentions: [] })])).toBe('vote-without-quorum');
  });

  it('with a vacancy counts those in office; with a councillor presiding, the mayor’s vote is not cast', () => {
    expect(votesNeeded(concejo, 5, 6)).toBe(4);
    expect(told(ofConcejo(6), [counts(6, 4, 2, { presidedBy: 'member', abstentions: [] })])).toBe('approved');
    expect(told(ofConcejo(6), [counts(6, 4, 3, { presidedBy: 'member', abstentions: [] })])).toBe('vote-counts-do-not-add-up');
  });
});

describe('The CORE', () => {
  const vote = { sitting: '2026-03-10', call: 'first', inOffice: 16, presidedBy: 'head', abstentions: [] } as const;

  it.each([[16, 10, 9], [14, 9, 8], [34, 21, 18]])('of %i sits with three fifths (%i), in second call with a majority (%i)', (members, first, second) => {
    expect(sittingQuorum(core, 'first', members)).toBe(first);
    expect(sittingQuorum(core, 'second', members)).toBe(second);
  });

  it('adopts with the majority of those present; the governor does not vote', () => {
    expect(told(ofCore, [{ ...vote, present: 11, inFavour: 6, against: 5 }])).toBe('approved');
    expect(told(ofCore, [{ ...vote, present: 11, inFavour: 5, against: 5, abstentions: [{ cause: '' }], castingVote: 'against' }])).toBe('rejected');
    expect(told(ofCore, [{ ...vote, present: 12, inFavour: 6, against: 4, abstentions: [{ cause: '' }, { cause: '' }] }])).toBe('rejected');
  });

  it('ties: the casting vote, at once', () => {
    const even = { ...vote, present: 10, inFavour: 5, against: 5 };
    expect(told(ofCore, [even])).toBe('vote-tie-needs-casting-vote');
    expect(told(ofCore, [{ ...even, castingVote: 'in-favour' }])).toBe('approved');
    expect(told(ofCore, [{ ...vote, present: 10, inFavour: 6, against: 4, castingVote: 'in-favour' }])).toBe('vote-casting-vote-without-tie');
  });

  it('may change the matter', () => {
    expect(told(ofCore, [{ ...vote, present: 10, inFavour: 10, against: 0, modifications: 'Menos equipos' }])).toBe('modified');
  });
});

describe('An abstention', () => {
  it('of a councillor needs its cause (art. 79 b); in a register none is asked', () => {
    const silent = counts(6, 5, 1, { abstentions: [{ cause: ' ' }] });
    expect(told(ofConcejo(6), [silent])).toBe('vote-abstention-without-cause');
    expect(told(ofConcejo(6), [silent], 'imported')).toBe('approved');
  });
});

describe('Counts', () => {
  it('add up to those who vote, within the seats', () => {
    expect(told(ofConcejo(6), [counts(6, 5, 1, { abstentions: [] })])).toBe('vote-counts-do-not-add-up');
    expect(told(ofConcejo(6), [counts(7, 8, 0)])).toBe('vote-more-members-than-seats');
    expect(told(ofConcejo(6), [counts(6, 8, 0, { present: 7 })])).toBe('vote-more-present-than-members');
  });

  it('that a register lacks are not made up', () => {
    const change = voteLogic.apply({ state: started(), act: 'certify', event: event({ sitting: '2020-01-01', result: 'approved' }, 'imported'), input: ofCore });
    expect(change).toMatchObject({ done: { outcome: 'approved', result: { inFavour: null, against: null } } });
  });

  it('of a sitting before the matter came, or after today, are refused', () => {
    expect(told(ofConcejo(6), [counts(6, 7, 0, { sitting: '2026-03-01' })])).toBe('vote-sitting-before-the-matter');
    expect(told(ofConcejo(6), [counts(6, 7, 0, { sitting: '2026-03-21' })])).toBe('vote-sitting-in-the-future');
  });
});

describe('The ladder of ties (LOC 18.695 art. 86)', () => {
  const twice = [tie('2026-03-10'), tie('2026-03-10')];

  it('goes by a second vote, a new sitting, and the casting vote', () => {
    expect(told(ofConcejo(6), [tie('2026-03-10')])).toBe('open');
    expect(told(ofConcejo(6), [tie('2026-03-10'), tie('2026-03-11')])).toBe('vote-second-vote-same-sitting');
    expect(told(ofConcejo(6), [tie('2026-03-10'), tie('2026-03-10', { castingVote: 'in-favour' })])).toBe('vote-casting-vote-too-early');
    expect(told(ofConcejo(6), [...twice, tie('2026-03-10')])).toBe('vote-third-vote-new-sitting');
    expect(told(ofConcejo(6), [...twice, tie('2026-03-12')])).toBe('vote-tie-needs-casting-vote');
    expect(told(ofConcejo(6), [...twice, tie('2026-03-12', { castingVote: 'in-favour' })])).toBe('approved');
    expect(told(ofConcejo(6), [...twice, tie('2026-03-12', { castingVote: 'against' })])).toBe('rejected');
  });

  it('may end on any rung', () => {
    expect(told(ofConcejo(6), [tie('2026-03-10'), counts(6, 4, 3)])).toBe('approved');
    expect(told(ofConcejo(6), [...twice, counts(6, 2, 5, { sitting: '2026-03-12' })])).toBe('rejected');
  });

  it('starts the three days of the new sitting with the second tie', () => {
    const first = voteLogic.apply({ state: started(), act: 'certify', event: event(tie('2026-03-10')), input: ofConcejo(6) });
    expect(first).not.toHaveProperty('start');
    const state = 'state' in first ? first.state : started();
    expect(voteLogic.apply({ state, act: 'certify', event: event(tie('2026-03-10')), input: ofConcejo(6) })).toMatchObject({ start: [{ deadline: 'newSitting', subject: 'town', from: '2026-03-10' }] });
    expect(voteLogic.expire?.(state, { deadline: 'newSitting', subject: 'town', on: '2026-03-14' })).toEqual({ state });
  });

  it('breaks a tie by one vote: it does not make two thirds, nor a majority of all from a few', () => {
    const casting = { sitting: '2026-03-12', castingVote: 'in-favour' } as const;
    expect(told(ofConcejo(6, { adopting: 'two-thirds-of-members' }), [...twice, tie('2026-03-12', casting)])).toBe('rejected');
    expect(told(ofConcejo(6), [few({}), few({}), few(casting)])).toBe('rejected');
  });
});

describe('The account in session', () => {
  it('is given once, and only where somebody has to give it', () => {
    const first = give(started());
    expect(first).toMatchObject({ state: { tabled: { sitting: '2026-03-10' } } });
    expect('state' in first && give(first.state)).toMatchObject({ refused: [{ code: 'vote-already-tabled' }] });
    const setting = { today: '2026-03-10', law: {} };
    expect(voteLogic.open(started(), { ...setting, input: ofConcejo(6) }).map(({ act }) => act)).toEqual(['present', 'certify']);
    expect(voteLogic.open(started(), { ...setting, input: ofCore }).map(({ act }) => act)).toEqual(['certify']);
  });
});
