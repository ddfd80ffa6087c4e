import { expecting, Office } from '../../support/office.js';

const office = new Office('2026-03-02T15:00:00.000Z', { env: { CONVENIO_SANDBOX: '1' } });
const advance = (advanceTo: unknown, who = 'mayor.muni-16206'): ReturnType<Office['post']> => office.post(who, '/sandbox/clock', { advanceTo });

describe('the training clock', () => {
  it('makes the proposal stand when the CORE’s days are over', async () => {
    const view = await office.walk(await office.open(), 'proposal.present');
    const { due, alternative } = view.deadlines[0] as unknown as { due: string; alternative: string };
    expect([due, alternative]).toEqual(['2026-04-01', '2026-04-14']);
    // The adverse effect comes after the later of the two readings only.
    expecting(200, await advance('2026-04-14T12:00:00-04:00'));
    expect((await office.view('governor.gore-16', view.id)).state).toEqual(['approval.coreVote']);
    expect(expecting(200, await advance('2026-04-15T12:00:00Z'))).toEqual({ now: '2026-04-15T12:00:00.000Z' });
    const [row] = await office.db.query<{ state: string[]; seq: number }>('SELECT state, seq FROM cases WHERE id = $1', [view.id]);
    expect(row).toEqual({ state: ['approval.allocation.resolving'], seq: 3 });
    const next = await office.walk(await office.view('governor.gore-16', view.id), 'allocation.resolve');
    expect(next.state).toEqual(['approval.drafting']);
  });

  it('goes nowhere with a past instant, and takes nothing else', async () => {
    expect(expecting(200, await advance('2020-01-01T00:00:00Z'))).toEqual({ now: '2026-03-02T15:00:00.000Z' });
    for (const wrong of ['soon', 7, null, '2026-13-01T00:00:00Z']) expect((await advance(wrong)).status).toBe(422);
  });

  it('lets a whole agreement fall due in turn', async () => {
    const way = ['proposal.present', 'coreVote.certify', 'allocation.resolve', 'draft.finish', 'councilVote.present'] as const;
    const view = await office.walk(await office.open(), ...way);
    expecting(200, await advance('2026-06-01T12:00:00Z'));
    const later = await office.view('governor.gore-16', view.id);
    expect([later.state, later.data['councilVote']]).toEqual([['approval.signature'], 'proposalStands']);
    const signed = await office.walk(later, 'signature.sign', 'signature.sign', 'resolution.issue', 'agreement.send', 'execution.payInstalment');
    expecting(200, await advance('2026-12-01T12:00:00Z'));
    const ended = await office.view('governor.gore-16', signed.id);
    expect(ended.deadlines.filter(({ status }) => status === 'expired').map(({ name }) => name)).toEqual(expect.arrayContaining(['councilVote', 'monthlyAccount']));
    expect(ended.deadlines.every(({ status, due }) => status !== 'running' || due === null || due >= '2026-12-01')).toBe(true);
  });
});

describe('outside the sandbox', () => {
  const real = new Office('2026-03-02T15:00:00.000Z');

  it('there is no such clock', async () => {
    expect((await real.post('admin.subdere', '/sandbox/clock', { advanceTo: '2027-01-01T00:00:00Z' })).status).toBe(404);
  });
});
