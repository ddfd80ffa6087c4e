import { expecting, Office } from '../../support/office.js';

const office = new Office('2026-03-02T15:00:00.000Z');

interface Assumption {
  readonly rule: string;
  readonly assumed: string;
  readonly settled: readonly { readonly from: string; readonly unit: string }[];
}

async function coreVoteOf(openedAt: string): Promise<object> {
  office.api.clock.stop(openedAt);
  const view = await office.walk(await office.open(), 'proposal.present');
  const { started, due, alternative, unit, certainty } = view.deadlines.find(({ name }) => name === 'coreVote')!;
  return { started, due, alternative, unit, certainty };
}

describe('a unit that the law leaves open', () => {
  it('is counted as assumed until an administrator settles it, and as settled for what starts from that day on', async () => {
    expect(await coreVoteOf('2026-03-02T15:00:00.000Z')).toEqual({ started: '2026-03-02', due: '2026-04-01', alternative: '2026-04-14', unit: 'calendar', certainty: 'assumption' });
    const settling = { rule: 'core.decide', unit: 'business', from: '2026-03-03', basis: 'Dictamen de prueba' };
    expecting(201, await office.post('admin.subdere', '/assumptions', settling));
    expect(await coreVoteOf('2026-03-03T15:00:00.000Z')).toEqual({ started: '2026-03-03', due: '2026-04-15', alternative: '2026-04-02', unit: 'business', certainty: 'assumption' });
    const { items } = expecting(200, await office.get<{ items: readonly Assumption[] }>('legal.gore-16', '/assumptions'));
    expect(items.find(({ rule }) => rule === 'core.decide')).toMatchObject({ assumed: 'calendar', settled: [{ from: '2026-03-03', unit: 'business' }] });
  });

  it('is settled by nobody but who administers, and only where the law leaves it open', async () => {
    const settling = { rule: 'concejo.other', unit: 'business', from: '2026-03-03', basis: 'Dictamen de prueba' };
    expect((await office.post('governor.gore-16', '/assumptions', settling)).status).toBe(403);
    const refused = await office.post<{ errors: readonly { path: string }[] }>('admin.subdere', '/assumptions', settling);
    expect([refused.status, refused.body.errors.map(({ path }) => path)]).toEqual([422, ['rule']]);
  });
});
