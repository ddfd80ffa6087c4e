import { eventOf, exploreStep } from '../../../test/kit/explore-step.js';
import { councilVoteInput } from '../bodies.js';
import type { CaseEvent } from '../case-event.js';
import { isRefusal } from './step.js';
import type { VoteCertificate } from './vote-rule.js';
import { votesLogic } from './votes.js';
import type { VotesInput, VotesState, VotingBody } from './votes-state.js';

const law = { 'concejo.seats': { value: 6, from: null, certainty: 'assumption', basis: 'test' } } as const;
const council = (institution: string): VotingBody =>
  ({ role: 'town', institution, input: councilVoteInput(eventOf('none', {}, '2026-03-02', undefined, law), { role: 'town', newSittingDeadline: 'newSitting' }) });
const towns = [council('muni-1'), council('muni-2')];
const standing: VotesInput = { bodies: towns, deadline: 'councilTerm', onSilence: 'approved' };
const waiting: VotesInput = { bodies: towns, deadline: 'councilTerm' };

type Said = readonly [act: 'present' | 'certify' | 'silence', institution: string, data?: object];

function event(data: object, institution: string, on = '2026-03-20'): CaseEvent {
  return eventOf('vote', data as CaseEvent['data'], on, { role: 'town', office: 'council-secretary', institution, official: `secretary.${institution}` });
}

const counts = (inFavour: number, against: number, different: Partial<VoteCertificate> = {}): object =>
  ({ sitting: '2026-03-10', call: 'first', inOffice: 6, present: 6, presidedBy: 'head', inFavour, against, abstentions: Array.from({ length: 7 - inFavour - against }, () => ({ cause: 'Inhabilidad' })), ...different });
const yes = counts(7, 0);
const no = counts(1, 6);
const tie = counts(3, 3);
const started = (input: VotesInput): VotesState => votesLogic.start(input, { ...event({}, ''), on: '2026-03-02' }).state;

/** What each body did, in turn; the outcome, the refusal's codes, or `open`. */
function told(input: VotesInput, ...said: readonly Said[]): string {
  let state = started(input);
  for (const [act, institution, data = act === 'present' ? { sitting: '2026-03-10' } : yes] of said) {
    const change = act === 'silence'
      ? votesLogic.expire!(state, { deadline: 'councilTerm', subject: institution, on: '2026-03-31' })
      : votesLogic.apply({ state, act, event: event(data, institution), input });
    if (isRefusal(change)) return change.refused.map((one) => one.code).join(', ');
    if (change.done) return change.done.outcome;
    state = change.state;
  }
  return 'open';
}

describe('Votes of several concejos on one matter', () => {
  it('approve when every one of them has, and not before', () => {
    expect(told(waiting, ['certify', 'muni-1'])).toBe('open');
    expect(told(waiting, ['certify', 'muni-1'], ['certify', 'muni-2'])).toBe('approved');
  });

  it('reject with the first that rejects, whatever the others said', () => {
    expect(told(waiting, ['certify', 'muni-1'], ['certify', 'muni-2', no])).toBe('rejected');
    expect(told(waiting, ['certify', 'muni-2', no])).toBe('rejected');
  });

  it('are each judged by the body’s own rule: quorum, ladder of ties, causes (LOC 18.695 art. 86)', () => {
    expect(told(waiting, ['certify', 'muni-1', counts(4, 0, { present: 3, abstentions: [] })])).toBe('vote-without-quorum');
    expect(told(waiting, ['certify', 'muni-1', tie], ['certify', 'muni-2'], ['certify', 'muni-1'])).toBe('approved');
    expect(told(waiting, ['certify', 'muni-1', tie], ['certify', 'muni-1', counts(3, 3, { sitting: '2026-03-12' })])).toBe('vote-second-vote-same-sitting');
  });

  it('leave the matter as it is: no body changes what the others vote on', () => {
    const changing: VotesInput = { bodies: [{ ...towns[0], input: { ...towns[0].input, mayModify: 'yes' } }] };
    expect(told(changing, ['certify', 'muni-1', counts(7, 0, { modifications: 'Menos equipos' })])).toBe('vote-may-not-modify');
  });

  it('are of the bodies asked, once each', () => {
    expect(told(waiting, ['certify', 'muni-3'])).toBe('vote-of-another-body');
    expect(told(waiting, ['certify', 'muni-1'], ['certify', 'muni-1', no])).toBe('vote-already-decided');
    expect(told(waiting, ['present', 'muni-1'], ['present', 'muni-1'])).toBe('vote-already-tabled');
    expect(told(waiting, ['present', 'muni-1'], ['present', 'muni-2'])).toBe('open');
  });

  it('of no body are approved at once', () => {
    expect(votesLogic.start({ bodies: [] }, event({}, ''))).toMatchObject({ done: { outcome: 'approved' } });
  });

  it('of a body that joins later are waited for; of one that left no more', () => {
    const joined: VotesInput = { bodies: [...towns, council('muni-3')] };
    const first = votesLogic.apply({ state: started(waiting), act: 'certify', event: event(yes, 'muni-1'), input: joined });
    const second = isRefusal(first) ? first : votesLogic.apply({ state: first.state, act: 'certify', event: event(yes, 'muni-2'), input: joined });
    expect(second).not.toHaveProperty('done');
    expect(votesLogic.apply({ state: started(waiting), act: 'certify', event: event(yes, 'muni-1'), input: { bodies: [towns[0]] } })).toMatchObject({ done: { outcome: 'approved' } });
  });
});

describe('A body’s silence', () => {
  it('after account was given in session lets the proposal stand (LOC 18.695 art. 82 c)', () => {
    expect(told(standing, ['present', 'muni-1'], ['silence', 'muni-1'])).toBe('open');
    expect(told(standing, ['present', 'muni-1'], ['certify', 'muni-2'], ['silence', 'muni-1'])).toBe('approved');
    expect(told(standing, ['silence', 'muni-1'], ['silence', 'muni-2'])).toBe('approved');
  });

  it('once it counts is not undone by a vote that comes late', () => {
    expect(told(standing, ['silence', 'muni-1'], ['certify', 'muni-1', no])).toBe('vote-already-decided');
  });

  it('does not stand for a vote that was cast', () => {
    const cast = votesLogic.apply({ state: started(standing), act: 'certify', event: event(yes, 'muni-1'), input: standing });
    const state = isRefusal(cast) ? started(standing) : cast.state;
    expect(votesLogic.expire!(state, { deadline: 'councilTerm', subject: 'muni-1', on: '2026-03-31' })).toEqual({ state });
  });

  it('does not undo a vote, and breaks a tie that was left', () => {
    expect(told(standing, ['certify', 'muni-1'], ['silence', 'muni-1'], ['certify', 'muni-2', no])).toBe('rejected');
    expect(told(standing, ['certify', 'muni-1', tie], ['silence', 'muni-1'], ['certify', 'muni-2'])).toBe('approved');
  });

  it('where the law gives it no effect leaves the vote open', () => {
    expect(told(waiting, ['present', 'muni-1'], ['silence', 'muni-1'], ['certify', 'muni-2'])).toBe('open');
    expect(told(waiting, ['silence', 'muni-1'], ['certify', 'muni-2'], ['certify', 'muni-1', no])).toBe('rejected');
  });
});

describe('Each body’s clocks', () => {
  it('run from its own sitting, by its own seat’s calendar, and are met by its vote', () => {
    const tabled = votesLogic.apply({ state: started(standing), act: 'present', event: event({ sitting: '2026-03-10' }, 'muni-2'), input: standing });
    expect(tabled).toMatchObject({ start: [{ deadline: 'councilTerm', subject: 'muni-2', from: '2026-03-10', institution: 'muni-2' }] });
    const state = isRefusal(tabled) ? started(standing) : tabled.state;
    expect(votesLogic.apply({ state, act: 'certify', event: event(yes, 'muni-2'), input: standing }))
      .toMatchObject({ start: [], met: expect.arrayContaining([{ deadline: 'councilTerm', subject: 'muni-2' }]) as unknown });
  });

  it('of a new sitting after two ties are the body’s too, and a tie meets nothing', () => {
    const once = votesLogic.apply({ state: started(standing), act: 'certify', event: event(tie, 'muni-2'), input: standing });
    expect(once).toMatchObject({ start: [], met: [] });
    const state = isRefusal(once) ? started(standing) : once.state;
    expect(votesLogic.apply({ state, act: 'certify', event: event(tie, 'muni-2'), input: standing }))
      .toMatchObject({ start: [{ deadline: 'newSitting', subject: 'muni-2', from: '2026-03-10', institution: 'muni-2' }], met: [] });
  });
});

describe('Votes, explored', () => {
  it.each([['silence approves', standing], ['silence means nothing', waiting]] as const)('%s: every body can vote, and it always ends', (_name, input) => {
    const walked = exploreStep({ logic: votesLogic, inputs: [input] });
    expect(walked).toMatchObject({ faults: [], stuck: [], idle: [], acts: ['certify', 'present'], outcomes: ['approved', 'rejected'] });
    expect(walked.refused).toEqual({});
    const silent = walked.states.some(({ bodies }) => Object.values(bodies).some(({ result }) => result === 'silence'));
    expect(silent).toBe(input === standing);
  });

  it('puts each act to its own body', () => {
    const open = votesLogic.open(started(standing), { today: '2026-03-10', input: standing, law });
    expect(open.map(({ act, institutions }) => [act, institutions])).toEqual([
      ['present', ['muni-1']], ['certify', ['muni-1']], ['present', ['muni-2']], ['certify', ['muni-2']],
    ]);
  });
});
