import { z } from 'zod';
import { Migrator, type MigrationOrder, type MigrationPolicy } from '../../src/engine/migrator.js';
import { lineOf, readJournal } from '../../src/engine/store/read-journal.js';
import { firstBrokenLine } from '../../src/engine/case-reader.js';
import type { Definition } from '../../src/engine/core/definition.js';
import { deadline, noteExpiry, signOff, type JsonObject, type MigrationPlan } from '../../src/kit/index.js';
import { query, withTransaction } from '../../src/platform/database.js';
import { limit, toy, waiting } from './core/toy.js';
import { EngineRig, actingAs } from '../support/engine-rig.js';

const text = 'f'.repeat(64);
const endorsement = signOff<JsonObject>(() => ({ manner: 'endorsement', order: 'parallel', textSha256: text, signers: [{ role: 'town', offices: ['mayor'] }, { role: 'town', offices: ['legal'] }] }));
const ends = { approved: { type: 'final' } } as const;

/** One state for the exposure and its report. */
const one: Definition = {
  ...toy({
    initial: 'exposure',
    states: { exposure: { after: { first: { actions: noteExpiry } }, invoke: { id: 'reports', src: 'reports', onDone: 'approved' }, on: { pause: 'paused' }, meta: waiting }, paused: { on: { stop: 'approved' }, meta: waiting }, ...ends },
  }, { name: 'plan-toy', version: 1, steps: { reports: endorsement }, opening: opening() }), hash: 'one',
};
const plan: MigrationPlan = {
  from: 1, to: 2, article: null, state: (value) => (value === 'exposure' ? { public: 'shown' } : null), context: (context) => ({ ...context, migrated: true }),
  deadlines: { first: 'window' }, steps: { reports: 'endorsements' },
};
/** The same, split in two, with a longer window. */
const two: Definition = {
  ...toy({
    initial: 'public',
    states: {
      public: {
        initial: 'shown', after: { window: { actions: noteExpiry }, second: { target: 'approved' } },
        states: { shown: { invoke: { id: 'endorsements', src: 'endorsements', onDone: '#done' }, meta: waiting } },
      },
      paused: { on: { stop: 'approved' }, meta: waiting }, approved: { id: 'done', type: 'final' },
    },
  }, { name: 'plan-toy', version: 2, steps: { endorsements: endorsement }, deadlines: { window: deadline(limit({ amount: 30, basis: 'new' })), second: limit({ amount: 60 }) }, migrations: [plan], opening: opening() }), hash: 'two',
};

function opening(): Definition['opening'] {
  return { by: { town: ['mayor'] }, schema: z.strictObject({}), context: () => ({ count: 0 }), example: { title: 'Plan', territory: '16206', participants: [], data: {} } };
}

const rig = new EngineRig('2026-03-02T15:00:00.000Z', [one, two]);
const mayor = actingAs('town', 'mayor', 'muni-16206');
const migrator = (): Migrator => new Migrator(rig.engine, rig.catalogue, rig.assembly.workbench);
const policy = (otherwise: MigrationPolicy['otherwise'], more: Partial<MigrationPolicy> = {}): MigrationPolicy => ({ otherwise, deadlines: {}, states: {}, ...more });

function order(by: MigrationPolicy): MigrationOrder {
  const administrator = { office: 'admin', institution: 'subdere', official: 'admin.subdere' };
  return {
    route: migrator().route('plan-toy', 1, 2), policy: by, decision: '00000000-0000-7000-8000-000000000001', reason: 'Nueva ley', instrument: { kind: 'resolución', number: '12', date: '2026-03-10' },
    decidedBy: { actor: { role: 'administrator', ...administrator }, power: { kind: 'holder', basis: 'test', ...administrator } },
  };
}

async function open(): Promise<string> {
  const { caseId } = await rig.engine.open({
    id: rig.tools.newId(), definition: one, title: 'Plan', territory: '16206', region: '16', participants: [{ role: 'town', institution: 'muni-16206', party: true }],
    identifiers: [], data: {}, recordedBy: 'mayor.muni-16206', judge: mayor,
  });
  return caseId;
}

const view = async (id: string): Promise<object> => {
  const read = await rig.assembly.reader.read(id);
  const { stored } = read!;
  return { version: stored.version, value: stored.state.envelope.value, clocks: stored.state.deadlines.filter(({ status }) => status === 'running').map(({ name, due }) => `${name} ${due}`), steps: stored.state.steps.filter(({ status }) => status === 'open').map(({ id: step }) => step) };
};
const lines = async (id: string): Promise<readonly string[]> => (await withTransaction(rig.db.dataSource, (client) => readJournal(client, id))).map(lineOf).map(({ type }) => type);

describe('a case that is moved to another version of its workflow', () => {
  it('keeps the dates that run, goes on with its steps, and ends by the new chart', async () => {
    const id = await open();
    await rig.send(id, 'reports.endorse', { textSha256: text }, mayor);
    rig.clock.stop('2026-03-10T15:00:00.000Z');
    const moved = await migrator().move(id, order(policy('keep')));
    expect(moved).toMatchObject({ result: 'moved', difference: {
      state: { before: ['exposure'], after: ['public.shown'] }, tasks: { before: ['reports.endorse@muni-16206'], after: ['endorsements.endorse@muni-16206'] },
      deadlines: [{ before: { name: 'first', due: '2026-03-16' }, after: { name: 'window', due: '2026-03-16' }, policy: 'keep' }, { before: null, after: { name: 'second' }, policy: 'start' }],
    } });
    expect(await view(id)).toMatchObject({ version: 2, value: { public: 'shown' }, steps: ['endorsements'] });
    await rig.send(id, 'endorsements.endorse', { textSha256: text }, actingAs('town', 'legal', 'muni-16206'));
    expect((await rig.assembly.reader.read(id))?.stored.state).toMatchObject({ status: 'closed', outcome: 'approved' });
    const journal = await withTransaction(rig.db.dataSource, (client) => readJournal(client, id));
    expect([firstBrokenLine(journal), journal.map(lineOf).map(({ definitionHash }) => definitionHash)]).toEqual([null, ['one', 'one', 'two', 'two']]);
  });

  it('has its clocks counted again from their own day where that is decided', async () => {
    const id = await open();
    await migrator().move(id, order(policy('recompute')));
    expect(await view(id)).toMatchObject({ clocks: ['window 2026-04-14', 'second 2026-05-28'] });
  });

  it('stays where it is while a deadline or a state is left to ask, and says so', async () => {
    const id = await open();
    expect(await migrator().move(id, order(policy('ask')))).toMatchObject({ result: 'undecided', questions: [{ code: 'migration-deadline', params: { deadline: 'window' } }] });
    await rig.send(id, 'pause', {}, mayor);
    expect(await migrator().move(id, order(policy('keep')))).toMatchObject({ result: 'undecided', questions: [{ code: 'migration-state', params: { state: 'paused' } }] });
    expect(await view(id)).toMatchObject({ version: 1, value: 'paused' });
    expect(await migrator().move(id, order(policy('keep', { states: { paused: 'paused' } })))).toMatchObject({ result: 'moved' });
    expect(await lines(id)).toEqual(['case.opened', 'pause', 'definition.migrated']);
  });

  it('is only rehearsed without a trace', async () => {
    const id = await open();
    const { route } = order(policy('keep'));
    expect(await migrator().rehearse(id, route, policy('keep'))).toMatchObject({ result: 'moved' });
    expect([await lines(id), await view(id)]).toEqual([['case.opened'], expect.objectContaining({ version: 1 })]);
  });

  it('comes back whole while nothing has happened since, and not afterwards', async () => {
    const id = await open();
    const before = await view(id);
    const whole = order(policy('recompute'));
    await migrator().move(id, whole);
    await migrator().restore(id, 2, whole);
    expect([await view(id), await lines(id)]).toEqual([before, ['case.opened', 'definition.migrated', 'definition.restored']]);
    await migrator().move(id, whole);
    await rig.send(id, 'endorsements.endorse', { textSha256: text }, mayor);
    await expect(migrator().restore(id, 4, whole)).rejects.toMatchObject({ reasons: [{ code: 'migration-touched' }] });
  });

  it('leaves no row of its old clocks behind', async () => {
    const id = await open();
    await migrator().move(id, order(policy('keep')));
    const rows = await query<{ name: string }>(rig.db.dataSource, 'SELECT name FROM deadline WHERE case_id = $1 ORDER BY name', [id]);
    expect(rows.map(({ name }) => name)).toEqual(['second', 'window']);
  });

  it('cannot be sent there by an event', async () => {
    const id = await open();
    await expect(rig.send(id, 'definition.migrated', {}, mayor)).rejects.toMatchObject({ code: 'event-refused' });
  });
});
