import { expecting, Office, type Reply } from '../support/office.js';

const office = new Office('2026-03-02T15:00:00.000Z');
const of = (who: string, range: string): Promise<Reply<{ items: readonly { day: string; kind: string }[] }>> => office.get(who, `/institutions/muni-16206/sessions?${range}`);

describe('the sessions of a collegiate body', () => {
  it('tell a task which session is the last that serves, and which comes next', async () => {
    const view = await office.walk(await office.open(), 'proposal.present');
    const task = view.tasks.find(({ name }) => name === 'coreVote.certify') as { due: string; sessions?: object } | undefined;
    expect(task).toMatchObject({ due: '2026-04-01', sessions: { lastOrdinary: '2026-03-26', next: { day: '2026-03-12', kind: 'ordinary' }, certainty: 'assumption', said: 'La última sesión ordinaria antes de este vencimiento es el 2026-03-26.' } });
    const { items } = expecting(200, await office.get<{ items: readonly { name: string; sessions?: object }[] }>('core-secretary.gore-16', '/tasks?mine=true'));
    expect(items.find(({ name }) => name === 'coreVote.certify')?.sessions).toMatchObject({ lastOrdinary: '2026-03-26' });
  });

  it('are called by their secretary or head, and by nobody else', async () => {
    const extraordinary = { day: '2026-03-27', kind: 'extraordinary', basis: 'Citación 4' };
    expect((await office.post('legal.gore-16', '/institutions/muni-16206/sessions', extraordinary)).status).toBe(403);
    expecting(201, await office.post('council-secretary.muni-16206', '/institutions/muni-16206/sessions', extraordinary));
    expect((await office.post('council-secretary.muni-16206', '/institutions/muni-16206/sessions', extraordinary)).status).toBe(409);
    const { items } = expecting(200, await of('legal.gore-16', 'from=2026-03-01&to=2026-03-31'));
    expect(items.map(({ day }) => day)).toEqual(['2026-03-04', '2026-03-11', '2026-03-18', '2026-03-27']);
  });

  it('have an agenda that names the case to those who may see it', async () => {
    const { id } = await office.open();
    const path = '/institutions/gore-16/sessions/2026-03-12/ordinary/agenda';
    expect(expecting(201, await office.post('core-secretary.gore-16', path, { matter: 'Furgón de Ránquil', case: id }))).toEqual({ position: 1, matter: 'Furgón de Ránquil', caseId: id });
    const account = (): Promise<Reply> => office.post('core-secretary.gore-16', path, { matter: 'Cuenta del gobernador' });
    expect([expecting(201, await account()), expecting(201, await account())]).toMatchObject([{ position: 2 }, { position: 2 }]);
    expect((await office.get('core-secretary.gore-16', '/institutions/gore-16/sessions/2026-03-13/ordinary/agenda')).status).toBe(409);
    const seen = async (who: string): Promise<unknown> => expecting(200, await office.get<{ items: readonly { caseId: string | null }[] }>(who, path)).items.map(({ caseId }) => caseId);
    expect([await seen('governor.gore-16'), await seen('mayor.muni-16101')]).toEqual([[id, null], [null, null]]);
    expect((await office.post('core-secretary.gore-16', '/institutions/gore-16/sessions/2026-03-13/ordinary/agenda', { matter: 'Cuenta' })).status).toBe(409);
  });

  it('are asked for with a range that can be counted', async () => {
    expect((await of('legal.gore-16', 'from=2026-03-01&to=2028-03-31')).status).toBe(422);
    expect((await of('legal.gore-16', 'from=2026-13-01&to=2026-03-31')).status).toBe(422);
    expect((await office.get('legal.gore-16', '/institutions/nobody/sessions?from=2026-03-01&to=2026-03-31')).status).toBe(422);
  });
});
