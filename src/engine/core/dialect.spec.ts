import { and, type StateConfig } from '../../kit/index.js';
import { limit, toy, waiting } from '../../../test/engine/core/toy.js';
import { dialectFaults } from './dialect.js';

const there: StateConfig = { meta: waiting };
const sound: StateConfig = { initial: 'here', states: { here: { on: { go: 'there' }, after: { first: 'there' } }, there } };

function faults(chart: StateConfig, parts: Parameters<typeof toy>[1] = {}): readonly string[] {
  return dialectFaults(toy(chart, parts)).map(({ rule }) => rule);
}
/** One state that is sound but for what is given. */
function state(here: object): readonly string[] {
  return faults({ initial: 'here', states: { here: { meta: waiting, ...here }, there } });
}

const region = (): StateConfig => ({ initial: 'on', states: { on: { after: { first: 'off' } }, off: { meta: waiting } } });

describe('The dialect', () => {
  it('finds nothing in a sound chart', () => {
    expect(faults(sound)).toEqual([]);
    expect(state({ on: { go: 'there' } })).toEqual([]);
  });

  it.each([
    ['an undeclared deadline, which would fire at once', { after: { third: 'there' } }, 'undeclared'],
    ['an undeclared guard', { on: { go: { guard: 'nobodyKnows', target: 'there' } } }, 'undeclared'],
    ['an undeclared action', { on: { go: { actions: 'nobodyKnows' } } }, 'undeclared'],
    ['an undeclared action on entry', { entry: 'nobodyKnows' }, 'undeclared'],
    ['an undeclared step', { invoke: { id: 'vote', src: 'vote', onDone: 'there' } }, 'undeclared'],
    ['an inline guard', { on: { go: { guard: () => true, target: 'there' } } }, 'inline'],
    ['an inline guard in a combination', { on: { go: { guard: and('always', (() => true) as never), target: 'there' } } }, 'inline'],
    ['params made by a function', { on: { go: { actions: { type: 'keepUntil', params: () => ({}) } } } }, 'inline'],
    ['an inline action', { on: { go: { actions: () => undefined } } }, 'inline'],
    ['an inline action on exit', { exit: () => undefined }, 'inline'],
    ['a transition with neither target nor action', { on: { go: {} } }, 'empty-transition'],
    ['a key the dialect lacks', { tags: ['x'] }, 'keys'],
    ['a transition’s key the dialect lacks', { on: { go: { target: 'there', meta: {} } } }, 'keys'],
  ])('finds %s', (_name, here, rule) => {
    expect(state(here)).toEqual([rule]);
  });

  it('finds a state where nobody has anything to do, unless a parent says so', () => {
    expect(faults({ initial: 'here', states: { here: { on: { go: 'there' } }, there } })).toEqual(['idle-state']);
    expect(faults({ initial: 'whole', states: { whole: { meta: waiting, initial: 'part', states: { part: { on: { go: '#x' } } } }, there: { ...there, id: 'x' } } })).toEqual([]);
  });

  it('finds a deadline that may run twice at once: in a parent and its child, or in two regions', () => {
    const child = { initial: 'part', after: { first: 'there' }, states: { part: { after: { first: 'other' } }, other: {} } };
    expect(faults({ initial: 'whole', states: { whole: child, there } })).toEqual(['deadline-twice']);
    expect(faults({ initial: 'both', states: { both: { type: 'parallel', states: { a: region(), b: region() } } } })).toEqual(['deadline-twice']);
    expect(faults({ initial: 'a', states: { a: { after: { first: 'b' } }, b: { after: { first: 'a' } } } })).toEqual([]);
  });

  it('finds an event nobody declared, and one no state takes', () => {
    const { events } = toy(sound);
    expect(faults(sound, { events: {} })).toEqual(['undeclared']);
    expect(faults(sound, { events: { ...events, come: events['go'] } })).toEqual(['unused']);
  });

  it('finds a context that fails without data, and a name that is not one', () => {
    const opening = toy(sound).opening;
    expect(faults(sound, { opening: { ...opening, context: (data) => ({ size: (data['list'] as string).length }) } })).toEqual(['context']);
    expect(faults(sound, { name: 'Not A Name' })).toEqual(['name']);
  });

  it('says where', () => {
    expect(dialectFaults(toy({ initial: 'here', states: { here: { after: { third: 'there' } }, there } }))).toEqual([
      { rule: 'undeclared', message: 'state here: third is not a declared deadline and would fire at once', sentence: 'dialect.deadline', params: { path: 'here', name: 'third' } },
    ]);
    expect(faults(sound, { deadlines: { first: limit() } })).toEqual([]);
  });
});
