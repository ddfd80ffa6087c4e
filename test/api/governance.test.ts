import { z } from 'zod';
import { database } from '../support/database.js';
import { app } from './app.js';

const db = database();
const api = app(db);
const List = z.object({ items: z.array(z.object({ code: z.string(), name: z.string(), level: z.string() }).loose()), nextCursor: z.string().nullable() });
const list = async (path: string) => List.parse(await (await api.get(`/api/v1/${path}`, await api.as('mayor.muni-16101'))).json());
const refused = async (path: string) => {
  const response = await api.get(`/api/v1/${path}`, await api.as('mayor.muni-16101'));
  return [response.status, await response.json()];
};

describe('territories', () => {
  it('are 16 regions, 56 provinces and 346 communes, each within its parent', async () => {
    expect((await list('territories?level=region&limit=200')).items).toHaveLength(16);
    expect((await list('territories?level=province&limit=200')).items).toHaveLength(56);
    expect((await list('territories?level=region')).items[0]).toEqual({ code: '01', name: expect.any(String), level: 'region', parent: null });
  });

  it('come page by page, each once, in order', async () => {
    const codes: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: z.infer<typeof List> = await list(`territories?level=commune&limit=100${cursor && `&cursor=${cursor}`}`);
      codes.push(...page.items.map(({ code }) => code));
      cursor = page.nextCursor;
    }
    expect(codes).toHaveLength(346);
    expect(new Set(codes).size).toBe(346);
    expect(codes.toSorted()).toEqual(codes);
  });

  it.each(['limit=0', 'limit=201', 'limit=x', 'limit=-1', 'level=planet', 'cursor='])('refuse %s', async (query) => {
    expect(await refused(`territories?${query}`)).toMatchObject([422, { code: 'invalid' }]);
  });

  it.each(['x', 'null', 'W10', Buffer.from('["institutions","a"]').toString('base64url'), Buffer.from('["territories",{}]').toString('base64url'), '%F0%9F%87%A8'])(
    'refuse the cursor %s',
    async (cursor) => {
      expect(await refused(`territories?cursor=${cursor}`)).toMatchObject([422, { code: 'bad-cursor' }]);
    },
  );
});

describe('institutions', () => {
  it('are found by level, place and words', async () => {
    expect((await list('institutions?level=municipal&territory=16&limit=200')).items).toHaveLength(21);
    expect((await list('institutions?q=nuble+gobierno')).items.map(({ code }) => code)).toContain('gore-16');
    expect((await list('institutions?q=%27%3B+DROP+TABLE--')).items).toEqual([]);
  });
});
