import { Office, expecting, type View } from '../../support/office.js';

const office = new Office('2026-03-02T15:00:00.000Z');
const english = { 'accept-language': 'en' };

interface Outline {
  readonly number: string;
  readonly items: readonly { readonly number: string; readonly state: string; readonly title: string; readonly sentences: readonly string[]; readonly progress: { readonly status: string; readonly since: string | null } | null }[];
}

describe('the outline', () => {
  it('of a workflow is part of it, in the reader’s language', async () => {
    const { outline } = expecting(200, await office.get<{ outline: Outline['items'] }>('mayor.muni-13101', '/workflows/fndr-transfer', english));
    expect(outline[0]).toMatchObject({ number: '1', state: 'initiative', title: 'Initiative', progress: null });
    expect(outline.flatMap(({ sentences }) => sentences)).toContainEqual(expect.stringContaining('15 business days from receipt: nothing moves: the wait goes on'));
  });

  it('of a case says where it stands, to those who may see it', async () => {
    const view: View = await office.walk(await office.open(), 'proposal.present');
    const { number, items } = expecting(200, await office.get<Outline>('governor.gore-16', `/cases/${view.id}/outline`, english));
    expect(number).toBe(view.number);
    expect(items.filter(({ progress }) => progress?.status === 'now').map(({ state }) => state)).toEqual(['approval', 'approval.coreVote']);
    expect(items.find(({ state }) => state === 'initiative')?.progress).toMatchObject({ status: 'done', since: '2026-03-02' });
    expect((await office.get('mayor.muni-13101', `/cases/${view.id}/outline`)).status).toBe(404);
    expect((await office.get('governor.gore-16', '/cases/x/outline')).status).toBe(404);
  });
});
