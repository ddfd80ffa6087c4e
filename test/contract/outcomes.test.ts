import { demonstrationWorld } from '../../src/cli/walk/demonstration-world.js';
import { outcomesOf } from '../../src/engine/definition-reader.js';
import { catalogue } from '../../workflows/catalogue.js';
import { WayFinder } from '../engine/core/ways.js';
import { Office } from '../support/office.js';
import { Client } from './client.js';
import { follow } from './follow.js';

const START = '2026-03-02';
const office = new Office(`${START}T15:00:00.000Z`, { env: { CONVENIO_SANDBOX: '1' } });
const client = new Client(office);

describe.each(catalogue.map((definition) => [`${definition.name}@${definition.version}`, definition] as const))('%s', (_key, definition) => {
  const { name, effective = START } = definition;
  const on = effective > START ? effective : START;
  const outcomes = outcomesOf(definition);

  it(`is brought over HTTP, with what is offered and with patience, to ${outcomes.join(', ')}`, async () => {
    const finder = new WayFinder(definition, { countryOf: (participants, territory) => demonstrationWorld(definition, participants, territory), on });
    office.api.clock.stop(`${on}T15:00:00.000Z`);
    const workflow = await client.workflow(name);
    const reached: (string | null)[] = [];
    for (const outcome of outcomes) {
      const way = finder.to(outcome);
      office.api.clock.stop(`${on}T15:00:00.000Z`);
      reached.push(way && (await follow(client, workflow, way)));
    }
    expect([workflow.version, reached]).toEqual([definition.version, outcomes]);
  }, 60_000);
});
