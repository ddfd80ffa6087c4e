import * as fc from 'fast-check';
import { catalogue } from '../../workflows/catalogue.js';
import { Office } from '../support/office.js';
import { checkChain, Checks } from './checks.js';
import { Client, type CaseView, type WorkflowView } from './client.js';
import { Walk, type Move } from './walk.js';

const START = '2026-03-02';
const office = new Office(`${START}T15:00:00.000Z`, { env: { CONVENIO_SANDBOX: '1' } });
const client = new Client(office);

/** Walks are the same on every machine; a failure names its path. CONTRACT_WALKS and CONTRACT_SEED ask for more, and for others. */
const runs = { numRuns: Number(process.env['CONTRACT_WALKS'] ?? 2), seed: Number(process.env['CONTRACT_SEED'] ?? 20_260_302), endOnFailure: true } as const;
const STEPS = 25;

const jump = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Move['jump']>(0) }, { weight: 3, arbitrary: fc.integer({ min: 1, max: 40 }) }, { weight: 2, arbitrary: fc.constant<Move['jump']>('past-due') },
);
const clock = fc.oneof({ weight: 8, arbitrary: fc.constant<Move['clock']>('leave') }, fc.constantFrom<Move['clock']>('extend', 'suspend'));
const move: fc.Arbitrary<Move> = fc.record({ pick: fc.nat(9_999), as: fc.nat(99), jump, clock, day: fc.nat(9_999) });
const walks = fc.record({ opening: fc.nat(9), moves: fc.array(move, { minLength: STEPS, maxLength: STEPS }) });

/** Where a walk begins: on a day on which that version is in force. */
async function begin({ name, version, effective = START }: (typeof catalogue)[number], opening: number): Promise<Walk> {
  office.api.clock.stop(`${effective > START ? effective : START}T15:00:00.000Z`);
  const workflow: WorkflowView = await client.workflow(name);
  if (workflow.version !== version) throw new Error(`${name} ${workflow.version} is in force, not ${version}`);
  const { examples } = workflow.open;
  const way = examples[opening % examples.length];
  return new Walk({ office, client, checks: new Checks(office, client, workflow) }, await client.open(name, way), workflow, way.offices[0]);
}

describe('a client that knows nothing but the contract', () => {
  it('is told of every workflow there is', async () => {
    expect((await client.workflows()).toSorted()).toEqual([...new Set(catalogue.map(({ name }) => name))].toSorted());
  });

  it.each(catalogue.map((definition) => [`${definition.name}@${definition.version}`, definition] as const))('walks %s at random', async (_key, definition) => {
    expect(await fc.assert(fc.asyncProperty(walks, async ({ opening, moves }) => {
      const walk = await begin(definition, opening);
      await walk.go(moves);
      // Laid aside: its clocks would hold up those that come after it.
      await office.db.asMigrator(`UPDATE deadline SET status = 'cancelled' WHERE status = 'running'`);
    }), runs)).toBeUndefined();
  }, runs.numRuns * 30_000);
});

describe('what is checked after each step', () => {
  let workflow: WorkflowView;
  let view: CaseView;
  let lines: readonly Readonly<Record<string, unknown>>[];
  const checked = (change: Partial<CaseView>): Promise<void> => new Checks(office, client, workflow).all({ ...view, ...change });

  beforeEach(async () => {
    workflow = await client.workflow('fndr-transfer');
    view = await presented();
    lines = await client.journal(view.id);
  });

  /** The CORE's thirty days run from now on. */
  async function presented(): Promise<CaseView> {
    const opened = await client.open('fndr-transfer', workflow.open);
    const present = opened.next.find(({ event }) => event === 'proposal.present')!;
    return (await client.send(opened, present, present.offices[0])).body;
  }

  it('finds nothing in a case that nobody touched', async () => {
    expect(await checked({})).toBeUndefined();
  });

  it('notices a task, a date, a state, or something known that is not what the journal makes', async () => {
    await expect(checked({ tasks: [] })).rejects.toThrow('the tasks on');
    await expect(checked({ deadlines: view.deadlines.map((row) => Object.assign({}, row, { due: '2026-04-02' })) })).rejects.toThrow('its clocks');
    await expect(checked({ state: ['drafting'] })).rejects.toThrow('where it stands');
    await expect(checked({ data: { ...view.data, amount: 1 } })).rejects.toThrow('what it knows');
  });

  it('notices a line that was changed, one that is missing, and an end that is not there', () => {
    expect(() => checkChain(lines.map((line, index) => (index === 0 ? Object.assign({}, line, { recordedBy: 'somebody' }) : line)), view)).toThrow('line 1');
    expect(() => checkChain(lines.slice(1), view)).toThrow('line 1');
    expect(() => checkChain(lines.slice(0, -1), view)).toThrow('lines');
    expect(() => checkChain(lines, view)).not.toThrow();
  });

  it('notices a date that the calendar does not give', async () => {
    const deadlines = workflow.deadlines.map((rule) => Object.assign({}, rule, { rollover: 'next-business-day', assumptions: [] }));
    office.api.clock.stop('2026-03-12T15:00:00.000Z');
    await expect(new Checks(office, client, { ...workflow, deadlines }).all(await presented())).rejects.toThrow('coreVote by the calendar');
  });
});
