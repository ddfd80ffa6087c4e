import { Performer, Sender } from '../../src/engine/performer.js';
import { lineOf, readJournal } from '../../src/engine/store/read-journal.js';
import { and, linkClosed, type LinkClosed } from '../../src/kit/index.js';
import { query, withTransaction } from '../../src/platform/database.js';
import { toy, waiting } from './core/toy.js';
import { EngineRig, actingAs } from '../support/engine-rig.js';

class NoMail extends Sender {
  override send(): Promise<string | null> {
    return Promise.resolve(null);
  }
}

const example: LinkClosed = { relation: 'opinion-for', case: 'x', number: 'TY-16-2026-000002', workflow: 'waiting-toy', outcome: 'over' };
/** Waits for an opinion case to end; ends itself by hand. */
const waitingToy = {
  ...toy({
    initial: 'asked',
    states: {
      asked: { on: { 'link.closed': { guard: and('isOpinion'), target: 'heard' }, stop: 'over' }, meta: waiting },
      heard: { on: { stop: 'over' }, meta: waiting },
      over: { type: 'final' },
    },
  }, { name: 'waiting-toy', guards: { isOpinion: ({ event }) => event.data['relation'] === 'opinion-for' } }),
};
const definition = { ...waitingToy, events: { ...waitingToy.events, 'link.closed': linkClosed(() => [example]) } };

const rig = new EngineRig('2026-03-02T15:00:00.000Z', [definition]);
const town = actingAs('town', 'mayor', 'muni-16206');

async function open(links: readonly { readonly relation: 'opinion-for' | 'amends'; readonly case: string }[] = []): Promise<string> {
  const { caseId } = await rig.engine.open({
    id: rig.tools.newId(), definition, title: 'Toy', territory: '16206', region: '16', participants: [{ role: 'town', institution: 'muni-16206', party: true }],
    identifiers: [], data: {}, links, recordedBy: 'mayor.muni-16206', judge: town,
  });
  return caseId;
}

/** Performs what waits in the outbox, each row as often as given. */
async function perform(times = 1): Promise<void> {
  const performer = new Performer(rig.db.dataSource, new NoMail(), rig.assembly.linked, rig.tools);
  const rows = await query<{ id: string }>(rig.db.dataSource, `SELECT id FROM dispatch WHERE status = 'waiting' ORDER BY created_at, seq`);
  for (const { id } of rows) for (let time = 0; time < times; time += 1) await performer.perform(id, { number: 1, last: 8 });
}

async function lines(caseId: string): Promise<readonly string[]> {
  const journal = await withTransaction(rig.db.dataSource, (client) => readJournal(client, caseId));
  return journal.map(lineOf).map(({ type, data }) => (type.startsWith('link.') ? [type, ...textsIn([data['relation'], data['outcome']])].join(' ') : type));
}

const textsIn = (values: readonly unknown[]): readonly string[] => values.filter((value) => typeof value === 'string');
const stateOf = async (caseId: string): Promise<unknown> => (await rig.assembly.reader.read(caseId))?.stored.state.envelope.value;

describe('a case about another', () => {
  it('is written into the older one when it opens and when it ends, once each, however often the news is delivered', async () => {
    const parent = await open();
    const child = await open([{ relation: 'amends', case: parent }]);
    await perform(3);
    await rig.send(child, 'stop', {}, town);
    await perform(3);
    expect(await lines(parent)).toEqual(['case.opened', 'link.opened amends', 'link.closed amends over']);
    expect(await stateOf(parent)).toBe('asked');
  });

  it('moves a case that waits for it', async () => {
    const parent = await open();
    const child = await open([{ relation: 'opinion-for', case: parent }]);
    await rig.send(child, 'stop', {}, town);
    await perform();
    expect(await stateOf(parent)).toBe('heard');
  });

  it('is only recorded where the older one has ended already', async () => {
    const parent = await open();
    const child = await open([{ relation: 'opinion-for', case: parent }]);
    await rig.send(parent, 'stop', {}, town);
    await rig.send(child, 'stop', {}, town);
    await perform();
    expect(await lines(parent)).toEqual(['case.opened', 'stop', 'link.opened opinion-for', 'link.closed opinion-for over']);
  });

  it('cannot be announced by anybody but the engine', async () => {
    const parent = await open();
    await expect(rig.send(parent, 'link.closed', { ...example }, town)).rejects.toMatchObject({ code: 'event-refused' });
  });
});
