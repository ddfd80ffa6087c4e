import { expecting, Office, type View } from '../support/office.js';

const office = new Office('2026-03-02T15:00:00.000Z');
const code = 'sernatur.focalizacion';

interface Answer {
  readonly holder: { readonly institution: string; readonly ends: string; readonly until: string | null; readonly case: string | null } | null;
  readonly inCharge: { readonly institution: string; readonly ends: string; readonly joint: boolean; readonly afterLapseOf: unknown } | null;
  readonly others: readonly { readonly institution: string; readonly part: string }[];
  readonly cautions: readonly string[];
}
const answer = async (at: string, territory = '16101', competence = code) => expecting(200, await office.get<Answer>('mayor.muni-16101', `/competences/${competence}?territory=${territory}&at=${at}`, { 'accept-language': 'en' }));

async function recorded(competence = code): Promise<View> {
  const example = expecting(200, await office.get<{ open: { example: Record<string, unknown> } }>('legal.gore-16', '/workflows/competence-transfer')).open.example;
  const participants = [{ role: 'regionalGovernment', institution: 'gore-16' }, { role: 'origin', institution: 'sernatur' }, { role: 'sectorMinistry', institution: 'min-economia' }];
  const data = { competence, name: 'Focalización de instrumentos de turismo', field: 'productive-development' };
  return expecting(201, await office.post<View>('governor.gore-16', '/cases', { workflow: 'competence-transfer', ...example, participants, data }));
}

describe('a transfer that was decreed before', () => {
  it('stands in the ledger with what is known of it, ends when its end is found, and goes back by itself', async () => {
    const view = await recorded();
    const decree = { duration: 'temporary', mode: 'shared', inCharge: 'receiver', effectiveOn: '2026-02-01', until: null, number: '246', decreedOn: '2026-01-15' };
    expecting(200, await office.send('governor.gore-16', view.id, 'transfer.record', decree));
    expect(await answer('2026-03-02')).toMatchObject({
      holder: { institution: 'gore-16', ends: 'unknown', until: null, case: view.id }, inCharge: { institution: 'gore-16', ends: 'unknown', joint: true },
      others: [{ institution: 'sernatur', part: 'shares' }], cautions: ['Until when it holds: not known.', 'The competence is known from an act alone; somebody has to say what it is.'],
    });
    expect((await answer('2026-01-31')).inCharge?.institution).toBe('sernatur');
    expect((await answer('2026-03-02', '13')).inCharge?.institution).toBe('sernatur');

    expecting(200, await office.send('legal.gore-16', view.id, 'term.find', { until: '2027-01-31', source: 'Texto del decreto' }));
    expect(await answer('2026-03-02')).toMatchObject({ holder: { until: '2027-01-31', ends: 'on-day' } });
    expect(await answer('2027-02-01')).toMatchObject({ holder: { institution: 'sernatur', case: null }, inCharge: { institution: 'sernatur', afterLapseOf: { number: '246' } } });
    office.api.clock.stop('2027-02-01T15:00:00.000Z');
    await office.settle();
    expect((await answer('2027-02-01')).inCharge?.institution).toBe('sernatur');
    expect((await office.view('governor.gore-16', view.id)).state).not.toEqual(view.state);
  });
});

describe('a change that was decreed', () => {
  it('is answered for its day as soon as its act is there: the transfer, its renewal, and its revocation', async () => {
    const own = 'sernatur.promocion';
    const view = await recorded(own);
    const on = async (at: string) => (await answer(at, '16101', own)).holder;
    const decree = { duration: 'temporary', mode: 'exclusive', inCharge: 'receiver', effectiveOn: '2026-04-01', until: '2028-03-31', number: '300', decreedOn: '2026-02-15' };
    expecting(200, await office.send('governor.gore-16', view.id, 'transfer.record', decree));
    expect((await answer('2026-03-31', '16101', own)).holder?.institution).toBe('sernatur');
    expect(await answer('2026-04-01', '16101', own)).toMatchObject({ holder: { institution: 'gore-16', until: '2028-03-31', act: { number: '300' } }, inCharge: { institution: 'gore-16' } });
    const entered = async () => office.db.query('SELECT id FROM competence_title WHERE case_id = $1 ORDER BY id', [view.id]);
    const before = await entered();
    office.api.clock.stop('2026-04-01T15:00:00.000Z');
    await office.settle();
    expect([before.length, await entered()]).toEqual([1, before]);

    expecting(200, await office.send('undersecretary.subdere', view.id, 'renewal.record', { until: '2030-03-31', number: '301', decreedOn: '2026-04-01' }));
    expect(await on('2028-04-01')).toMatchObject({ institution: 'gore-16', since: '2028-04-01', until: '2030-03-31', act: { number: '301' } });
    expecting(200, await office.send('governor.gore-16', view.id, 'revocation.request', { reason: 'La región no puede sostenerla' }));
    expecting(200, await office.send('president.presidencia', view.id, 'revocation.decree', { reasons: 'A petición de la región', number: '302', decreedOn: '2026-04-01' }));
    expect(await answer('2026-12-31', '16101', own)).toMatchObject({ holder: { institution: 'gore-16', until: '2026-12-31' }, inCharge: { institution: 'gore-16', until: '2026-12-31' } });
    for (const day of ['2027-01-01', '2028-03-31', '2028-04-01', '2030-04-01']) {
      expect(await answer(day, '16101', own)).toMatchObject({ holder: { institution: 'sernatur', since: '2027-01-01', until: null, act: { number: '302' } }, inCharge: { institution: 'sernatur', since: '2027-01-01', until: null } });
    }
    expect((await office.get<{ items: readonly { code: string }[] }>('mayor.muni-16101', '/competences?institution=gore-16&at=2027-06-01')).body.items.map((one) => one.code)).not.toContain(own);

    const refused = await office.send('undersecretary.subdere', view.id, 'renewal.record', { until: '2032-03-31', number: '303', decreedOn: '2026-04-01' }, {});
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([409, expect.stringContaining('La revocación ya fue decretada')]);
    const told = await entered();
    office.api.clock.stop('2027-01-01T15:00:00.000Z');
    await office.settle();
    expect([(await office.view('governor.gore-16', view.id)).state, await entered()]).toEqual([['evaluating'], told]);
  });
});
