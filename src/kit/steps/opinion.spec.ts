import { eventOf, exploreStep } from '../../../test/kit/explore-step.js';
import type { CaseEvent, EventSource } from '../case-event.js';
import { opinionLogic } from './opinion.js';
import type { Opinion, OpinionInput, OpinionState } from './opinion-state.js';
import { isRefusal, type StepChange } from './step.js';

const input: OpinionInput = {
  requester: { region: ['planning'] }, deadline: 'opinionTerm',
  bodies: [{ role: 'ministry', institution: 'seremi-1', offices: ['head'] }, { role: 'ministry', institution: 'seremi-2', offices: ['head', 'deputy'] }],
};
const favourable = { position: 'favourable' };
const remarks = { position: 'favourable-with-remarks', text: 'Falta quién conserva las obras' };
const against = { position: 'unfavourable', text: 'La materia es de este servicio' };

type Said = readonly [act: 'ask' | 'give' | 'answer' | 'conclude' | 'end', institution?: string, data?: object, source?: EventSource];

function event(act: string, institution: string, data: object = {}, source: EventSource = 'own'): CaseEvent {
  const actor = act === 'give' ? { role: 'ministry', office: 'head', institution, official: 'ana' } : { role: 'region', office: 'planning', institution: 'gore', official: 'luis' };
  return { ...eventOf(`opinions.${act}`, data as CaseEvent['data'], '2026-03-20', actor), source };
}

function dataOf(act: string, institution: string): object {
  if (act === 'ask') return { institution, receivedOn: '2026-03-10' };
  if (act === 'give') return favourable;
  return act === 'answer' ? { institution, reason: 'Se recoge en el artículo 4' } : {};
}

const started = (terms = input): OpinionState => opinionLogic.start(terms, eventOf('start', {}, '2026-03-02')).state;

/** What happened in turn, `end` the end of a body's limit: the last change, or the refusal's codes. */
function after(...said: readonly Said[]): StepChange<OpinionState> | string {
  let change: StepChange<OpinionState> = { state: started() };
  for (const [act, institution = '', data = dataOf(act, institution), source] of said) {
    const next = act === 'end'
      ? opinionLogic.expire!(change.state, { deadline: 'opinionTerm', subject: institution, on: '2026-04-10' })
      : opinionLogic.apply({ state: change.state, act, event: event(act, institution, data, source), input });
    if (isRefusal(next)) return next.refused.map((one) => one.code).join(', ');
    change = next;
  }
  return change;
}

function told(...said: readonly Said[]): string {
  const change = after(...said);
  return typeof change === 'string' ? change : (change.done?.outcome ?? 'open');
}

function seen(institution: string, ...said: readonly Said[]): Opinion | undefined {
  const change = after(...said);
  return typeof change === 'string' ? undefined : change.state.opinions.find((one) => one.institution === institution);
}

/** The acts open then, with whose they are; `!`: expected. */
function offered(...said: readonly Said[]): readonly string[] {
  const change = after(...said);
  const state = typeof change === 'string' ? started() : change.state;
  return opinionLogic.open(state, { today: '2026-03-20', input, law: {} })
    .map(({ act, expected, institutions = [] }) => [`${act}${expected ? '!' : ''}`, ...institutions].join(' '));
}

const bothAsked: readonly Said[] = [['ask', 'seremi-1'], ['ask', 'seremi-2']];

describe('An opinion', () => {
  it('is asked of each body; its limit runs from the day it received the request (Ley 19.880 arts 24, 37 bis)', () => {
    expect(after(['ask', 'seremi-1'])).toMatchObject({ start: [{ deadline: 'opinionTerm', subject: 'seremi-1', from: '2026-03-10', institution: 'seremi-1' }] });
    expect(told(['ask', 'seremi-1'], ['ask', 'seremi-1'])).toBe('opinion-already-asked');
    expect(told(['ask', 'seremi-9'])).toBe('opinion-body-unknown');
  });

  it('runs from the day of the request where the law counts from it (Ley 19.880 art. 24), which is not after its receipt nor before the matter', () => {
    const ofRequest: OpinionInput = { ...input, countsFrom: 'request' };
    const sent = (data: object): StepChange<OpinionState> | string => {
      const change = opinionLogic.apply({ state: started(), act: 'ask', event: event('ask', '', { institution: 'seremi-1', receivedOn: '2026-03-10', ...data }), input: ofRequest });
      return isRefusal(change) ? change.refused.map(({ code }) => code).join(', ') : change;
    };
    expect(sent({ askedOn: '2026-03-05' })).toMatchObject({ start: [{ from: '2026-03-05' }] });
    expect(sent({})).toMatchObject({ start: [{ from: '2026-03-10' }] });
    for (const askedOn of ['2026-03-11', '2026-03-01']) expect(sent({ askedOn })).toBe('opinion-asked-on-another-day');
    expect(after(['ask', 'seremi-1', { institution: 'seremi-1', receivedOn: '2026-03-10', askedOn: '2026-03-05' }])).toMatchObject({ start: [{ from: '2026-03-10' }] });
  });

  it('where the law sets no limit starts none, and waits for every body that was asked (LGUC art. 177)', () => {
    const { deadline: _none, ...unlimited } = input;
    const asked = opinionLogic.apply({ state: started(unlimited), act: 'ask', event: event('ask', 'seremi-1', dataOf('ask', 'seremi-1')), input: unlimited });
    if (isRefusal(asked)) throw new Error(asked.refused[0]?.code);
    expect(asked.start).toEqual([]);
    const concluded = opinionLogic.apply({ state: asked.state, act: 'conclude', event: event('conclude', ''), input: unlimited });
    expect(isRefusal(concluded) && concluded.refused.map(({ code }) => code)).toEqual(['opinion-not-asked', 'opinion-still-running']);
    const given = opinionLogic.apply({ state: asked.state, act: 'give', event: event('give', 'seremi-1', favourable), input: unlimited });
    expect(isRefusal(given) || given.met).toEqual([]);
  });

  it('is not said to be asked on a day that had not come, nor before the matter began; a register is believed', () => {
    expect(told(['ask', 'seremi-1', { institution: 'seremi-1', receivedOn: '2026-03-21' }])).toBe('opinion-received-in-the-future');
    expect(told(['ask', 'seremi-1', { institution: 'seremi-1', receivedOn: '2026-03-01' }])).toBe('opinion-received-before-the-step');
    expect(told(['ask', 'seremi-1', { institution: 'seremi-1', receivedOn: '2020-01-01' }, 'imported'])).toBe('open');
  });

  it('is given by the body asked, and meets its limit', () => {
    expect(after(...bothAsked, ['give', 'seremi-2'])).toMatchObject({ met: [{ deadline: 'opinionTerm', subject: 'seremi-2' }] });
    expect(seen('seremi-2', ...bothAsked, ['give', 'seremi-2'])).toMatchObject({ status: 'given', timing: 'in-time', position: 'favourable' });
    expect(told(...bothAsked, ['give', 'seremi-9'])).toBe('opinion-not-asked-of-you');
    expect(told(['ask', 'seremi-1'], ['give', 'seremi-2'])).toBe('opinion-not-asked');
  });

  it('that comes late is received, and marked late', () => {
    expect(seen('seremi-1', ...bothAsked, ['end', 'seremi-1'], ['give', 'seremi-1', against])).toMatchObject({ status: 'given', timing: 'late' });
    expect(told(...bothAsked, ['end', 'seremi-1'], ['give', 'seremi-1', against], ['give', 'seremi-2'], ['conclude'])).toBe('opinion-unanswered');
  });

  it('given anew replaces the first: it keeps its time and loses its answer', () => {
    const twice: readonly Said[] = [...bothAsked, ['give', 'seremi-1', remarks], ['answer', 'seremi-1'], ['give', 'seremi-1', against]];
    expect(seen('seremi-1', ...twice)).toMatchObject({ position: 'unfavourable', timing: 'in-time', answer: null });
    expect(seen('seremi-1', ...bothAsked, ['end', 'seremi-1'], ['give', 'seremi-1', remarks], ['give', 'seremi-1', against])).toMatchObject({ timing: 'late' });
  });

  it('in a register may show without its request', () => {
    expect(seen('seremi-1', ['give', 'seremi-1', favourable, 'imported'])).toMatchObject({ status: 'given', receivedOn: null });
  });
});

describe('The end of a body’s limit', () => {
  it('is a permission: nothing moves, and the requester may go on (Ley 19.880 art. 38)', () => {
    expect(told(...bothAsked, ['end', 'seremi-1'], ['end', 'seremi-2'])).toBe('open');
    expect(told(...bothAsked, ['end', 'seremi-1'], ['end', 'seremi-2'], ['conclude'])).toBe('concluded');
  });

  it('touches no opinion that was given', () => {
    expect(seen('seremi-1', ...bothAsked, ['give', 'seremi-1'], ['end', 'seremi-1'])).toMatchObject({ status: 'given', timing: 'in-time' });
  });
});

describe('The requester', () => {
  it('values what was not plainly favourable, one by one, and may say it better (Ley 19.880 art. 37 bis)', () => {
    const given: readonly Said[] = [...bothAsked, ['give', 'seremi-1', remarks], ['give', 'seremi-2', favourable]];
    expect(told(...given, ['conclude'])).toBe('opinion-unanswered');
    expect(told(...given, ['answer', 'seremi-1'], ['conclude'])).toBe('concluded');
    expect(seen('seremi-1', ...given, ['answer', 'seremi-1'], ['answer', 'seremi-1', { institution: 'seremi-1', reason: 'Mejor dicho' }])).toMatchObject({ answer: { reason: 'Mejor dicho' } });
  });

  it('has nothing to value before an opinion was given', () => {
    expect(told(...bothAsked, ['answer', 'seremi-1'])).toBe('opinion-not-given');
    expect(told(['answer', 'seremi-9'])).toBe('opinion-body-unknown');
  });

  it('hears everything that is in the way, and whose turn it is', () => {
    const change = opinionLogic.apply({ state: started(), act: 'ask', event: event('ask', '', { institution: 'seremi-1', receivedOn: '2026-03-10' }), input });
    const state = isRefusal(change) ? started() : change.state;
    expect(opinionLogic.apply({ state, act: 'conclude', event: event('conclude', ''), input })).toEqual({
      refused: [
        { code: 'opinion-not-asked', params: { institutions: 'seremi-2' }, unblockedBy: { region: ['planning'] } },
        { code: 'opinion-still-running', params: { institutions: 'seremi-1' }, unblockedBy: { ministry: ['head'] } },
      ],
    });
  });

  it('concludes with what there is', () => {
    expect(after(...bothAsked, ['give', 'seremi-1', against], ['answer', 'seremi-1'], ['end', 'seremi-2'], ['conclude']))
      .toMatchObject({ done: { outcome: 'concluded', result: { given: 1, expired: 1, unfavourable: 1 } } });
  });

  it('keeps the opinion of a body that takes part no more, and asks the one that joined', () => {
    const change = after(...bothAsked, ['give', 'seremi-1', against]);
    const state = typeof change === 'string' ? started() : change.state;
    const others: OpinionInput = { ...input, bodies: [input.bodies[1], { role: 'ministry', institution: 'seremi-3', offices: ['head'] }] };
    const refused = opinionLogic.apply({ state, act: 'conclude', event: event('conclude', ''), input: others });
    expect(refused).toMatchObject({ refused: [{ params: { institutions: 'seremi-3' } }, { params: { institutions: 'seremi-2' } }, { code: 'opinion-unanswered', params: { institutions: 'seremi-1' } }] });
  });
});

describe('Opinions, explored', () => {
  const walked = exploreStep({ logic: opinionLogic, inputs: [input], abstract: ({ opinions }) => opinions.map(({ status, position, timing, answer }) => [status, position, timing, answer !== null]) });

  it('everyone expected can act, somebody always is, and it always ends', () => {
    expect(walked).toMatchObject({ faults: [], stuck: [], idle: [], acts: ['answer', 'ask', 'conclude', 'give'], outcomes: ['concluded'] });
  });

  it('nothing offered is refused but to conclude, and that for the three reasons of the law', () => {
    expect(walked.refused).toEqual({ conclude: ['opinion-not-asked', 'opinion-still-running', 'opinion-unanswered'] });
  });

  it('puts the opinion to the body until it gives it, late or not, and keeps every correction open', () => {
    expect(offered(['ask', 'seremi-1'])).toEqual(['ask!', 'give! seremi-1', 'conclude']);
    expect(offered(...bothAsked, ['end', 'seremi-1'])).toEqual(['give! seremi-1', 'give! seremi-2', 'conclude']);
    expect(offered(...bothAsked, ['end', 'seremi-1'], ['give', 'seremi-2', against])).toEqual(['give! seremi-1', 'give seremi-2', 'answer!', 'conclude']);
    expect(offered(...bothAsked, ['end', 'seremi-1'], ['give', 'seremi-2', against], ['answer', 'seremi-2'])).toEqual(['give! seremi-1', 'give seremi-2', 'answer', 'conclude!']);
  });

  it('comes to late opinions of each kind', () => {
    const late = walked.states.flatMap(({ opinions }) => opinions.filter(({ timing }) => timing === 'late').map(({ position }) => position));
    expect(new Set(late)).toEqual(new Set(['favourable', 'favourable-with-remarks', 'unfavourable']));
  });
});
