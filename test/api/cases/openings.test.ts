import { expecting, Office, type Reply, type View } from '../../support/office.js';

const office = new Office('2026-03-02T15:00:00.000Z');
const english = { 'accept-language': 'en' };
const opening = {
  workflow: 'fndr-transfer', title: 'Mejoramiento de la plaza', territory: '16101',
  participants: [{ role: 'regionalGovernment', institution: 'gore-16' }, { role: 'technicalUnit', institution: 'muni-16101' }],
  data: { initiative: 'Mejoramiento de la plaza', amount: 25_000_000 },
};
const region = (institution: string): object => ({ role: 'regionalGovernment', institution });
const unit = (institution: string): object => ({ role: 'technicalUnit', institution });

interface Refused {
  readonly code: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}
const open = (who: string, change: object): Promise<Reply<Refused>> => office.post<Refused>(who, '/cases', { ...opening, ...change }, english);

describe('a case', () => {
  it('is opened by an office that the workflow names, with those who take part by law', async () => {
    const reply = await office.post<View>('legal.gore-16', '/cases', { ...opening, identifiers: [{ scheme: 'BIP', value: '40044134' }] });
    const view = expecting(201, reply);
    expect(view).toMatchObject({
      number: 'FT-16-2026-000001', status: 'open', state: ['initiative'], seq: 1, region: '16', openedOn: '2026-03-02', identifiers: [{ scheme: 'BIP', value: '40044134' }],
      participants: [{ role: 'regionalGovernment', institution: 'gore-16', party: true }, { role: 'technicalUnit', institution: 'muni-16101', party: true }, { role: 'comptroller', institution: 'cgr-16', party: false }],
    });
    expect(reply.headers.get('etag')).toBe('"1"');
    const { items } = expecting(200, await office.get<{ items: object[] }>('legal.gore-16', `/cases/${view.id}/journal`));
    expect(items).toEqual([expect.objectContaining({ seq: 1, type: 'case.opened', actor: { role: 'regionalGovernment', office: 'legal', institution: 'gore-16', official: 'legal.gore-16' }, occurredOn: '2026-03-02' })]);
  });

  it('without a territory belongs to the region of its regional government', async () => {
    const view = expecting(201, await office.post<View & { region: string }>('governor.gore-12', '/cases', { ...opening, territory: null, participants: [region('gore-12'), unit('serviu-12')] }));
    expect([view.region, view.participants[2].institution, view.number]).toEqual(['12', 'cgr-12', 'FT-12-2026-000001']);
  });

  it('can be opened on a day of the past, and then follows from that day', async () => {
    const view = expecting(201, await office.post<View & { openedOn: string }>('legal.gore-16', '/cases', { ...opening, occurredAt: '2024-05-06' }));
    expect([view.openedOn, view.number]).toEqual(['2024-05-06', 'FT-16-2024-000001']);
    const late = expecting(200, await office.send('governor.gore-16', view.id, 'proposal.present', {}, { occurredAt: '2024-05-10' }));
    expect(late.deadlines[0]).toMatchObject({ started: '2024-05-10', status: 'expired' });
  });

  it.each([
    ['mayor.muni-16101', {}, 'not-empowered'],
    ['legal.gore-13', {}, 'not-empowered'],
    ['admin.subdere', {}, 'not-empowered'],
    ['mayor.muni-16101', { title: 7, data: { initiative: 'x' } }, 'not-empowered'],
    ['legal.gore-13', { data: {}, participants: [region('gore-16'), unit('cgr-16'), unit('muni-16101')] }, 'not-empowered'],
    ['legal.gore-16', { participants: [unit('muni-16101')] }, 'not-empowered'],
  ])('is not opened by %s %j', async (who, change, code) => {
    const reply = await open(who, change);
    expect([reply.status, reply.body.code]).toEqual([403, code]);
  });

  it.each([
    [{ workflow: 'nothing' }, 'workflow', 'There is no procedure "nothing". There are: affected-bodies-opinion, asset-handover, '],
    [{ workflow: 'constructor' }, 'workflow', 'There is no procedure'],
    [{ territory: '16999' }, 'territory', 'There is no territory "16999".'],
    [{ territory: 'Chillán' }, 'territory', 'region'],
    [{ participants: [region('gore-16'), unit('muni-99999')] }, 'participants.1.institution', 'There is no institution "muni-99999".'],
    [{ participants: [region('gore-16')] }, 'participants', 'Nobody takes the role "technicalUnit".'],
    [{ participants: [region('gore-16'), unit('muni-16101'), { role: 'constructor', institution: 'gore-16' }] }, 'participants.2.role', 'knows no role "constructor"'],
    [{ participants: [region('gore-16'), unit('muni-16101'), unit('muni-16102')] }, 'participants.2.role', 'given twice'],
    [{ participants: [region('gore-16'), unit('gore-16')] }, 'participants.1.institution', 'with itself'],
    [{ participants: [region('gore-16'), unit('cgr-16')] }, 'participants.1.institution', 'is of level control; the role "technicalUnit" is for: municipal'],
    [{ data: { initiative: 'x', amount: '1' } }, 'data.amount', 'must be a number'],
    [{ data: { initiative: 'Algo', amount: null, more: 1 } }, 'data', 'Not known: more'],
    [{ data: [] }, 'data', 'must be an object'],
    [{ title: ' ' }, 'title', 'at least 3 characters'],
    [{ identifiers: [{ scheme: '', value: '' }] }, 'identifiers.0.scheme', 'at least 1 characters'],
    [{ occurredAt: '2026-03-03' }, 'occurredAt', 'An event cannot be dated 2026-03-03: today is 2026-03-02.'],
    [{ occurredAt: '0001-01-01' }, 'occurredAt', ''],
    [{ surplus: 1 }, '', 'Not known: surplus'],
  ])('is not opened with %j', async (change, path, message) => {
    const { status, body } = await open('legal.gore-16', change);
    expect([status, body.code]).toEqual([422, 'invalid']);
    expect(body.errors?.map((error) => error.path)).toContain(path);
    expect(body.errors?.find((error) => error.path === path)?.message).toContain(message);
  });

  it('that nobody could open leaves no number behind', async () => {
    await open('legal.gore-16', { data: {} });
    await open('legal.gore-13', {});
    const before = expecting(201, await office.post<View>('legal.gore-16', '/cases', opening));
    await open('legal.gore-16', { data: {} });
    const after = expecting(201, await office.post<View>('legal.gore-16', '/cases', opening));
    expect(Number(after.number.slice(-6)) - Number(before.number.slice(-6))).toBe(1);
  });

  it('needs an Idempotency-Key', async () => {
    const reply = await office.post<Refused>('legal.gore-16', '/cases', opening, { 'idempotency-key': '' });
    expect([reply.status, reply.body.code]).toEqual([422, 'missing-idempotency-key']);
    expect((await office.post<Refused>('mayor.muni-16101', '/cases', opening, { 'idempotency-key': '' })).status).toBe(403);
  });
});
