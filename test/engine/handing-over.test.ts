import { Casting } from '../../src/cases/casting.js';
import type { JsonObject } from '../../src/kit/index.js';
import { EngineRig, actingAs } from '../support/engine-rig.js';
import { planCase, planning, transferCase, transferData } from '../support/competence-toys.js';
import { Ledger } from '../../src/governance/competences/ledger.js';
import { journalFault } from './journal-fault.js';

const rig = new EngineRig('2026-03-02T15:00:00.000Z', [planCase, transferCase]);
const governor = actingAs('receiver', 'governor', 'gore-16');
const seremi = actingAs('asker', 'seremi', 'seremi-minvu-16');

const openPlan = async (territory: string, planner = `muni-${territory}`, occurredAt?: string) => (await rig.engine.open({
  id: rig.tools.newId(), definition: planCase, title: 'Plan', territory, region: '16', identifiers: [], data: {}, recordedBy: 'legal.gore-16', occurredAt,
  participants: [{ role: 'planner', institution: planner, party: true }, { role: 'asker', institution: 'seremi-minvu-16', party: false }], judge: actingAs('planner', 'mayor', planner),
})).caseId;

/** Each test moves the planning of a commune of its own. */
const openTransfer = async (commune: string, from: string, terms: Parameters<typeof transferData>[2] = {}) => (await rig.engine.open({
  id: rig.tools.newId(), definition: transferCase, title: 'Transferencia', territory: '16', region: '16', identifiers: [], data: transferData(commune, from, terms), recordedBy: 'legal.gore-16',
  participants: [{ role: 'receiver', institution: 'gore-16', party: true }, { role: 'origin', institution: `muni-${commune}`, party: false }], judge: governor,
})).caseId;

const all = async <Row extends Record<string, unknown>>(sql: string, caseId: string) => rig.db.query<Row>(sql, [caseId]);
/** Everything in which an institution stands for a part in a case. */
async function pictureOf(caseId: string) {
  return {
    stored: (await all<{ participants: { role: string; institution: string }[] }>('SELECT participants FROM cases WHERE id = $1', caseId))[0]?.participants.find(({ role }) => role === 'planner')?.institution,
    rows: (await all<{ institution: string }>("SELECT institution FROM participant WHERE case_id = $1 AND role = 'planner'", caseId)).map(({ institution }) => institution),
    deadlines: (await all("SELECT name, subject, status, due, institution, row->>'institution' AS inner FROM deadline WHERE case_id = $1 AND name IN ('answer', 'opinion') ORDER BY name, subject", caseId)),
    tasks: (await all<{ institution: string; name: string }>("SELECT name, institution FROM task WHERE case_id = $1 AND role = 'planner' ORDER BY name", caseId)).map(({ name, institution }) => `${name} ${institution}`),
  };
}
const lines = async (caseId: string) => (await all<{ text: string }>('SELECT text FROM journal WHERE case_id = $1 ORDER BY seq', caseId)).map(({ text }) => JSON.parse(text) as { type: string; data: Record<string, unknown>; occurredOn: string; source: string });
const inCharge = (commune: string, day: string) => new Ledger(rig.db.dataSource).inCharge(planning, commune, day);
/** Before and on the day of a transfer from 10 to 19 March, and before and on the day it is over. */
const inChargeOnTurns = (commune: string) => Promise.all(['2026-03-09', '2026-03-10', '2026-03-19', '2026-03-20'].map((day) => inCharge(commune, day)));

const correct = (caseId: string, corrects: number, data: JsonObject) => rig.rectifier.rectify({
    caseId, corrects, data, reason: 'El decreto decía otra cosa', recordedBy: 'legal.gore-16', judge: async (definition) => governor(definition, {} as never, null, {} as never),
  });

async function sweepAt(instant: string) {
  rig.clock.stop(instant);
  const { failed } = await rig.clockwork.sweep();
  if (failed.length > 0) throw new AggregateError(failed.map(({ error }) => error), 'deadlines that do not expire');
}

describe('when a competence changes hands', () => {
  it('open cases go with it on that day, with their clocks, which do not restart, and come back when it lapses', async () => {
    const [mine, neighbour, own] = [await openPlan('16101'), await openPlan('16206'), await openPlan('16101', 'muni-16102')];
    await rig.send(mine, 'opinions.ask', { institution: 'muni-16101', receivedOn: '2026-03-02' }, seremi);
    const before = await pictureOf(mine);
    expect(before).toMatchObject({ stored: 'muni-16101', tasks: ['draft muni-16101', 'opinions.give muni-16101'] });
    const transfer = await openTransfer('16101', '2026-03-10', { until: '2026-03-19', back: '2026-03-20' });
    await sweepAt('2026-03-09T15:00:00.000Z');
    expect(await pictureOf(mine)).toEqual(before);

    await sweepAt('2026-03-10T15:00:00.000Z');
    const during = await pictureOf(mine);
    expect(during).toEqual({
      stored: 'gore-16', rows: ['gore-16'], tasks: ['draft gore-16', 'opinions.give gore-16'],
      deadlines: [
        { name: 'answer', subject: '', status: 'running', due: '2026-04-01', institution: 'gore-16', inner: 'gore-16' },
        { name: 'opinion', subject: 'gore-16', status: 'running', due: '2026-05-04', institution: 'gore-16', inner: 'gore-16' },
      ],
    });
    expect((await lines(mine)).at(-1)).toMatchObject({
      type: 'participant.replaced', occurredOn: '2026-03-10', source: 'clockwork', data: { role: 'planner', from: 'muni-16101', to: 'gore-16', basis: 'Ley 21.074', act: { number: '1' } },
    });
    expect([(await pictureOf(neighbour)).stored, (await pictureOf(own)).stored]).toEqual(['muni-16206', 'muni-16102']);
    expect(await rig.db.query('SELECT holder, case_id FROM competence_title WHERE case_id = $1', [transfer])).toEqual([{ holder: 'gore-16', case_id: transfer }]);

    await sweepAt('2026-03-20T15:00:00.000Z');
    expect(await pictureOf(mine)).toEqual(before);
    expect(await Promise.all(['2026-03-09', '2026-03-10', '2026-03-19', '2026-03-20'].map((day) => inCharge('16101', day)))).toEqual(['muni-16101', 'gore-16', 'gore-16', 'muni-16101']);
    await rig.send(mine, 'opinions.give', { position: 'favourable' }, actingAs('planner', 'mayor', 'muni-16101'));
  });

  it('whose act is there is answered for its day at once; open cases stay until that day, and nothing is entered twice', async () => {
    const [plan, transfer] = [await openPlan('16204'), await openTransfer('16204', '2026-03-10', { until: '2026-03-19', back: '2026-03-20' })];
    await rig.send(transfer, 'decree', {}, governor);
    const titles = async () => rig.db.query('SELECT id, holder, from_day, until_day FROM competence_title WHERE case_id = $1 ORDER BY id', [transfer]);
    const entered = await titles();
    expect(entered).toMatchObject([{ holder: 'gore-16', from_day: '2026-03-10', until_day: '2026-03-19' }]);
    expect(await inChargeOnTurns('16204')).toEqual(['muni-16204', 'gore-16', 'gore-16', 'muni-16204']);
    await sweepAt('2026-03-09T15:00:00.000Z');
    expect((await pictureOf(plan)).stored).toBe('muni-16204');
    await sweepAt('2026-03-10T15:00:00.000Z');
    expect([(await pictureOf(plan)).stored, await titles(), await inChargeOnTurns('16204')]).toEqual(['gore-16', entered, ['muni-16204', 'gore-16', 'gore-16', 'muni-16204']]);
    await sweepAt('2026-03-20T15:00:00.000Z');
    expect([(await pictureOf(plan)).stored, await titles()]).toEqual(['muni-16204', entered]);
    expect((await lines(plan)).map(({ type, occurredOn }) => `${type} ${occurredOn}`)).toEqual(['case.opened 2026-03-02', 'participant.replaced 2026-03-10', 'participant.replaced 2026-03-20']);
  });

  it('whoever has it now acts, and the past can still be told, read and corrected', async () => {
    const mine = await openPlan('16103');
    await openTransfer('16103', '2026-03-10', { until: '2026-12-31', back: '2027-01-01' });
    await sweepAt('2026-03-10T15:00:00.000Z');
    await rig.send(mine, 'opinions.ask', { institution: 'gore-16', receivedOn: '2026-03-10' }, seremi);
    const asked = (await lines(mine)).length;
    await rig.rectifier.rectify({
      caseId: mine, corrects: asked, data: { institution: 'gore-16', receivedOn: '2026-03-09' }, reason: 'El oficio llegó antes', recordedBy: 'legal.gore-16',
      judge: async (definition) => seremi(definition, {} as never, null, {} as never),
    });
    expect((await pictureOf(mine)).deadlines.at(-1)).toMatchObject({ subject: 'gore-16', due: '2026-05-08', institution: 'gore-16' });
    const read = (await rig.assembly.reader.read(mine))!;
    expect(read.stored.state.deadlines.map((row) => rig.assembly.reader.explanationOf(read, row).length > 0)).not.toContain(false);
  });
});

describe('a deadline that runs', () => {
  it('is counted by the calendar it began with, although its new body has another: 20 August is a holiday in Chillán alone', async () => {
    rig.clock.stop('2026-07-21T15:00:00.000Z');
    const plan = await openPlan('16203');
    await openTransfer('16203', '2026-08-03');
    await sweepAt('2026-08-20T15:00:00.000Z');
    const read = (await rig.assembly.reader.read(plan))!;
    const [answer] = read.stored.state.deadlines;
    expect([answer.institution, answer.due, rig.assembly.reader.explanationOf(read, answer).at(-1)?.date]).toEqual(['gore-16', '2026-08-20', '2026-08-20']);
    await sweepAt('2026-08-21T15:00:00.000Z');
    expect((await lines(plan)).at(-1)).toMatchObject({ type: 'deadline.expired', occurredOn: '2026-08-21' });
  });
});

describe('a correction of the past', () => {
  it('takes no competence back that has changed hands: that takes a new act', async () => {
    const [plan, transfer] = [await openPlan('16108'), await openTransfer('16108', '2026-03-10')];
    await sweepAt('2026-03-12T15:00:00.000Z');
    await expect(correct(transfer, 1, transferData('16108', '2026-03-11'))).rejects.toMatchObject({ code: 'event-refused', reasons: [{ code: 'rectification-moves-competence' }] });
    expect((await pictureOf(plan)).stored).toBe('gore-16');
    await correct(transfer, 1, { ...transferData('16108', '2026-03-10'), note: 'otra carátula' });
    expect(await rig.db.query('SELECT count(*) AS n FROM competence_title WHERE case_id = $1', [transfer])).toEqual([{ n: 1 }]);
    await expect(correct(plan, 2, { role: 'planner', from: 'gore-16', to: 'subdere', basis: 'x' })).rejects.toMatchObject({ code: 'invalid-data', reasons: [{ code: 'rectification-not-of-this-line' }] });
  });

  it('that finds a transfer had taken effect already hands over at once', async () => {
    const [plan, transfer] = [await openPlan('16109'), await openTransfer('16109', '2026-06-01')];
    rig.clock.stop('2026-03-12T15:00:00.000Z');
    await correct(transfer, 1, transferData('16109', '2026-03-10'));
    expect([await inCharge('16109', '2026-03-09'), await inCharge('16109', '2026-03-10'), (await pictureOf(plan)).stored]).toEqual(['muni-16109', 'gore-16', 'gore-16']);
  });
});

describe('all in one transaction', () => {
  it('if one case cannot be moved, nothing has moved', async () => {
    const [first, second] = [await openPlan('16104'), await openPlan('16104')];
    await openTransfer('16104', '2026-03-10');
    const picture = async () => [await pictureOf(first), await pictureOf(second), await inCharge('16104', '2026-03-10'), (await lines(first)).length];
    const before = await picture();
    const mended = await journalFault(rig.db, second);
    rig.clock.stop('2026-03-10T15:00:00.000Z');
    expect((await rig.clockwork.sweep()).failed).toHaveLength(1);
    expect(await picture()).toEqual(before);
    await mended();
    await sweepAt('2026-03-10T15:00:00.000Z');
    expect([(await pictureOf(first)).stored, (await pictureOf(second)).stored, await inCharge('16104', '2026-03-10')]).toEqual(['gore-16', 'gore-16', 'gore-16']);
  });

  it('two sweeps at once move each case once', async () => {
    const plans = [await openPlan('16105'), await openPlan('16105'), await openPlan('16105')];
    await openTransfer('16105', '2026-03-10');
    rig.clock.stop('2026-03-10T15:00:00.000Z');
    await Promise.all([1, 2, 3, 4].map(() => rig.clockwork.sweep()));
    for (const plan of plans) expect((await lines(plan)).map(({ type }) => type)).toEqual(['case.opened', 'participant.replaced']);
  });
});

describe('a case opened', () => {
  it('for a day gone by, by whoever was in charge then, is at once whoever is in charge now’s', async () => {
    await openTransfer('16106', '2026-03-10');
    await sweepAt('2026-03-12T15:00:00.000Z');
    const late = await openPlan('16106', 'muni-16106', '2026-03-05');
    expect(await pictureOf(late)).toMatchObject({ stored: 'gore-16', rows: ['gore-16'], tasks: ['draft gore-16'] });
    expect((await lines(late)).map(({ type }) => type)).toEqual(['case.opened', 'participant.replaced']);
  });

  it('without a name for a part that goes with a competence gets whoever is in charge there, that day', async () => {
    await openTransfer('16201', '2026-03-10');
    await sweepAt('2026-03-12T15:00:00.000Z');
    const { directory, tools } = rig.assembly;
    const casting = new Casting(directory, new Ledger(rig.db.dataSource), tools);
    const planner = async (territory: string, occurredAt?: string) => (await casting.cast(planCase, { territory, participants: [], occurredAt })).candidates.map(({ role, institution }) => `${role} ${institution.code}`);
    expect(await planner('16201')).toEqual(['planner gore-16']);
    expect(await planner('16201', '2026-03-09')).toEqual(['planner muni-16201']);
    expect(await planner('16201', '2026-03-10T02:00:00Z')).toEqual(['planner muni-16201']);
    expect(await planner('16202', 'yesterday')).toEqual(['planner muni-16202']);
    expect(await planner('16')).toEqual([]);
  });

  it('while the transfer is being written goes with it', async () => {
    await openTransfer('16107', '2026-03-10');
    rig.clock.stop('2026-03-10T15:00:00.000Z');
    const [plan] = await Promise.all([openPlan('16107'), rig.clockwork.sweep(), rig.clockwork.sweep()]);
    expect((await pictureOf(plan)).stored).toBe('gore-16');
  });
});
