import { outcomesOf } from '../../../src/engine/definition-reader.js';
import { catalogue } from '../../../workflows/catalogue.js';
import { lawOf2026, world } from './story.js';
import { WayFinder } from './ways.js';

describe.each(catalogue.map((definition) => [`${definition.name}@${definition.version}`, definition] as const))('%s', (_key, definition) => {
  it('can be brought to each of its outcomes with what is offered, and with patience', () => {
    const finder = new WayFinder(definition, { countryOf: () => ({ lawOn: () => lawOf2026, world }), on: '2026-03-02' });
    const unreached = outcomesOf(definition).filter((outcome) => finder.to(outcome) === null);
    expect(unreached).toEqual([]);
  });
});
