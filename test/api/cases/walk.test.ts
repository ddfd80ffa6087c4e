import { Powers } from '../../../src/governance/powers/powers.js';
import { nameOf, Office, expecting, type Next, type OfficeOf, type View } from '../../support/office.js';

const office = new Office('2026-03-02T15:00:00.000Z');

const TO_SIGNED = ['proposal.present', 'coreVote.certify', 'allocation.resolve', 'draft.finish', 'councilVote.present', 'councilVote.certify', 'signature.sign', 'signature.sign'] as const;
const TO_FORCE = [...TO_SIGNED, 'resolution.issue', 'agreement.send'] as const;
const OUT_OF_FORCE = ['execution.settle', 'closing.resolve'] as const;

/** What is expected of somebody first, then whatever is offered. */
function chosen(view: View): Next | undefined {
  const expected = new Set(view.tasks.flatMap((task) => task['events'] as readonly string[]));
  return view.next.find((one) => one.allowed && expected.has(one.event)) ?? view.next.find((one) => one.allowed);
}

describe('a client that knows nothing of the workflow', () => {
  it('walks an agreement from its opening to its closing', async () => {
    let view = await office.open();
    const way: string[] = [];
    for (let steps = 0; view.status === 'open' && steps < 40; steps += 1) {
      const next = chosen(view);
      if (!next) throw new Error(`nothing is offered in ${view.state.join()}`);
      way.push(next.event);
      view = expecting(200, await office.send(nameOf(next.offices[0]), view.id, next.event, next.example));
    }
    expect({ status: view.status, outcome: view.outcome, state: view.state, next: view.next, tasks: view.tasks }).toEqual({ status: 'closed', outcome: 'closed', state: ['closed'], next: [], tasks: [] });
    expect(way).toEqual(expect.arrayContaining(['coreVote.certify', 'signature.sign', 'resolution.issue', 'execution.payInstalment', 'execution.submitAccount', 'closing.resolve']));
    expect(view.deadlines.every(({ status }) => status === 'met' || status === 'cancelled')).toBe(true);
  });

  it('reaches every other end with what is offered, and what the schema lets it say', async () => {
    const vote = { sitting: '2026-03-02', call: 'first', inOffice: 16, present: 16, presidedBy: 'member', inFavour: 2, against: 14, abstentions: [] };
    const ends: Readonly<Record<string, readonly (string | readonly [string, Record<string, unknown>])[]>> = {
      rejected: ['proposal.present', ['coreVote.certify', vote]],
      neverSigned: ['proposal.present', 'coreVote.certify', 'allocation.resolve', 'agreement.abandon'],
      abandoned: [...TO_SIGNED, 'agreement.abandon'],
      objected: [...TO_SIGNED, ['resolution.issue', { nature: 'afecta' }], 'review.enter', 'review.object', 'agreement.abandon'],
      terminated: [...TO_FORCE, 'agreement.terminate', ...OUT_OF_FORCE],
    };
    for (const [outcome, way] of Object.entries(ends)) {
      const view = await office.walk(await office.open(), ...way);
      expect([view.status, view.outcome]).toEqual(['closed', outcome]);
    }
  });

  it('sees an agreement lapse by its term', async () => {
    const view = await office.walk(await office.open(), ...TO_FORCE);
    const { due } = view.deadlines.find(({ name }) => name === 'term')!;
    office.api.clock.stop(`${due!.slice(0, 4)}-${due!.slice(5, 7)}-${due!.slice(8)}T15:00:00.000Z`);
    office.api.clock.advance(86_400_000);
    await office.settle();
    const lapsed = await office.view('governor.gore-16', view.id);
    expect(lapsed.state).toEqual(['performing.windingUp']);
    const ended = await office.walk(lapsed, ...OUT_OF_FORCE);
    expect([ended.status, ended.outcome]).toEqual(['closed', 'expired']);
  });
});

describe('what may happen next', () => {
  it('is told with what stands in its way and who can change that', async () => {
    const view = await office.walk(await office.open(), ...TO_FORCE, ['execution.payInstalment', { amount: 30_000_000 }]);
    office.api.clock.stop('2026-04-06T15:00:00.000Z');
    const later = await office.view('governor.gore-16', view.id, { 'accept-language': 'en' });
    expect(later.next.find(({ event }) => event === 'execution.payInstalment')).toMatchObject({
      allowed: false, mine: true,
      why: [{ code: 'instalment-accounts-pending', message: expect.stringContaining('2026-03'), unblockedBy: expect.arrayContaining([{ office: 'mayor', institution: 'muni-16206' }]) }],
    });
    const spanish = await office.view('budget.gore-16', view.id);
    expect(spanish.next.find(({ event }) => event === 'execution.payInstalment')?.why[0].message).toContain('rendiciones');
    expect(spanish.next.find(({ event }) => event === 'execution.submitAccount')).toMatchObject({ allowed: true, mine: false, example: { month: '2026-03' } });
  });

  it('names offices that a body has, of those the procedure names for every kind of body', async () => {
    const { open: { offices, example } } = expecting(200, await office.get<{ open: { offices: OfficeOf[]; example: object } }>('legal.gore-16', '/workflows/coordination-measure'));
    const view = expecting(201, await office.post<View>(nameOf(offices[0]), '/cases', { workflow: 'coordination-measure', ...example }));
    const ofSeremi = { name: 'agree', institution: 'seremi-minsal-16', office: 'seremi', offices: ['seremi', 'legal'] };
    expect(view.tasks).toContainEqual(expect.objectContaining(ofSeremi));
    const inbox = expecting(200, await office.get<{ items: object[] }>('seremi.seremi-minsal-16', '/tasks?institution=seremi-minsal-16'));
    expect(inbox.items).toContainEqual(expect.objectContaining(ofSeremi));
    const register = expecting(200, await office.get<{ items: { id: string; tasks: object[] }[] }>('seremi.seremi-minsal-16', '/cases?workflow=coordination-measure'));
    expect(register.items.find(({ id }) => id === view.id)?.tasks).toContainEqual(expect.objectContaining(ofSeremi));
    const close = (await office.walk(view, 'agreement.propose', 'agreement.sign', 'agreement.sign', 'agreement.sign')).next.find(({ event }) => event === 'coordination.close')!;
    const { status, body } = await office.send(nameOf(close.offices[0]), view.id, 'coordination.close', close.example);
    const refused = body as unknown as Pick<Next, 'why'>;
    expect([status, ...[close, refused].map(({ why }) => why.flatMap(({ unblockedBy }) => unblockedBy).filter(({ institution }) => institution === 'seremi-minsal-16').map(nameOf))]).toEqual([409, ['seremi.seremi-minsal-16'], ['seremi.seremi-minsal-16']]);
  });

  it('says of an act that nobody is empowered for it', async () => {
    const view = await office.open();
    await office.db.query(`UPDATE appointment SET to_day = '2026-02-28' WHERE institution = 'gore-16' AND office = 'governor'`);
    office.api.nest.get(Powers).changed();
    const next = (await office.view('legal.gore-16', view.id, { 'accept-language': 'en' })).next.find(({ event }) => event === 'proposal.present');
    await office.db.query(`UPDATE appointment SET to_day = NULL WHERE institution = 'gore-16' AND office = 'governor'`);
    office.api.nest.get(Powers).changed();
    expect(next).toMatchObject({
      allowed: false, mine: false, offices: [],
      why: [{ code: 'nobody-empowered', message: 'Nobody holds the power for this act today.', unblockedBy: [{ office: 'governor', institution: 'gore-16' }] }],
    });
  });
});

/** A small generator, so that a failing walk can be walked again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

describe('what is offered', () => {
  it.each([1, 2, 3, 4])('is taken, and what is not offered is refused (walk %i)', async (seed) => {
    const roll = dice(seed * 7_919);
    let view = await office.open();
    for (let step = 0; step < 20 && view.status === 'open'; step += 1) {
      if (roll(5) === 0) office.api.clock.advance((1 + roll(25)) * 86_400_000);
      view = await office.view('governor.gore-16', view.id);
      const blocked = view.next.filter(({ allowed, offices }) => !allowed && offices.length > 0);
      for (const one of blocked) expect([one.event, (await office.send(nameOf(one.offices[0]), view.id, one.event, one.example)).status]).toEqual([one.event, 409]);
      const early = step < 15 ? /abandon|refuse|except|terminate/ : /never/;
      const open = view.next.filter(({ allowed, event }) => allowed && !early.test(event));
      const one = open[roll(open.length)];
      if (!one) break;
      const reply = await office.send(nameOf(one.offices[roll(one.offices.length)]), view.id, one.event, one.example);
      expect([seed, step, one.event, reply.status, reply.body]).toEqual([seed, step, one.event, 200, expect.anything()]);
      view = reply.body;
    }
    await office.settle();
  }, 20_000);
});
