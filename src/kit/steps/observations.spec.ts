import * as fc from 'fast-check';
import { eventOf, exploreStep } from '../../../test/kit/explore-step.js';
import type { CaseEvent, EventSource } from '../case-event.js';
import { observationsLogic, type ObservationsInput, type ObservationsState } from './observations.js';
import { isRefusal, type StepChange } from './step.js';

const open: ObservationsInput = { filedBy: { town: ['clerk'] }, answeredBy: { town: ['planner', 'mayor'] }, window: 'open' };
const closed: ObservationsInput = { ...open, window: 'closed' };
const voted: ObservationsInput = { ...closed, needsVote: 'yes' };
const filing = { author: 'Junta de vecinos', point: 'Zona ZU-3', text: 'Cuatro pisos dejan la plaza sin sol' };
const reply = (observation: number, decision = 'accepted', more: object = {}): object => ({ observation, decision, reason: 'La plaza conserva su sol', ...more });

type Said = readonly [act: 'file' | 'answer' | 'conclude', data?: object, terms?: ObservationsInput, source?: EventSource];

/** What happened in turn: the last change, or the refusal's codes. Observations are filed while the window is open. */
function after(...said: readonly Said[]): StepChange<ObservationsState> | string {
  let change = observationsLogic.start(open, eventOf('start', {}, '2026-03-02'));
  for (const [act, data = act === 'file' ? filing : {}, terms = act === 'file' ? open : closed, source = 'own'] of said) {
    const event: CaseEvent = { ...eventOf(`observations.${act}`, data as CaseEvent['data'], '2026-03-20'), source };
    const next = observationsLogic.apply({ state: change.state, act, event, input: terms });
    if (isRefusal(next)) return next.refused.map((one) => one.code).join(', ');
    change = next;
  }
  return change;
}

function told(...said: readonly Said[]): string {
  const change = after(...said);
  return typeof change === 'string' ? change : (change.done?.outcome ?? 'open');
}

describe('Observations of a consultation (LGUC arts 28 octies, 43)', () => {
  it('are numbered as they come, with the day they were received', () => {
    expect(after(['file'], ['file', { ...filing, receivedOn: '2026-03-18' }])).toMatchObject({
      state: { observations: [{ number: 1, receivedOn: '2026-03-20', decision: null }, { number: 2, receivedOn: '2026-03-18' }] },
    });
  });

  it('are received while the window is open, and on days that have come', () => {
    expect(told(['file', filing, closed])).toBe('observations-window-closed');
    expect(told(['file', { ...filing, receivedOn: '2026-03-21' }])).toBe('observation-received-in-the-future');
  });

  it('are answered one by one, each accepted or rejected with its reasons', () => {
    expect(told(['file'], ['file'], ['answer', reply(2)], ['conclude'])).toBe('observations-unanswered');
    expect(after(['file'], ['file'], ['answer', reply(2)], ['answer', reply(1, 'rejected')], ['conclude']))
      .toMatchObject({ done: { outcome: 'answered', result: { filed: 2, accepted: 1, rejected: 1 } } });
    expect(told(['file'], ['answer', reply(2)])).toBe('observation-unknown');
    expect(observationsLogic.acts['answer']?.safeParse({ observation: 1, decision: 'accepted' }).success).toBe(false);
  });

  it('may have their answer corrected until the end', () => {
    expect(after(['file'], ['answer', reply(1)], ['answer', reply(1, 'rejected')], ['conclude'])).toMatchObject({ done: { result: { accepted: 0, rejected: 1 } } });
  });

  it('are not concluded while more may come; none at all is an answer too', () => {
    expect(told(['conclude', {}, open])).toBe('observations-window-open');
    expect(told(['file'], ['conclude', {}, open])).toBe('observations-window-open, observations-unanswered');
    expect(told(['conclude'])).toBe('answered');
  });

  it('that the concejo answers by agreement need its counts; a register may lack them', () => {
    expect(told(['file'], ['answer', reply(1), voted])).toBe('observation-without-vote');
    expect(told(['file'], ['answer', reply(1, 'accepted', { inFavour: 5 }), voted])).toBe('observation-without-vote');
    expect(after(['file'], ['answer', reply(1, 'accepted', { inFavour: 5, against: 1 }), voted])).toMatchObject({ state: { observations: [{ votes: { inFavour: 5, against: 1 } }] } });
    expect(told(['file'], ['answer', reply(1), voted, 'imported'])).toBe('open');
  });

  it('that have no answer are named to whoever has to give it', () => {
    const change = after(['file'], ['file'], ['file'], ['answer', reply(2)]);
    const state = typeof change === 'string' ? { observations: [] } : change.state;
    expect(observationsLogic.apply({ state, act: 'conclude', event: eventOf('conclude', {}, '2026-03-20'), input: closed }))
      .toEqual({ refused: [{ code: 'observations-unanswered', params: { numbers: '1, 3' }, unblockedBy: { town: ['planner', 'mayor'] } }] });
  });

  it('end when, and only when, each has its answer, in whatever order', () => {
    const answer = fc.record({ number: fc.integer({ min: 1, max: 6 }), decision: fc.constantFrom('accepted', 'rejected') });
    fc.assert(fc.property(fc.integer({ min: 1, max: 6 }), fc.array(answer, { maxLength: 12 }), (filed, answers) => {
      const within = answers.filter(({ number }) => number <= filed);
      const filings = Array.from({ length: filed }, (): Said => ['file']);
      const change = after(...filings, ...within.map(({ number, decision }): Said => ['answer', reply(number, decision)]), ['conclude']);
      const last = new Map(within.map(({ number, decision }) => [number, decision]));
      const accepted = [...last.values()].filter((decision) => decision === 'accepted').length;
      const result = { filed, accepted, rejected: filed - accepted };
      expect(typeof change === 'string' ? change : change.done?.result).toEqual(last.size < filed ? 'observations-unanswered' : result);
    }));
  });
});

describe('Observations, explored', () => {
  it.each([['by the authority', closed], ['by the concejo', voted]] as const)('%s: whoever has to answer can, and it always ends', (_name, terms) => {
    const walked = exploreStep({
      logic: observationsLogic, inputs: [{ ...terms, window: 'open' }, terms],
      abstract: ({ observations }) => [...new Set(observations.map(({ decision }) => decision ?? 'none'))].toSorted(),
    });
    expect(walked).toMatchObject({ faults: [], stuck: [], idle: [], acts: ['answer', 'conclude', 'file'], outcomes: ['answered'] });
    expect(walked.refused).toEqual({ conclude: ['observations-unanswered', 'observations-window-open'], file: ['observations-window-closed'] });
  });

  it('puts the answers to the authority once the window is closed', () => {
    const change = after(['file']);
    const state = typeof change === 'string' ? { observations: [] } : change.state;
    const expected = (input: ObservationsInput): readonly string[] => observationsLogic.open(state, { today: '2026-03-20', input, law: {} }).filter((act) => act.expected).map(({ act }) => act);
    const answered = after(['file'], ['answer', reply(1)]);
    const acts = typeof answered === 'string' ? [] : observationsLogic.open(answered.state, { today: '2026-03-20', input: closed, law: {} }).map(({ act, expected: now }) => `${act}${now ? '!' : ''}`);
    // What was answered may still be corrected.
    expect(acts).toEqual(['file', 'answer', 'conclude!']);
    expect(expected(open)).toEqual([]);
    expect(expected(closed)).toEqual(['answer']);
  });
});
