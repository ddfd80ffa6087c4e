import { expecting, Office, type Reply, type View } from '../../support/office.js';

const office = new Office('2026-03-02T15:00:00.000Z');
const fault = ({ status, body }: Reply<unknown>): readonly unknown[] => [status, (body as { code?: string }).code];
const reason = { reason: 'Falta un antecedente del proyecto', basis: 'Ley 19.880, art. 26' };

const TO_REVIEW: readonly (string | readonly [string, Record<string, unknown>])[] = [
  'proposal.present', 'coreVote.certify', 'allocation.resolve', 'draft.finish', 'councilVote.present', 'councilVote.certify', 'signature.sign', 'signature.sign',
  ['resolution.issue', { nature: 'afecta' }], 'review.enter',
];
const named = (view: View, name: string): View['deadlines'][number] => view.deadlines.findLast((row) => row.name === name)!;
const act = (who: string, id: string, path: string, body: object, headers = {}): Promise<Reply<View>> => office.post<View>(who, `/cases/${id}/deadlines/${path}`, body, headers);

describe('a deadline', () => {
  it('shows its date, how it was counted, by which article, and how sure that is', async () => {
    const view = await office.walk(await office.open(), 'proposal.present');
    const read = await office.view('governor.gore-16', view.id, { 'accept-language': 'en' });
    expect(named(read, 'coreVote')).toMatchObject({
      startsFrom: 'presentation', started: '2026-03-02', due: '2026-04-01', amount: 30, unit: 'calendar', status: 'running', onExpiry: 'proposalStands',
      alternative: '2026-04-14', certainty: 'assumption', title: 'Decision of the CORE', subject: '', basis: 'LOC 19.175 art. 36, inciso final',
    });
    const { explanation } = named(read, 'coreVote');
    expect(explanation[0]).toMatchObject({ date: '2026-03-02', note: expect.stringContaining('Monday') });
    expect(explanation.map(({ note }) => note).join(' ')).toContain('the law says only "days"');
  });

  it('that ended is seen as ended by the first who looks, without a sweep', async () => {
    const view = await office.walk(await office.open(), 'proposal.present');
    office.api.clock.stop('2026-04-14T15:00:00.000Z');
    expect(named(await office.view('governor.gore-16', view.id), 'coreVote').status).toBe('running');
    office.api.clock.stop('2026-04-15T15:00:00.000Z');
    const read = await office.view('governor.gore-16', view.id);
    expect([named(read, 'coreVote').status, read.state, read.seq, read.data['coreVote']]).toEqual(['expired', ['approval.allocation.resolving'], 3, 'proposalStands']);
    const { items } = expecting(200, await office.get<{ items: object[] }>('governor.gore-16', `/cases/${view.id}/journal`));
    expect(items[2]).toMatchObject({ type: 'deadline.expired', occurredOn: '2026-04-15', recordedBy: 'clockwork', data: { deadline: 'coreVote', effect: 'proposalStands' } });
    await office.settle();
    expect((await office.view('governor.gore-16', view.id)).seq).toBe(3);
  });

  it('is extended by the office its rule names, within what its rule allows', async () => {
    const view = await office.walk(await office.open(), ...TO_REVIEW);
    const before = named(view, 'legalityReview');
    const extend = (who: string, body: object): Promise<Reply<View>> => act(who, view.id, 'legalityReview/extend', body);
    expect(fault(await extend('governor.gore-16', { amount: 5, ...reason }))).toEqual([403, 'not-empowered']);
    expect(fault(await extend('mayor.muni-13101', { amount: 5, ...reason }))).toEqual([404, 'not-found']);
    expect(fault(await extend('comptroller.cgr-16', { amount: 0, ...reason }))).toEqual([422, 'invalid']);
    expect(fault(await extend('governor.gore-16', { amount: 0 }))).toEqual([403, 'not-empowered']);
    const tooMuch = await extend('comptroller.cgr-16', { amount: 16, ...reason });
    expect(tooMuch).toMatchObject({ status: 409, body: { code: 'event-refused', why: [{ code: 'extension-over-own', message: expect.stringContaining('15') }] } });
    const after = named(expecting(200, await extend('comptroller.cgr-16', { amount: 15, requestedOn: '2026-03-02', ...reason })), 'legalityReview');
    expect([before.due, after.due, after['extended']]).toEqual(['2026-03-23', '2026-04-14', 15]);
    expect(after.explanation.map(({ note }) => note).join(' ')).toMatch(/15/);
    const attested = { attested: { office: 'comptroller', institution: 'cgr-16' }, instrument: { kind: 'oficio', date: '2026-03-02' } };
    expect(fault(await extend('legal.gore-16', { amount: 1, ...reason, ...attested }))).toEqual([409, 'event-refused']);
  });

  it('that no rule lets be extended says so', async () => {
    const view = await office.walk(await office.open(), 'proposal.present');
    const reply = await act('governor.gore-16', view.id, 'coreVote/extend', { amount: 5, ...reason }, { 'accept-language': 'en' });
    expect(reply).toMatchObject({ status: 409, body: { why: [{ code: 'extension-unknown', message: expect.stringContaining('No rule that was read') }] } });
  });

  it('is never extended once it has expired', async () => {
    const view = await office.walk(await office.open(), ...TO_REVIEW);
    office.api.clock.stop('2026-03-25T15:00:00.000Z');
    const reply = await act('comptroller.cgr-16', view.id, 'legalityReview/extend', { amount: 5, ...reason });
    expect(reply).toMatchObject({ status: 409, body: { why: [{ code: 'deadline-expired' }] } });
    expect(named(await office.view('governor.gore-16', view.id), 'legalityReview').status).toBe('expired');
  });

  it('stands still while suspended, and is waited for', async () => {
    const view = await office.walk(await office.open(), ...TO_REVIEW);
    const suspend = (who: string): Promise<Reply<View>> => act(who, view.id, 'legalityReview/suspend', reason);
    expect(fault(await suspend('governor.gore-16'))).toEqual([403, 'not-empowered']);
    const suspended = expecting(200, await suspend('comptroller.cgr-16'));
    expect(named(suspended, 'legalityReview').status).toBe('suspended');
    expect(suspended.waits).toContainEqual(expect.objectContaining({ code: 'suspended', for: 'cgr-16', since: '2026-03-02', basis: reason.basis, reason: expect.stringContaining(reason.reason) }));
    expect(fault(await suspend('comptroller.cgr-16'))).toEqual([409, 'event-refused']);
    office.api.clock.stop('2026-05-04T15:00:00.000Z');
    const resumed = expecting(200, await act('comptroller.cgr-16', view.id, 'legalityReview/resume', {}));
    expect(named(resumed, 'legalityReview')).toMatchObject({ status: 'running', due: '2026-05-26' });
    expect(fault(await act('comptroller.cgr-16', view.id, 'legalityReview/resume', {}))).toEqual([409, 'event-refused']);
  });

  it('of a name nobody knows is not found; one that does not run is refused', async () => {
    const { id } = await office.open();
    for (const path of ['nothing/extend', 'constructor/suspend', '__proto__/resume']) expect(fault(await act('governor.gore-16', id, path, {}))).toEqual([404, 'not-found']);
    expect(await act('comptroller.cgr-16', id, 'legalityReview/extend', { amount: 1, ...reason })).toMatchObject({ status: 409, body: { why: [{ code: 'deadline-not-open' }] } });
  });

  it('answers the same act sent twice', async () => {
    const view = await office.walk(await office.open(), ...TO_REVIEW);
    const key = { 'idempotency-key': 'extend-once' };
    const extend = (path: string, body: object): Promise<Reply<View>> => act('comptroller.cgr-16', view.id, path, body, key);
    const replies = await Promise.all([1, 2, 3].map(() => extend('legalityReview/extend', { amount: 5, ...reason })));
    expect(replies.map(({ status, body }) => [status, named(body, 'legalityReview')['extended']])).toEqual([[200, 5], [200, 5], [200, 5]]);
    expect(fault(await extend('legalityReview/suspend', reason))).toEqual([422, 'key-reused']);
  });
});
