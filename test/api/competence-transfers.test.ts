import { expecting, Office, type View } from '../support/office.js';

const office = new Office('2026-03-02T15:00:00.000Z');
const code = 'sernatur.focalizacion';

interface Answer {
  readonly holder: { readonly institution: string; readonly ends: string; readonly until: string | null; readonly case: string | null } | null;
  readonly inCharge: { readonly institution: string; readonly ends: string; readonly joint: boolean; readonly afterLapseOf: unknown } | null;
  readonly others: readonly { readonly institution: string; readonly part: string }[];
  readonly cautions: readonly string[];
}
const answer = async (at: string, territory = '16101') => expecting(200, await office.get<Answer>('mayor.muni-16101', `/competences/${code}?territory=${territory}&at=${at}`, { 'accept-language': 'en' }));

async function recorded(): Promise<View> {
  const example = expecting(200, await office.get<{ open: { example: Record<string, unknown> } }>('legal.gore-16', '/workflows/competence-transfer')).open.example;
  const participants = [{ role: 'regionalGovernment', institution: 'gore-16' }, { role: 'origin', institution: 'sernatur' }, { role: 'sectorMinistry', institution: 'min-economia' }];
  const data = { competence: code, name: 'Focalización de instrumentos de turismo', field: 'productive-development' };
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
