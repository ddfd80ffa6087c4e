import { expecting, nameOf, Office, type OfficeOf, type Reply, type View } from '../../support/office.js';

const office = new Office('2026-03-02T15:00:00.000Z');
const admin = 'admin.subdere';
const path = '/workflows/municipal-land-use-plan/migrations';
const act = { reason: 'La versión 2 dice lo mismo con más exactitud', instrument: { kind: 'resolución', number: '77', date: '2026-03-02' } };

type Json = Readonly<Record<string, unknown>>;
interface Moved {
  readonly case: string;
  readonly result: string;
  readonly questions: readonly string[];
  readonly difference: { readonly state: { before: string[]; after: string[] }; readonly deadlines: readonly { before: { name: string; due: string } | null; after: { name: string; due: string } | null; policy: string }[] } | null;
}
interface Report {
  readonly id: string;
  readonly article: string | null;
  readonly undoUntil: string;
  readonly cases: readonly Moved[];
}

/** A plan of version 1 whose target image is on public exposure: two clocks run. */
async function exposed(): Promise<View> {
  const { body } = await office.get<{ version: number; open: { offices: OfficeOf[]; example: Json } }>('legal.gore-16', '/workflows/municipal-land-use-plan');
  expect(body.version).toBe(1);
  let view = expecting(201, await office.post<View>(nameOf(body.open.offices[0]), '/cases', { workflow: 'municipal-land-use-plan', ...body.open.example }));
  for (let steps = 0; !view.state[0].startsWith('image.consultation.exposed') && steps < 8; steps += 1) {
    const expected = new Set(view.tasks.flatMap((task) => task['events'] as readonly string[]));
    view = await office.doNext(view, view.next.find(({ event, allowed }) => allowed && expected.has(event))!.event);
  }
  return view;
}

const asked = (otherwise: string, view: View): Json => ({ from: 1, to: 2, filter: { cases: [view.id] }, policy: { otherwise } });
const migrate = (body: Json, who = admin): Promise<Reply<Report>> => office.post<Report>(who, path, body);
const read = (view: View): Promise<View & { version: number }> => office.view(admin, view.id) as Promise<View & { version: number }>;
const dates = (view: View): readonly string[] => clocks(view).map((clock) => clock.split(' ')[1]);
const clocks = (view: View): readonly string[] => view.deadlines.filter(({ status }) => status === 'running').map(({ name, due }) => `${name} ${due}`).toSorted();

/** The status of a refused decision, and the fields at fault. */
async function fields(body: Json): Promise<readonly string[]> {
  const { status, body: answer } = await office.post<{ errors: readonly { path: string }[] }>(admin, path, body);
  return [String(status), ...answer.errors.map((error) => error.path)];
}

describe('land-use plans under version 1', () => {
  it('are moved to version 2 by decision: rehearsed first, with each difference, then for good, their dates kept', async () => {
    const view = await exposed();
    const undecided = expecting(200, await office.post<Report>(admin, `${path}/rehearsal`, asked('ask', view), { 'accept-language': 'es' }));
    expect(undecided).toMatchObject({ article: null, cases: [{ result: 'undecided' }] });
    expect(undecided.cases[0].questions[0]).toMatch(/^Falta decidir qué pasa con el plazo «.+»/);
    const rehearsed = expecting(200, await office.post<Report>(admin, `${path}/rehearsal`, asked('keep', view)));
    expect(rehearsed.cases).toMatchObject([{ case: view.id, result: 'moved', difference: { state: { before: view.state, after: ['image.consultation.exposed.hearings'] } } }]);
    expect(await read(view)).toMatchObject({ version: 1, seq: view.seq });

    const decided = expecting(201, await migrate({ ...asked('keep', view), ...act }));
    expect(decided.cases).toEqual(rehearsed.cases);
    const after = await read(view);
    expect({ version: after.version, state: after.state, seq: after.seq }).toEqual({ version: 2, state: ['image.consultation.exposed.hearings'], seq: view.seq + 1 });
    expect(dates(after)).toEqual(expect.arrayContaining([...dates(view)]));
    const { items } = expecting(200, await office.get<{ items: readonly Json[] }>(admin, `/cases/${view.id}/journal`));
    expect(items.at(-1)).toMatchObject({ type: 'definition.migrated', actor: { office: 'admin', institution: 'subdere' }, instrument: { number: '77' }, data: { decision: decided.id, from: 1, to: 2, article: null, reason: act.reason } });
  });

  it('come back while nothing has happened to them, within ten days', async () => {
    const [touched, untouched] = [await exposed(), await exposed()];
    const body = { from: 1, to: 2, filter: { cases: [touched.id, untouched.id] }, policy: { otherwise: 'keep' } };
    const { id, undoUntil } = expecting(201, await migrate({ ...body, ...act }));
    expect(undoUntil).toBe('2026-03-12');
    const moved = await read(touched);
    await office.doNext(moved, moved.next.find(({ allowed, event }) => allowed && event !== 'plan.abandon')!.event);
    office.api.clock.stop('2026-03-03T15:00:00.000Z');
    const undone = expecting(200, await office.post<{ cases: readonly Moved[] }>(admin, `${path}/${id}/undo`, act));
    expect(Object.fromEntries(undone.cases.map((one) => [one.case, one.result]))).toEqual({ [touched.id]: 'undecided', [untouched.id]: 'moved' });
    const back = await read(untouched);
    expect({ version: back.version, state: back.state, clocks: clocks(back) }).toEqual({ version: 1, state: untouched.state, clocks: clocks(untouched) });
    expect((await read(touched)).version).toBe(2);
    office.api.clock.stop('2026-03-13T15:00:00.000Z');
    expect((await office.post(admin, `${path}/${id}/undo`, act)).status).toBe(409);
  });

  it('are moved by nobody who does not administer, and nowhere no version leads', async () => {
    const view = await exposed();
    expect((await migrate({ ...asked('keep', view), ...act }, 'governor.gore-16')).status).toBe(403);
    expect((await migrate({ ...asked('keep', view), from: 2, to: 1, ...act })).status).toBe(422);
    expect((await migrate(asked('keep', view))).status).toBe(422);
    expect((await office.post(admin, `${path}/01990000-0000-7000-8000-000000000000/undo`, act)).status).toBe(404);
  });

  it('are not moved by an act to come, nor by names that neither version knows', async () => {
    const view = await exposed();
    expect(await fields({ ...asked('keep', view), ...act, instrument: { ...act.instrument, date: '2027-01-01' } })).toEqual(['422', 'instrument.date']);
    expect(await fields({ ...asked('keep', view), ...act, policy: { otherwise: 'keep', deadlines: { nope: 'keep' }, states: { nope: 'neither' } } })).toEqual(['422', 'policy.deadlines.nope', 'policy.states.nope', 'policy.states.neither']);
    expect(await fields({ ...asked('keep', view), ...act, filter: { state: 'nope' } })).toEqual(['422', 'filter.state.nope']);
  });

  it('are listed with who decided and until when it can be undone; a decision that moves nothing is none', async () => {
    const view = await exposed();
    const { id } = expecting(201, await migrate({ ...asked('keep', view), ...act }));
    expecting(201, await migrate({ ...asked('keep', view), ...act }));
    const { items } = expecting(200, await office.get<{ items: readonly Json[] }>(admin, path));
    expect(items.findLast(({ decidedOn }) => decidedOn === '2026-03-02')).toMatchObject({ id, from: 1, to: 2, decidedBy: admin, undoUntil: '2026-03-12', moved: 1, restored: 0 });
  });

  it('are opened on version 2 from the day it is effective', async () => {
    office.api.clock.stop('2026-11-02T15:00:00.000Z');
    const { body } = await office.get<{ version: number; versions: readonly Json[]; open: { offices: OfficeOf[]; example: Json } }>('legal.gore-16', '/workflows/municipal-land-use-plan');
    expect([body.version, body.versions]).toMatchObject([2, [{ version: 1, effective: null }, { version: 2, effective: '2026-11-01', migratesFrom: [{ version: 1, article: null }] }]]);
    const example = { workflow: 'municipal-land-use-plan', ...body.open.example };
    const opened = expecting(201, await office.post<View & { version: number }>(nameOf(body.open.offices[0]), '/cases', example));
    const earlier = expecting(201, await office.post<View & { version: number }>(nameOf(body.open.offices[0]), '/cases', { ...example, occurredAt: '2026-10-30' }));
    expect([opened.version, earlier.version]).toEqual([2, 1]);
  });
});
