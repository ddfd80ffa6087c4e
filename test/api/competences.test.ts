import { z } from 'zod';
import { CompetenceDetailView, CompetenceView } from '../../src/api/competence-views.js';
import { database } from '../support/database.js';
import { app } from './app.js';

const db = database();
const api = app(db);
const Page = z.object({ items: z.array(CompetenceView.strict()), nextCursor: z.string().nullable() });

beforeAll(() => api.clock.stop('2026-03-02T12:00:00.000Z'));

const ask = async (path: string, language = 'es') => api.get(`/api/v1/competences${path}`, { ...(await api.as('mayor.muni-16101')), 'accept-language': language });
const list = async (query: string, language?: string) => Page.parse(await (await ask(`?${query}`, language)).json());
const detail = async (path: string, language?: string) => CompetenceDetailView.strict().parse(await (await ask(path, language)).json());
const refused = async (path: string) => {
  const response = await ask(path);
  return { status: response.status, contentType: response.headers.get('content-type')?.split(';')[0], ...((await response.json()) as object) };
};

describe('who is in charge', () => {
  it('of everything in a commune: each competence once, page by page', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: z.infer<typeof Page> = await list(`territory=16206&limit=20${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ code, territory }) => `${code} ${territory}`));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(44);
    expect(new Set(seen).size).toBe(44);
    expect(seen.toSorted()).toEqual(seen);
    expect(seen).toContain('loc18695.4.c 16206');
  });

  it('says the title, its law and its certainty, in the reader’s language', async () => {
    const spanish = await detail('/loc18695.3.a?territory=16101');
    expect(spanish).toMatchObject({
      name: 'Plan comunal de desarrollo', field: 'planificación', law: 'LOC 18.695', article: 'art. 3 a)', asOf: null, certainty: 'secondary', at: '2026-03-02',
      territory: '16101', communes: null, others: [], documented: [], cautions: [],
      holder: { institution: 'muni-16101', name: 'Municipalidad de Chillán', mode: 'exclusive', duration: 'definitive', since: null, until: null, ends: 'never', act: null, basis: 'LOC 18.695 art. 3 a)', certainty: 'secondary', case: null },
      inCharge: { institution: 'muni-16101', joint: false, since: null, until: null, ends: 'open', afterLapseOf: null },
    });
    expect(spanish.history).toHaveLength(1);
    expect(await detail('/loc18695.3.a?territory=16101', 'en')).toMatchObject({ name: 'Communal development plan', field: 'planning' });
  });

  it('of a region: one answer for each part of it that has its own', async () => {
    const region = await detail('/loc18695.3.f?territory=12', 'en');
    expect(region).toMatchObject({ holder: null, inCharge: null, history: null, cautions: ['10 different institutions are in charge, by place: say "territory".'] });
    expect(region.answers).toHaveLength(10);
    expect(region.answers.find(({ inCharge }) => inCharge.institution === 'muni-12201')).toMatchObject({ territory: '122', communes: null });
  });

  it('of an institution: what it holds anywhere', async () => {
    const { items } = await list('institution=gore-13&at=2024-01-01', 'en');
    expect(items.map(({ code, territory, communes }) => [code, territory, communes])).toEqual([['bbnn.ds251', '13', null], ['interior.ds251', '13', null]]);
    expect((await list('institution=gore-13&at=2023-09-25')).items).toEqual([]);
    expect((await list('institution=muni-16206&limit=200')).items).toHaveLength(34);
  });
});

describe('what is not known', () => {
  it('is said: a temporary transfer whose end nobody told us', async () => {
    const english = await detail('/bbnn.ds251?territory=13', 'en');
    expect(english).toMatchObject({
      holder: { institution: 'gore-13', mode: null, duration: 'temporary', since: '2023-09-26', until: null, ends: 'unknown', certainty: 'assumption', act: { number: 'DS 251', date: '2023-09-26' } },
      inCharge: { until: null, ends: 'unknown' }, cautions: ['Until when it holds: not known.'],
    });
    expect((await detail('/bbnn.ds251?territory=13101')).cautions).toEqual(['Hasta cuándo rige: no se conoce.']);
    expect((await detail('/bbnn.ds251?territory=13101')).history?.map(({ inCharge }) => [inCharge.institution, inCharge.since, inCharge.until, inCharge.ends])).toEqual([
      ['min-bbnn', null, '2023-09-25', 'on-day'], ['gore-13', '2023-09-26', null, 'unknown'],
    ]);
  });

  it('is said: decrees whose regions are not known, shown without a place', async () => {
    const { items } = await list('limit=200', 'en');
    expect(items).toHaveLength(44);
    const minvu = items.find(({ code }) => code === 'minvu.ds237')!;
    expect(minvu).toMatchObject({
      territory: null, inCharge: { institution: 'min-minvu' },
      documented: [{ number: 'DS 237', date: '2020-05-25', from: { institution: 'min-minvu' }, to: 'the regional governments the decree names', mode: 'transitory, art. 5 Ley 21.074', territory: null, certainty: 'secondary' }],
    });
    expect(minvu.cautions[0]).toContain('DS 237');
    expect(items.find(({ code }) => code === 'fosis.ds248')!.documented).toMatchObject([{ date: null, mode: 'temporary, shared', from: { institution: 'fosis' } }]);
    expect(items.find(({ code }) => code === 'loc18695.3.a')).toMatchObject({ territory: null, holder: null, inCharge: null });
    expect((await detail('/minvu.ds237?territory=16101')).cautions).toHaveLength(1);
  });
});

describe('bad questions', () => {
  it.each(['?at=yesterday', '?at=2026-02-30', '?at=0000-01-01', '?at=9999-12-31', '?territory=99', '?territory=x', '?territory=16999', '?institution=gore-99', '?institution=', '?limit=0', '?cursor=x', '/loc18695.3.a?at=26-1-1', '/loc18695.3.a?territory=16999'])(
    'are told what is wrong: %s',
    async (path) => {
      expect(await refused(path)).toMatchObject({ status: 422, contentType: 'application/problem+json', detail: expect.stringMatching(/\w+ \w+/) });
    },
  );

  it.each(['/nothing', '/%27%3B%20DROP', '/loc18695.3.z?territory=16101'])('find nothing: %s', async (path) => {
    expect(await refused(path)).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('are answered to officials alone', async () => {
    expect((await api.get('/api/v1/competences')).status).toBe(401);
  });
});
