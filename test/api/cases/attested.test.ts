import { expecting, Office, type Reply, type View } from '../../support/office.js';

const office = new Office('2026-03-02T15:00:00.000Z');
const fault = ({ status, body }: Reply<unknown>): readonly unknown[] => [status, (body as { code?: string }).code];
const oficio = { kind: 'oficio', number: 'E12345/2026', date: '2026-03-02' } as const;
const ofContraloria = { attested: { office: 'comptroller', institution: 'cgr-16' } };

/** An afecta agreement before Contraloría. */
async function underReview(): Promise<View> {
  const way = ['proposal.present', 'coreVote.certify', 'allocation.resolve', 'draft.finish', 'councilVote.present', 'councilVote.certify', 'signature.sign', 'signature.sign'];
  return office.walk(await office.open(), ...way, ['resolution.issue', { nature: 'afecta' }], 'review.enter');
}

type Journal = Readonly<Record<'items' | 'notes', readonly Record<string, unknown>[]>>;
const journal = async (id: string): Promise<Journal> => expecting(200, await office.get<Journal>('governor.gore-16', `/cases/${id}/journal`));
const lines = async (id: string): Promise<Journal['items']> => (await journal(id)).items;
const notes = async (id: string): Promise<Journal['notes']> => (await journal(id)).notes;

describe('an act of a body that does not act here', () => {
  it('is attested with its document, by who keeps the file, and shown as such', async () => {
    const { id, seq } = await underReview();
    const clear = async (who: string, more: object): Promise<Reply<View>> => office.send(who, id, 'review.clear', {}, more as Record<string, unknown>);
    expect(await clear('legal.gore-16', ofContraloria)).toMatchObject({ status: 422, body: { code: 'invalid', errors: [{ path: 'instrument' }] } });
    expect(fault(await clear('legal.gore-16', { instrument: oficio }))).toEqual([403, 'not-empowered']);
    expect(fault(await clear('finance.muni-16206', { ...ofContraloria, instrument: oficio }))).toEqual([403, 'not-empowered']);
    expect(fault(await clear('comptroller.cgr-16', { ...ofContraloria, instrument: oficio }))).toEqual([403, 'not-empowered']);
    expect(await clear('legal.gore-16', { attested: { office: 'governor', institution: 'gore-16' }, instrument: oficio })).toMatchObject({ status: 403 });
    expect(await clear('legal.gore-16', { attested: { office: 'mayor', institution: 'muni-16206' }, instrument: oficio }))
      .toMatchObject({ status: 422, body: { errors: [{ path: 'attested.office', message: expect.stringContaining('comptroller.cgr-16') }] } });
    const view = expecting(200, await clear('legal.gore-16', { ...ofContraloria, instrument: oficio }));
    expect(view.state).toEqual(['approval.sending']);
    expect((await lines(id)).at(-1)).toMatchObject({
      seq: seq + 1, attested: true, source: 'attested', recordedBy: 'legal.gore-16', instrument: oficio,
      actor: { role: 'comptroller', office: 'comptroller', institution: 'cgr-16', official: 'attested:comptroller.cgr-16' },
      power: { kind: 'holder', office: 'legal', institution: 'gore-16' },
    });
  });

  it('is contested or confirmed by that body alone', async () => {
    const { id, seq } = await underReview();
    expecting(200, await office.send('legal.gore-16', id, 'review.clear', {}, { ...ofContraloria, instrument: oficio }));
    const line = seq + 1;
    const word = (who: string, type: string, data: object, more = {}): Promise<Reply<View>> => office.send(who, id, `attestation.${type}`, data as Record<string, unknown>, more);
    expect(fault(await word('governor.gore-16', 'confirmed', { line }))).toEqual([403, 'not-empowered']);
    expect(fault(await word('legal.gore-16', 'confirmed', { line }, { ...ofContraloria, instrument: oficio }))).toEqual([403, 'not-empowered']);
    expect(fault(await word('comptroller.cgr-16', 'confirmed', { line: 99 }))).toEqual([422, 'invalid']);
    expect(fault(await word('comptroller.cgr-16', 'confirmed', { line: 'x' }))).toEqual([422, 'invalid']);
    expect(fault(await word('comptroller.cgr-16', 'contested', { line }))).toEqual([422, 'invalid']);
    expect(fault(await word('governor.gore-16', 'confirmed', { line: 2 }))).toEqual([409, 'event-refused']);
    expecting(200, await word('legal.cgr-16', 'contested', { line, reason: 'Ese oficio es de otro convenio' }));
    expecting(200, await word('comptroller.cgr-16', 'confirmed', { line }));
    expect(fault(await word('comptroller.cgr-16', 'confirmed', { line }))).toEqual([409, 'event-refused']);
    expect((await notes(id))[line - 1]).toMatchObject({
      contestedBy: { line: line + 1, official: 'legal.cgr-16', reason: 'Ese oficio es de otro convenio' }, confirmedBy: { line: line + 2, office: 'comptroller' },
    });
  });

  it('lets one institution go the whole way alone', async () => {
    let view = await office.open();
    const attest = async (type: string, body: string, institution: string): Promise<void> => {
      const { example } = view.next.find(({ event }) => event === type)!;
      view = expecting(200, await office.send('legal.gore-16', view.id, type, example, { attested: { office: body, institution }, instrument: oficio }));
    };
    view = await office.walk(view, 'proposal.present', 'coreVote.certify', 'allocation.resolve', 'draft.finish');
    await attest('councilVote.present', 'mayor', 'muni-16206');
    await attest('councilVote.certify', 'council-secretary', 'muni-16206');
    view = await office.doNext(view, 'signature.sign');
    await attest('signature.sign', 'mayor', 'muni-16206');
    expect(view.state).toEqual(['approval.resolution']);
    expect(view.steps.find(({ id }) => id === 'signature')?.participants).toEqual([
      { role: 'regionalGovernment', institution: 'gore-16', offices: ['governor'], status: 'given', on: '2026-03-02' },
      { role: 'technicalUnit', institution: 'muni-16206', offices: ['mayor', 'director', 'president', 'head'], status: 'given', on: '2026-03-02' },
    ]);
  });
});

const due = (at: View): unknown => at.deadlines.find(({ name }) => name === 'coreVote')?.due;

describe('a rectification', () => {
  it('corrects a line by whoever might have sent it, once, and says what became different', async () => {
    const opened = await office.open();
    office.api.clock.stop('2026-03-20T15:00:00.000Z');
    const view = await office.doNext(opened, 'proposal.present');
    const body = { type: 'rectification', data: { corrects: 2, occurredAt: '2026-03-10', reason: 'Se presentó diez días antes' } };
    const path = `/cases/${view.id}/events`;
    expect(fault(await office.post('budget.gore-16', path, body))).toEqual([403, 'not-empowered']);
    expect(fault(await office.post('budget.gore-16', path, { ...body, data: { corrects: 2 } }))).toEqual([403, 'not-empowered']);
    expect(fault(await office.post('budget.gore-16', path, { ...body, data: { corrects: 2 }, more: 1 }))).toEqual([403, 'not-empowered']);
    expect(fault(await office.post('governor.gore-16', path, body, { 'if-match': '"1"' }))).toEqual([412, 'stale']);
    expect(fault(await office.post('governor.gore-16', path, { ...body, data: { corrects: 2 } }))).toEqual([422, 'invalid']);
    expect(fault(await office.post('governor.gore-16', path, { ...body, data: { corrects: 77, reason: 'No existe' } }))).toEqual([422, 'invalid']);
    const key = { 'idempotency-key': 'rectify-once' };
    const corrected = expecting(200, await office.post<View>('governor.gore-16', path, body, key));
    expect([due(view), due(corrected), corrected.seq]).toEqual(['2026-04-19', '2026-04-09', 3]);
    expect(expecting(200, await office.post<View>('governor.gore-16', path, body, key)).seq).toBe(3);
    expect((await lines(view.id)).at(-1)).toMatchObject({ type: 'rectification', data: { corrects: 2, difference: { deadlines: [expect.anything()] } } });
  });

  it('puts an act that was recorded late in the place of the expiry it had prevented', async () => {
    const view = await office.walk(await office.open(), 'proposal.present');
    const { example } = view.next.find(({ event }) => event === 'coreVote.certify')!;
    office.api.clock.stop('2026-04-20T15:00:00.000Z');
    expect((await office.view('governor.gore-16', view.id)).data['coreVote']).toBe('proposalStands');
    const data = { corrects: 3, type: 'coreVote.certify', occurredAt: '2026-03-10', data: { ...example, sitting: '2026-03-10' }, reason: 'El certificado llegó tarde al expediente' };
    expect(fault(await office.send('governor.gore-16', view.id, 'rectification', data))).toEqual([403, 'not-empowered']);
    const corrected = expecting(200, await office.send('core-secretary.gore-16', view.id, 'rectification', data));
    expect([corrected.data['coreVote'], corrected.deadlines[0].status, corrected.state]).toEqual(['approved', 'met', ['approval.allocation.resolving']]);
  });

  it('names the line in the way', async () => {
    const opened = await office.open();
    office.api.clock.stop('2026-03-20T15:00:00.000Z');
    const view = await office.walk(opened, 'proposal.present', ['coreVote.certify', { sitting: '2026-03-20', call: 'first', inOffice: 16, present: 16, presidedBy: 'member', inFavour: 16, against: 0, abstentions: [] }]);
    office.api.clock.stop('2026-03-25T15:00:00.000Z');
    const data = { corrects: 2, occurredAt: '2026-03-24', reason: 'Se presentó después' };
    const reply = await office.post<Record<string, unknown>>('governor.gore-16', `/cases/${view.id}/events`, { type: 'rectification', data }, { 'accept-language': 'en' });
    expect(reply.body).toMatchObject({ status: 409, why: [{ code: 'rectification-in-the-way', message: 'With that correction, line 3 would no longer be accepted.' }, expect.anything()] });
  });
});
