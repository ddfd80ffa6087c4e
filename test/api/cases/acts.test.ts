import { randomUUID } from 'node:crypto';
import { Powers } from '../../../src/governance/powers/powers.js';
import { expecting, Office, type Reply, type View } from '../../support/office.js';

const office = new Office('2026-03-02T15:00:00.000Z');
const english = { 'accept-language': 'en' };
const fault = ({ status, body }: Reply<unknown>): readonly unknown[] => [status, (body as { code?: string }).code];
const present = { type: 'proposal.present', data: {} };
const nowhere = '01a203ee-c2f1-7000-8915-22abd30d1f74';

describe('the order of checks', () => {
  const bad = { type: 'proposal.present', data: { remarks: 7 }, surplus: true };
  const invalid = { type: 'proposal.present', data: { remarks: 7 } };

  it('is 401, 404, 403, 412, 422, 409', async () => {
    const { id } = await office.open();
    const path = `/cases/${id}/events`;
    const stale = { 'if-match': '"7"' };
    const unsigned = await office.api.post(`/api/v1${path}`, bad, stale);
    expect(unsigned.status).toBe(401);
    for (const body of [bad, invalid, present]) {
      expect(fault(await office.post('mayor.muni-13101', path, body, stale))).toEqual([404, 'not-found']);
      expect(fault(await office.post('mayor.muni-16206', path, body, stale))).toEqual([403, 'not-empowered']);
      expect(fault(await office.post('governor.gore-16', path, body, stale))).toEqual([412, 'stale']);
    }
    expect(fault(await office.post('governor.gore-16', path, present, { 'if-match': 'seven' }))).toEqual([412, 'stale']);
    expect(fault(await office.post('mayor.muni-16206', path, present, { 'if-match': 'seven', 'idempotency-key': '' }))).toEqual([403, 'not-empowered']);
    for (const body of [bad, invalid]) expect(fault(await office.post('governor.gore-16', path, body, { 'if-match': '"1"' }))).toEqual([422, 'invalid']);
    expect(fault(await office.post('governor.gore-16', path, present, { 'idempotency-key': '' }))).toEqual([422, 'missing-idempotency-key']);
    expect(fault(await office.send('governor.gore-16', id, 'resolution.issue', { nature: 'perhaps' }))).toEqual([422, 'invalid']);
    expect(fault(await office.send('governor.gore-16', id, 'resolution.issue', { nature: 'afecta' }))).toEqual([409, 'event-refused']);
    expect((await office.view('governor.gore-16', id)).seq).toBe(1);
  });

  it('is kept where the date cannot be', async () => {
    const { id } = await office.open();
    for (const occurredAt of ['2026-03-03', '0001-01-01', '2026-03-02T23:59:59Z', 'yesterday', '2026-02-30']) {
      expect(fault(await office.send('mayor.muni-16206', id, 'proposal.present', {}, { occurredAt }))).toEqual([403, 'not-empowered']);
      const reply = await office.send('governor.gore-16', id, 'proposal.present', {}, { occurredAt });
      expect([occurredAt, ...fault(reply)]).toEqual([occurredAt, 422, 'invalid']);
    }
  });

  it('holds for a case that is not there, and for a name that is none', async () => {
    for (const id of [nowhere, 'FT-16-2026-000001', '1', '%20', 'x'.repeat(500)]) {
      expect(fault(await office.get('admin.subdere', `/cases/${id}`))).toEqual([404, 'not-found']);
      expect(fault(await office.post('admin.subdere', `/cases/${id}/events`, present))).toEqual([404, 'not-found']);
      expect(fault(await office.get('admin.subdere', `/cases/${id}/journal`))).toEqual([404, 'not-found']);
    }
  });
});

describe('a refusal', () => {
  it('says what would be taken, why not this, and who can change it', async () => {
    const { id } = await office.open();
    const reply = await office.post<Record<string, unknown>>('governor.gore-16', `/cases/${id}/events`, { type: 'resolution.issue', data: { nature: 'afecta' } }, english);
    expect(reply.body).toMatchObject({
      status: 409, code: 'event-refused', accepted: ['proposal.present', 'coreVote.except', 'agreement.record', 'agreement.abandon'],
      detail: 'The case does not take the event "Issue the approving resolution" in its present state.',
      why: [{ code: 'event-not-in-this-state', message: expect.stringContaining('Issue'), unblockedBy: [{ office: 'governor', institution: 'gore-16' }] }],
    });
    const spanish = await office.post<Record<string, unknown>>('governor.gore-16', `/cases/${id}/events`, { type: 'resolution.issue', data: { nature: 'afecta' } });
    expect(spanish.body['detail']).toMatch(/no admite la actuación/);
  });

  it.each(['nonsense', 'constructor', '__proto__', 'toString.valueOf', 'constructor.prototype', 'case.opened', 'deadline.expired', 'deadline.recomputed', 'xstate.done.actor.coreVote', 'signature.sign', '.', 'coreVote.'])(
    'answers an event of the name %s', async (type) => {
      const { id } = await office.open();
      const reply = await office.post<Record<string, unknown>>('governor.gore-16', `/cases/${id}/events`, { type, data: {} });
      expect([[409, 'event-refused'], [422, 'invalid']]).toContainEqual(fault(reply));
      expect((await office.view('governor.gore-16', id)).seq).toBe(1);
    });

  it('meets whoever sends what is the clockwork’s, however well it is said', async () => {
    const view = await office.walk(await office.open(), 'proposal.present');
    const body = { type: 'deadline.recomputed', data: { deadline: 'coreVote', reason: 'Porque quiero' } };
    for (const who of ['governor.gore-16', 'admin.subdere']) expect(fault(await office.post(who, `/cases/${view.id}/events`, body))).toEqual([409, 'event-refused']);
    expect(fault(await office.post('governor.gore-16', `/cases/${view.id}/events`, body, { 'if-match': '"1"' }))).toEqual([412, 'stale']);
    expect((await office.view('governor.gore-16', view.id)).seq).toBe(2);
  });

  it('names each field at fault, in the reader’s language', async () => {
    const { id } = await office.open();
    const send = { type: 'proposal.present', data: { remarks: 7, more: 1 } };
    const spanish = await office.post<{ errors: object[] }>('governor.gore-16', `/cases/${id}/events`, send);
    const inEnglish = await office.post<{ errors: object[] }>('governor.gore-16', `/cases/${id}/events`, send, english);
    expect(spanish.body.errors).toContainEqual({ path: 'data.remarks', message: expect.stringMatching(/^Debe ser un texto/) });
    expect(inEnglish.body.errors).toContainEqual({ path: 'data.remarks', message: expect.stringMatching(/^This must be a text/) });
  });

  it('lists the offices to choose from where several fit', async () => {
    const both = { official: 'legal.gore-16', institution: 'gore-16', office: 'governor', capacity: 'subrogante', rank: 1, from_day: '2026-03-10', to_day: '2026-03-12', act: 'Demo' };
    await office.db.query(`INSERT INTO appointment (${Object.keys(both).join()}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`, Object.values(both));
    const { id } = await office.open();
    office.api.clock.stop('2026-03-11T15:00:00.000Z');
    office.api.nest.get(Powers).changed();
    const send = { type: 'coreVote.except', data: { reason: 'other', basis: 'Otra causal' } };
    expect((await office.post<object>('legal.gore-16', `/cases/${id}/events`, send)).body).toMatchObject({ status: 422, offices: [{ office: 'governor' }, { office: 'legal' }] });
    expect(fault(await office.post('legal.gore-16', `/cases/${id}/events`, send, { 'if-match': '"9"' }))).toEqual([412, 'stale']);
    expect(fault(await office.post('legal.gore-16', `/cases/${id}/events`, { ...send, office: 'mayor' }))).toEqual([403, 'not-empowered']);
    const view = expecting(200, await office.post<View>('legal.gore-16', `/cases/${id}/events`, { ...send, office: 'governor' }));
    expect(view.state).toEqual(['approval.allocation.resolving']);
    const { items } = expecting(200, await office.get<{ items: object[] }>('legal.gore-16', `/cases/${id}/journal`));
    expect(items[1]).toMatchObject({ actor: { office: 'governor', official: 'legal.gore-16' }, power: { kind: 'subrogante' }, recordedBy: 'legal.gore-16', attested: false });
  });
});

describe('an idempotency key', () => {
  it('does an act once: the same body answers the current view, another is refused', async () => {
    const { id } = await office.open();
    const key = { 'idempotency-key': randomUUID() };
    const first = expecting(200, await office.post<View>('governor.gore-16', `/cases/${id}/events`, present, key));
    const on = await office.doNext(first, 'coreVote.certify');
    const again = await office.post<View>('governor.gore-16', `/cases/${id}/events`, { data: {}, type: 'proposal.present' }, key);
    expect([again.status, again.body.seq, again.headers.get('etag')]).toEqual([200, on.seq, `"${on.seq}"`]);
    expect(fault(await office.post('governor.gore-16', `/cases/${id}/events`, { ...present, data: { remarks: 'x' } }, key))).toEqual([422, 'key-reused']);
    const mine = await office.send('budget.gore-16', id, 'allocation.resolve', { nature: 'exenta' });
    expect(mine.status).toBe(200);
  });

  it('lets one of ten through that are sent at once', async () => {
    const { id } = await office.open();
    const key = { 'idempotency-key': randomUUID() };
    const replies = await Promise.all(Array.from({ length: 10 }, () => office.post<View>('governor.gore-16', `/cases/${id}/events`, present, key)));
    expect(replies.map(({ status, body }) => [status, body.seq])).toEqual(Array.from({ length: 10 }, () => [200, 2]));
  });

  it('lets one of ten openings through', async () => {
    const opening = { ...(await example()), title: 'Diez veces lo mismo' };
    const key = { 'idempotency-key': randomUUID() };
    const replies = await Promise.all(Array.from({ length: 10 }, () => office.post<View>('legal.gore-16', '/cases', opening, key)));
    expect(new Set(replies.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    expect(fault(await office.post('legal.gore-16', '/cases', { ...opening, title: 'Otra cosa' }, key))).toEqual([422, 'key-reused']);
    expect(expecting(201, await office.post<View>('governor.gore-16', '/cases', opening, key)).id).not.toBe(replies[0].body.id);
  });

  it('is free again after a refusal', async () => {
    const { id } = await office.open();
    const key = { 'idempotency-key': randomUUID() };
    expect((await office.post('governor.gore-16', `/cases/${id}/events`, { type: 'resolution.issue', data: { nature: 'afecta' } }, key)).status).toBe(409);
    expect((await office.post('governor.gore-16', `/cases/${id}/events`, present, key)).status).toBe(200);
  });
});

describe('If-Match', () => {
  it('is stale after an expiry nobody saw, which stays', async () => {
    const { id } = await office.walk(await office.open(), 'proposal.present');
    office.api.clock.stop('2026-05-04T15:00:00.000Z');
    const reply = await office.post('budget.gore-16', `/cases/${id}/events`, { type: 'allocation.resolve', data: {} }, { 'if-match': '"2"' });
    expect(fault(reply)).toEqual([412, 'stale']);
    const [{ seq, state }] = await office.db.query<{ seq: number; state: string[] }>('SELECT seq, state FROM cases WHERE id = $1', [id]);
    expect({ seq, state }).toEqual({ seq: 3, state: ['approval.allocation.resolving'] });
    expect((await office.post('budget.gore-16', `/cases/${id}/events`, { type: 'allocation.resolve', data: {} }, { 'if-match': '"3"' })).status).toBe(200);
  });
});

async function example(): Promise<object> {
  const { body } = await office.get<{ open: { example: object } }>('legal.gore-16', '/workflows/fndr-transfer');
  return { workflow: 'fndr-transfer', ...body.open.example };
}
