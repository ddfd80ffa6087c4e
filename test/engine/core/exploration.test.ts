import { allStates, metaOf, activeStates } from '../../../src/engine/core/chart.js';
import { isOpen } from '../../../src/engine/core/case-state.js';
import { catalogue } from '../../../workflows/catalogue.js';
import { explore } from './explore.js';
import { laws, openingsOf } from './settings.js';

describe.each(catalogue.map((definition) => [`${definition.name}@${definition.version}`, definition] as const))('%s, explored', (_key, definition) => {
  const explored = explore(definition, openingsOf(definition), laws);

  it('can end from every situation it can come to', () => {
    expect(explored.stuck).toEqual([]);
  });

  it('comes to every state, takes every event, lets every deadline of a state expire, and ends in every way', () => {
    const states = allStates(definition.chart).filter(({ config }) => config.type !== 'history');
    expect([...explored.states].toSorted()).toEqual(states.map(({ path }) => path).toSorted());
    expect([...explored.events].toSorted()).toEqual(Object.keys(definition.events).toSorted());
    const ofStates = new Set(states.flatMap(({ config }) => Object.keys(config.after ?? {})));
    expect([...explored.expired].toSorted()).toEqual([...ofStates].toSorted());
    expect([...explored.outcomes].toSorted()).toEqual(states.filter(({ config }) => config.type === 'final').map(({ path }) => path).toSorted());
  });

  it('is never in a situation where nobody has anything to do', () => {
    for (const state of explored.cases.filter(({ status }) => status === 'open')) {
      const active = activeStates(definition, state.envelope.value);
      const busy = active.some((one) => (metaOf(one).tasks ?? []).length + (metaOf(one).waits ?? []).length > 0)
        || state.steps.some((step) => step.status === 'open') || state.deadlines.some((row) => isOpen(row));
      expect({ value: state.envelope.value, busy }).toEqual({ value: state.envelope.value, busy: true });
    }
  });

  it('is small enough to be seen whole', () => {
    expect(explored.situations).toBeGreaterThan(20);
    expect(explored.situations).toBeLessThan(5_000);
  });
});
