import { expecting, Office, type View } from '../../support/office.js';

const office = new Office('2026-03-02T15:00:00.000Z');

interface Item extends Readonly<Record<string, unknown>> { readonly segment: string; readonly variant: string }
const report = async (who: string, query = ''): Promise<readonly Item[]> => expecting(200, await office.get<{ items: Item[] }>(who, `/reports/durations${query}`)).items;
const item = async (segment: string, variant = 'all', query = '', who = 'governor.gore-16'): Promise<Item | undefined> =>
  (await report(who, query)).find((one) => one.segment === segment && one.variant === variant);
const on = (day: string): void => office.api.clock.stop(`${day}T15:00:00.000Z`);

/** Voted on 4 March, signed by the second party on 16 March, resolved on the day given. */
async function agreement(nature: string, resolvedOn: string): Promise<View> {
  on('2026-03-02');
  let view = await office.walk(await office.open(), 'proposal.present');
  on('2026-03-04');
  view = await office.walk(await office.view('governor.gore-16', view.id), 'coreVote.certify', 'allocation.resolve', 'draft.finish', 'councilVote.present', 'councilVote.certify', 'signature.sign');
  on('2026-03-16');
  view = await office.walk(await office.view('governor.gore-16', view.id), 'signature.sign');
  on(resolvedOn);
  return office.walk(await office.view('governor.gore-16', view.id), ['resolution.issue', { nature }]);
}

beforeAll(async () => {
  await agreement('exenta', '2026-03-20');
  await office.walk(await agreement('afecta', '2026-04-06'), 'review.enter', 'review.clear');
  await agreement('exenta', '2028-09-01');
});

describe('the durations report', () => {
  it('counts business days by the national holidays from the day after the first date to the second', async () => {
    expect(await item('vote-to-signature')).toMatchObject({ n: 3, p25: 8, median: 8, p75: 8, p90: 8, max: 8, excluded: [] });
    // Good Friday, 3 April 2026, is no business day.
    expect(await item('signature-to-resolution', 'afecta')).toMatchObject({ n: 1, median: 14 });
    expect(await item('signature-to-resolution', 'exenta')).toMatchObject({ n: 1, median: 4, excluded: [{ reason: 'over-800-days', n: 1 }] });
    expect(await item('resolution-to-toma-de-razon')).toMatchObject({ n: 1, median: 0 });
    expect(await item('vote-to-toma-de-razon', 'exenta')).toMatchObject({ n: 0, median: null, excluded: [] });
    expect((await report('governor.gore-16')).map(({ segment, variant }) => `${segment} ${variant}`)).toHaveLength(15);
  });

  it('is of a region, of a time, and of what one may see', async () => {
    expect(await item('vote-to-resolution', 'all', '?region=16')).toMatchObject({ n: 2 });
    expect(await item('vote-to-resolution', 'all', '?region=12')).toMatchObject({ n: 0 });
    expect(await item('vote-to-resolution', 'all', '?from=2026-04-01')).toMatchObject({ n: 1 });
    expect(await item('vote-to-resolution', 'all', '?to=2026-03-31')).toMatchObject({ n: 1 });
    expect(await item('vote-to-resolution', 'all', '', 'mayor.muni-13101')).toMatchObject({ n: 0 });
    expect(await item('vote-to-resolution', 'all', '', 'admin.subdere')).toMatchObject({ n: 2 });
    expect(await report('admin.subdere', '?workflow=other')).toEqual([]);
    expect((await office.get('admin.subdere', '/reports/durations?from=2026-02-30')).status).toBe(422);
  });

  it('is not moved by a correction that the later lines stand in the way of', async () => {
    const view = await agreement('afecta', '2026-03-20');
    on('2026-03-23');
    const data = { corrects: 3, occurredAt: '2026-03-20', reason: 'La certificación es posterior' };
    const reply = await office.send('core-secretary.gore-16', view.id, 'rectification', data);
    // The council cannot have sat before the text was there: the later lines are in the way of so late a vote.
    expect(reply.status).toBe(409);
    expect(await item('vote-to-resolution', 'afecta')).toMatchObject({ n: 2 });
  });
});
