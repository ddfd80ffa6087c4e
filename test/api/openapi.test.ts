import { z } from 'zod';
import { apiRoutes, methodsOf } from '../../src/api/routes.js';
import { servedRoutes } from './served-routes.js';
import { database } from '../support/database.js';
import { app } from './app.js';

const db = database();
const api = app(db);
const OpenApi = z.object({ openapi: z.literal('3.1.0'), paths: z.record(z.string(), z.record(z.string(), z.looseObject({ summary: z.string() }))) });

describe('the description of the API', () => {
  it('names every route that is served under /api/v1, and no other', () => {
    const documented = Object.keys(apiRoutes).filter((key) => key.includes(' /api/v1'));
    expect(documented.toSorted()).toEqual(servedRoutes(api.nest).filter((key) => key.includes(' /api/v1')).toSorted());
  });

  it('is public, whole, and in the reader’s language', async () => {
    const english = OpenApi.parse(await (await api.get('/api/openapi.json', { 'accept-language': 'en' })).json());
    const spanish = OpenApi.parse(await (await api.get('/api/openapi.json')).json());
    expect(english.paths['/api/v1/calendar/due']?.['get']).toMatchObject({
      summary: 'Work out a due date, with its explanation',
      parameters: expect.arrayContaining([expect.objectContaining({ in: 'query', name: 'unit', required: true })]),
      responses: { 200: expect.anything(), 401: expect.anything(), 422: expect.anything() },
    });
    expect(spanish.paths['/api/v1/calendar/due']?.['get']?.summary).toBe('Calcular un vencimiento, con su explicación');
    expect(spanish.paths['/health/live']?.['get']).toMatchObject({ security: [] });
  });

  it('tells a path’s methods', () => {
    expect(methodsOf('/api/v1/calendar/holidays')).toEqual(['GET', 'POST', 'HEAD']);
    expect(methodsOf('/api/v1/calendar/holidays/x')).toEqual([]);
  });

  it('can be explored without asking anybody else', async () => {
    const page = await api.get('/api/docs');
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(files).toHaveLength(4);
    for (const file of files) expect([file, (await api.get(file)).status]).toEqual([file, 200]);
    expect(html).not.toMatch(/<script>|onload=|https?:/);
  });
});

describe('the local identity provider', () => {
  it('is discovered', async () => {
    const found = await (await api.get('/.well-known/openid-configuration')).json();
    expect(found).toMatchObject({ issuer: 'http://convenio.localhost', jwks_uri: `${api.url}/.well-known/jwks.json` });
    expect(await (await api.get('/.well-known/jwks.json')).json()).toEqual(api.identity.local?.jwks);
  });
});
