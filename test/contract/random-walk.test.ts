import * as fc from 'fast-check';
import { catalogue } from '../../workflows/catalogue.js';
import { Office } from '../support/office.js';
import { Checks } from './checks.js';
import { Client } from './client.js';
import { Walk, type Move } from './walk.js';

const START = '2026-03-02T15:00:00.000Z';
const office = new Office(START, { env: { CONVENIO_SANDBOX: '1' } });
const client = new Client(office);
const names = [...new Set(catalogue.map(({ name }) => name))].toSorted();

/** Walks are the same on every machine; a failure names its path. CONTRACT_WALKS and CONTRACT_SEED ask for more, and for others. */
const runs = { numRuns: Number(process.env['CONTRACT_WALKS'] ?? 2), seed: Number(process.env['CONTRACT_SEED'] ?? 20_260_302), endOnFailure: true } as const;
const STEPS = 25;

const jump = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Move['jump']>(0) }, { weight: 3, arbitrary: fc.integer({ min: 1, max: 40 }) }, { weight: 2, arbitrary: fc.constant<Move['jump']>('past-due') },
);
const clock = fc.oneof({ weight: 8, arbitrary: fc.constant<Move['clock']>('leave') }, fc.constantFrom<Move['clock']>('extend', 'suspend'));
const move: fc.Arbitrary<Move> = fc.record({ pick: fc.nat(9_999), as: fc.nat(99), jump, clock, day: fc.nat(9_999) });
const walks = fc.record({
  opening: fc.nat(9),
  // A day on which any of a workflow's versions may be in force.
  on: fc.constantFrom(START, '2026-12-29T15:00:00.000Z'),
  moves: fc.array(move, { minLength: STEPS, maxLength: STEPS }),
});

describe('a client that knows nothing but the contract', () => {
  it('is told of every workflow there is', async () => {
    expect((await client.workflows()).toSorted()).toEqual(names);
  });

  it.each(names)('walks %s at random', async (name) => {
    expect(await fc.assert(fc.asyncProperty(walks, async ({ opening, on, moves }) => {
      office.api.clock.stop(on);
      const workflow = await client.workflow(name);
      const { examples } = workflow.open;
      const way = examples[opening % examples.length];
      const walk = new Walk({ office, client, checks: new Checks(office, client, workflow) }, await client.open(name, way), workflow, way.offices[0]);
      await walk.go(moves);
      // Laid aside: its clocks would hold up those that come after it.
      await office.db.asMigrator(`UPDATE deadline SET status = 'cancelled' WHERE status = 'running'`);
    }), runs)).toBeUndefined();
  }, runs.numRuns * 30_000);
});
