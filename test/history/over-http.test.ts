import { Historian } from '../../src/cases/history/history.js';
import { Engine } from '../../src/engine/engine.service.js';
import { Tools } from '../../src/engine/tools.js';
import { Powers } from '../../src/governance/powers/powers.js';
import { Office } from '../support/office.js';

const today = '2026-11-22T15:00:00.000Z';
const office = new Office(today);

interface Found {
  readonly items: readonly { readonly id: string; readonly title: string; readonly amount: number | null; readonly overdue: boolean }[];
}
const search = async (who: string, q: string): Promise<Found['items']> => (await office.get<Found>(who, `/cases?q=${encodeURIComponent(q)}`)).body.items;

beforeAll(async () => {
  office.api.clock.stop(today);
  const { nest } = office.api;
  await new Historian(nest.get(Engine), nest.get(Powers, { strict: false }), nest.get(Tools)).tell();
});

describe('The history is found and read like any case', () => {
  it.each([['aysen minsal', 2], ['mop ñuble', 1], ['coquimbo', 2], ['DS 251', 2], ['gran valparaiso', 1], ['antofagasta', 2], ['magallanes-minsal-2021', 1]])('q=%s: %d', async (q, n) => {
    expect(await search('admin.subdere', q)).toHaveLength(n);
  });

  it('an official of the region sees the region\'s, with an unknown amount as null, and the view warns', async () => {
    const [found] = await search('legal.gore-02', 'habitacional');
    expect(found).toMatchObject({ amount: null, overdue: false });
    const view = await office.view('legal.gore-02', found.id, { 'accept-language': 'en' });
    expect(view).toMatchObject({ state: ['approval.formalisation.sending'], data: { amount: null, signedOn: null, form: 'with-entities' } });
    expect(view).toMatchObject({ cautions: [expect.stringContaining('stands where they leave it')] });
    expect(view.participants.filter(({ party }) => party).map(({ institution }) => institution)).toEqual(['gore-02', 'serviu-02']);
  });

  it('its journal shows the source and the precision of each line', async () => {
    const [found] = await search('legal.gore-10', 'los lagos');
    const { body } = await office.get<{ items: readonly { type: string; flags: readonly string[] }[] }>('legal.gore-10', `/cases/${found.id}/journal`);
    expect(body.items.find(({ type }) => type === 'coreVote.certify')?.flags)
      .toEqual(['precision:month', 'dayUncertain', 'source:https://elquellonino.cl/notas/2019/04/26/62f06821a6f37500090eac78']);
  });

  it('its outline does not tell uncertain days as facts', async () => {
    const [found] = await search('legal.gore-10', 'los lagos');
    const { body } = await office.get<{ items: readonly { sentences: readonly string[] }[] }>('legal.gore-10', `/cases/${found.id}/outline`);
    const said = body.items.flatMap(({ sentences }) => sentences);
    expect(said.filter((sentence) => /fecha incierta \(a más tardar el \d{4}-\d\d-\d\d\)/.test(sentence))).not.toEqual([]);
    expect(said.some((sentence) => sentence.includes('olo se conoce el mes'))).toBe(true);
  });

  it('goes on from where it stands: what is known later is told later', async () => {
    const [found] = await search('legal.gore-16', 'ñuble-minsal');
    const sent = await office.send('legal.gore-16', found.id, 'decree.request', { remarks: 'Remitido' });
    expect(sent).toMatchObject({ status: 200, body: { state: ['approval.formalisation.hacienda'] } });
  });

  it('a fact that is no act is nothing anybody may send', async () => {
    const [found] = await search('legal.gore-10', 'los lagos');
    expect(await office.send('legal.gore-10', found.id, 'fact.noted', { fact: 'Se dice que se firmó' })).toMatchObject({ status: 409 });
  });
});
