import { expecting, Office, type OfficeOf, type Reply, type View } from '../../support/office.js';

const office = new Office('2026-03-02T15:00:00.000Z');

interface Summary extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly due: string | null;
}
interface Page<Item = Summary> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

const list = async (who: string, query = ''): Promise<Page> => expecting(200, await office.get<Page>(who, `/cases${query}`));
const titles = async (who: string, query = ''): Promise<readonly string[]> => (await list(who, query)).items.map(({ title }) => title);
const participants = (region: string, commune: string): readonly object[] => [{ role: 'regionalGovernment', institution: `gore-${region}` }, { role: 'technicalUnit', institution: `muni-${commune}` }];
const cases: Record<string, View> = {};

beforeAll(async () => {
  office.api.clock.stop('2026-03-02T15:00:00.000Z');
  const open = async (title: string, commune: string, amount: number | null, more: object = {}): Promise<View> => {
    const region = commune.slice(0, 2);
    cases[title] = await office.open({ title, territory: commune, participants: participants(region, commune), data: { initiative: title, amount }, ...more }, `legal.gore-${region}`);
    return cases[title];
  };
  await open('Plaza de Ñipas', '16206', 60_000_000, { identifiers: [{ scheme: 'BIP', value: '40044134' }] });
  await office.walk(await open('Camión aljibe', '16101', 90_000_000), 'proposal.present');
  await open('Sede 50% «La_Unión»', '16101', null);
  await office.walk(await open('Abandonado', '16101', 1_000_000), 'agreement.abandon');
  await open('Muelle', '12101', 70_000_000);
});

describe('the register', () => {
  it('shows where each case stands and who holds the ball', async () => {
    const [row] = (await list('governor.gore-16', '?q=camion')).items;
    expect(row).toMatchObject({
      number: cases['Camión aljibe'].number, state: ['approval.coreVote'], stateNames: ['Pronunciamiento del CORE'], status: 'open', region: '16', due: '2026-04-01', overdue: false, amount: 90_000_000,
      tasks: [{ name: 'coreVote.certify', office: 'core-secretary', institution: 'gore-16', due: '2026-04-01', title: expect.any(String) }],
      participants: expect.arrayContaining([{ role: 'technicalUnit', institution: 'muni-16101', party: true }]),
    });
  });

  it.each([
    ['?region=16', 4], ['?region=12', 0], ['?institution=muni-16101', 3], ['?institution=muni-16206', 1], ['?state=approval', 1], ['?state=approval.coreVote', 1], ['?state=appro', 0],
    ['?status=closed', 1], ['?status=open', 3], ['?workflow=fndr-transfer', 4], ['?workflow=other', 0], ['?q=nipas', 1], ['?q=ÑIPAS+plaza', 1], ['?q=40044134', 1], ['?q=ft-16-2026', 4],
    ['?q=50%25', 1], ['?q=la_union', 1], ['?q=%25', 1], ['?q=_', 1], ['?q=nada', 0], ['?overdue=false', 4], ['?overdue=true', 0],
  ])('finds with %s %i', async (query, n) => {
    expect((await list('governor.gore-16', query)).items).toHaveLength(n);
  });

  it('knows what is late', async () => {
    office.api.clock.stop('2026-04-03T15:00:00.000Z');
    expect(await titles('governor.gore-16', '?overdue=true')).toEqual(['Camión aljibe']);
    expect((await list('governor.gore-16', '?q=camion')).items[0]).toMatchObject({ overdue: true });
  });

  it.each([
    ['number', ['Plaza de Ñipas', 'Camión aljibe', 'Sede 50% «La_Unión»', 'Abandonado']],
    ['-number', ['Abandonado', 'Sede 50% «La_Unión»', 'Camión aljibe', 'Plaza de Ñipas']],
    ['amount', ['Abandonado', 'Plaza de Ñipas', 'Camión aljibe', 'Sede 50% «La_Unión»']],
    ['-amount', ['Camión aljibe', 'Plaza de Ñipas', 'Abandonado', 'Sede 50% «La_Unión»']],
    ['due', ['Camión aljibe', 'Plaza de Ñipas', 'Sede 50% «La_Unión»', 'Abandonado']],
    ['-due', ['Camión aljibe', 'Abandonado', 'Sede 50% «La_Unión»', 'Plaza de Ñipas']],
    ['openedOn', ['Plaza de Ñipas', 'Camión aljibe', 'Sede 50% «La_Unión»', 'Abandonado']],
    ['-recordedAt', ['Abandonado', 'Sede 50% «La_Unión»', 'Camión aljibe', 'Plaza de Ñipas']],
  ])('sorts by %s, page by page as at once', async (sort, expected) => {
    expect(await titles('governor.gore-16', `?sort=${sort}`)).toEqual(expected);
    const walked: string[] = [];
    for (let query: string | null = `?sort=${sort}&limit=1`; query;) {
      const page: Page = await list('governor.gore-16', query);
      walked.push(...page.items.map(({ title }) => title));
      query = page.nextCursor && `?sort=${sort}&limit=1&cursor=${page.nextCursor}`;
    }
    expect(walked).toEqual(expected);
  });

  it('refuses a cursor of another order, or of nobody’s making', async () => {
    const { nextCursor } = await list('governor.gore-16', '?limit=1');
    for (const query of [`?sort=due&limit=1&cursor=${nextCursor}`, '?cursor=abc', `?cursor=${Buffer.from('["cases number",["x","y"]]').toString('base64url')}`, '?limit=0', '?limit=201', '?sort=title', '?status=x', '?region=9', '?overdue=perhaps']) {
      expect([query, (await office.get('governor.gore-16', `/cases${query}`)).status]).toEqual([query, 422]);
    }
  });
});

describe('who sees a case', () => {
  const everybody = [
    ['governor.gore-16', 200], ['accounts.gore-16', 200], ['mayor.muni-16206', 200], ['works-director.muni-16206', 200], ['comptroller.cgr-16', 200], ['presidential-delegate.dpr-16', 200],
    ['admin.subdere', 200], ['undersecretary.subdere', 200], ['comptroller.cgr', 200], ['minister.min-hacienda', 200], ['director.dipres', 200],
    ['mayor.muni-16101', 404], ['governor.gore-12', 404], ['comptroller.cgr-12', 404], ['minister.min-mop', 404], ['seremi.seremi-minvu-16', 404], ['president.asoc-achm', 404],
  ] as const;

  it.each(everybody)('%s gets %i from every call about it', async (who, status) => {
    const { id } = cases['Plaza de Ñipas'];
    const found = [await office.get(who, `/cases/${id}`), await office.get(who, `/cases/${id}/journal`), await office.get(who, `/cases/${id}/receipt`)].map((reply) => reply.status);
    expect(found).toEqual([status, status, status]);
    const acts = [['events', { type: 'nonsense' }], ['deadlines/coreVote/extend', {}], ['deadlines/coreVote/suspend', {}], ['deadlines/coreVote/resume', {}]] as const;
    for (const [path, body] of acts) {
      const reply = await office.post(who, `/cases/${id}/${path}`, body);
      expect(status === 404 ? [404] : [403, 409, 422]).toContain(reply.status);
    }
    expect((await titles(who)).includes('Plaza de Ñipas')).toBe(status === 200);
    const tasks = expecting(200, await office.get<Page<{ case: OfficeOf & { title: string } }>>(who, '/tasks?limit=200'));
    expect(tasks.items.some((task) => task.case.title === 'Plaza de Ñipas')).toBe(status === 200);
  });
});

describe('tasks', () => {
  type Task = Readonly<Record<string, unknown>> & { readonly case: { readonly title: string } };
  const tasks = async (who: string, query: string): Promise<readonly string[]> =>
    expecting(200, await office.get<Page<Task>>(who, `/tasks${query}`)).items.map((task) => `${String(task['name'])} ${task.case.title}`);

  it('are mine when I may do them today, soonest due first', async () => {
    expect(await tasks('core-secretary.gore-16', '?mine=true')).toEqual(['coreVote.certify Camión aljibe']);
    expect(await tasks('governor.gore-16', '?mine=true')).toEqual(['presentProposal Plaza de Ñipas', 'presentProposal Sede 50% «La_Unión»']);
    expect(await tasks('mayor.muni-16101', '?mine')).toEqual([]);
    expect(await tasks('mayor.muni-16101', '?institution=gore-16')).toEqual(['coreVote.certify Camión aljibe', 'presentProposal Sede 50% «La_Unión»']);
    expect(await tasks('admin.subdere', '?due=2026-04-01')).toEqual(['coreVote.certify Camión aljibe']);
    expect(await tasks('admin.subdere', '?due=2026-03-31')).toEqual([]);
    expect(await tasks('admin.subdere', '?institution=gore-12')).toEqual(['presentProposal Muelle']);
  });

  it('come in pages', async () => {
    const whole = await tasks('admin.subdere', '');
    const walked: string[] = [];
    for (let query: string | null = '?limit=1'; query;) {
      const reply: Reply<Page<Task>> = await office.get('admin.subdere', `/tasks${query}`);
      walked.push(...reply.body.items.map((task) => `${String(task['name'])} ${task.case.title}`));
      query = reply.body.nextCursor && `?limit=1&cursor=${reply.body.nextCursor}`;
    }
    expect([walked, walked.length]).toEqual([whole, 4]);
    expect((await office.get('admin.subdere', '/tasks?cursor=x')).status).toBe(422);
  });
});
