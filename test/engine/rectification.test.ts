import { EngineRig, budget, coreSecretary, governor } from '../support/engine-rig.js';
import { firstBrokenLine } from '../../src/engine/core/journal-line.js';
import { lineOf, readJournal } from '../../src/engine/store/read-journal.js';
import { readCase } from '../../src/engine/store/case-row.js';
import { EngineRefusal } from '../../src/engine/refusals.js';
import type { RectifyCommand } from '../../src/engine/ports.js';

const rig = new EngineRig('2026-03-02T15:00:00.000Z');

const approval = { sitting: '2026-03-20', call: 'first', inOffice: 16, present: 16, presidedBy: 'head', inFavour: 16, against: 0, abstentions: [] };

async function rectify(caseId: string, correction: Pick<RectifyCommand, 'corrects'> & Partial<RectifyCommand>): Promise<void> {
  await rig.rectifier.rectify({
    caseId, reason: 'Error material', recordedBy: 'governor.gore-16', ...correction,
    judge: async (definition) => governor(definition, (await state(caseId)).state, null, { on: '', at: '', today: '' }),
  });
}

async function state(caseId: string): Promise<NonNullable<Awaited<ReturnType<typeof readCase>>>> {
  const found = await rig.engine.transact((client) => readCase(client, caseId));
  if (!found) throw new Error('no such case');
  return found;
}

async function types(caseId: string): Promise<readonly string[]> {
  const journal = await rig.engine.transact((client) => readJournal(client, caseId));
  expect(firstBrokenLine(journal)).toBeNull();
  return journal.map((line) => lineOf(line).type);
}

async function deadlineRows(caseId: string): Promise<readonly (readonly string[])[]> {
  const found = await rig.db.query<{ name: string; status: string; due: string }>('SELECT name, status, due FROM deadline WHERE case_id = $1 ORDER BY started_seq', [caseId]);
  return found.map(({ name, status, due }) => [name, status, due]);
}

describe('a rectification (Ley 19.880 art. 62)', () => {
  it('moves the deadline that a wrong date of presentation had started', async () => {
    const caseId = await rig.open();
    await rig.send(caseId, 'proposal.present', {}, governor);
    expect(await deadlineRows(caseId)).toEqual([['coreVote', 'running', '2026-04-01']]);
    rig.clock.set('2026-03-10T15:00:00.000Z');
    await rectify(caseId, { corrects: 2, occurredAt: '2026-03-05' });
    expect(await deadlineRows(caseId)).toEqual([['coreVote', 'running', '2026-04-04']]);
    expect(await types(caseId)).toEqual(['case.opened', 'proposal.present', 'rectification']);
  });

  it('lets a vote held in time but recorded late take the place of the silence', async () => {
    const caseId = await rig.open();
    await rig.send(caseId, 'proposal.present', {}, governor);
    rig.clock.set('2026-05-04T15:00:00.000Z');
    await rig.clockwork.sweep();
    expect((await state(caseId)).state.envelope.context['coreVote']).toBe('proposalStands');
    await rectify(caseId, { corrects: 3, type: 'coreVote.certify', occurredAt: '2026-03-20', data: approval });
    const after = await state(caseId);
    expect(after.state.envelope.context['coreVote']).toBe('approved');
    expect(await deadlineRows(caseId)).toEqual([['coreVote', 'met', '2026-04-01']]);
    await rig.send(caseId, 'allocation.resolve', { nature: 'exenta' }, budget);
    expect((await state(caseId)).state.envelope.value).toEqual({ approval: 'drafting' });
    expect(await types(caseId)).toEqual(['case.opened', 'proposal.present', 'deadline.expired', 'rectification', 'allocation.resolve']);
  });

  it('names the later line that would no longer stand', async () => {
    const caseId = await rig.open();
    await rig.send(caseId, 'proposal.present', {}, governor);
    await rig.send(caseId, 'coreVote.certify', { ...approval, sitting: '2026-03-02' }, coreSecretary);
    await rig.send(caseId, 'allocation.resolve', { nature: 'exenta' }, budget);
    const rejection = { ...approval, sitting: '2026-03-02', inFavour: 0, against: 16 };
    const refused = await rectify(caseId, { corrects: 3, data: rejection }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(EngineRefusal);
    expect((refused as EngineRefusal).reasons[0]).toEqual({ code: 'rectification-in-the-way', params: { line: 4 } });
    expect(await types(caseId)).toHaveLength(4);
  });

  it('can be rectified again, the last word counting', async () => {
    const caseId = await rig.open();
    await rig.send(caseId, 'proposal.present', {}, governor);
    rig.clock.set('2026-03-10T15:00:00.000Z');
    await rectify(caseId, { corrects: 2, occurredAt: '2026-03-05' });
    await rectify(caseId, { corrects: 2, occurredAt: '2026-03-03' });
    expect(await deadlineRows(caseId)).toEqual([['coreVote', 'running', '2026-04-02']]);
  });

  it('of the date alone keeps what an earlier one said of the data', async () => {
    const caseId = await rig.open();
    await rig.send(caseId, 'proposal.present', {}, governor);
    await rig.send(caseId, 'coreVote.certify', { ...approval, sitting: '2026-03-02' }, coreSecretary);
    rig.clock.set('2026-03-10T15:00:00.000Z');
    await rectify(caseId, { corrects: 3, data: { ...approval, sitting: '2026-03-02', modifications: 'Con menos obras' } });
    await rectify(caseId, { corrects: 3, occurredAt: '2026-03-03' });
    expect((await state(caseId)).state.envelope.context['coreVote']).toBe('modified');
  });

  it('refuses a date the future has not brought yet', async () => {
    const caseId = await rig.open();
    await rig.send(caseId, 'proposal.present', {}, governor);
    await expect(rectify(caseId, { corrects: 2, occurredAt: '2026-03-09' })).rejects.toMatchObject({ code: 'occurred-at' });
  });
});
