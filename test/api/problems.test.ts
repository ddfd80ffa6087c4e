import { Agent, request } from 'node:http';
import { z } from 'zod';
import { database } from '../support/database.js';
import { app } from './app.js';

const db = database();
const api = app(db);
const slow = app(db, { env: { CONVENIO_RATE_LIMIT: '3', CONVENIO_BODY_LIMIT: '2000' } });
const ROUTE = '/api/v1/nowhere';

const ProblemBody = z.looseObject({ type: z.string(), title: z.string().min(1), status: z.number(), code: z.string(), detail: z.string().min(1) });
const problem = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const body = ProblemBody.parse(await response.json());
  expect(body).toMatchObject({ type: `urn:convenio:problem:${body.code}`, status: response.status });
  return body;
};

/** For what `fetch` refuses to send. */
function raw(path: string, headers: Readonly<Record<string, string>>, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(api.url);
    request({ hostname, port, path, method, headers, agent: new Agent() }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).on('error', reject).end();
  });
}

describe('who calls', () => {
  it('must be said', async () => {
    const response = await api.get(ROUTE);
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="convenio"');
    expect(await problem(response)).toMatchObject({ status: 401, code: 'unauthenticated', detail: expect.stringContaining('Authorization') });
  });

  it.each(['Bearer', 'Bearer x', 'Bearer a.b.c', 'Basic dTpw', 'bearer  ', `Bearer ${'x'.repeat(9000)}`])('is not believed of %j', async (authorization) => {
    expect(await problem(await api.get(ROUTE, { authorization }))).toMatchObject({ status: 401, code: 'unauthenticated' });
  });

  it('must be an official', async () => {
    const body = await problem(await api.get(ROUTE, { ...(await api.as('stranger.nowhere')), 'accept-language': 'en' }));
    expect(body).toMatchObject({ status: 401, code: 'unknown-official', detail: 'The token is valid, but "stranger.nowhere" is no official registered here.' });
  });

  it('is asked before anything else, also before a broken body', async () => {
    expect((await problem(await api.post(ROUTE, '{"half'))).code).toBe('unauthenticated');
  });
});

describe('bad input never is our fault', () => {
  it.each([
    ['half a JSON', '{"half', 400, 'malformed-json'],
    ['a bare value', '5', 400, 'malformed-json'],
    ['a NUL', JSON.stringify({ title: 'a\0b' }), 400, 'bad-encoding'],
    ['a NUL in a name', JSON.stringify({ 'a\0b': 1 }), 400, 'bad-encoding'],
    ['half a surrogate pair', '{"a":["\\ud800"]}', 400, 'bad-encoding'],
    ['a deep nest', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400, 'bad-request'],
    ['more than a megabyte', `{"a":"${'x'.repeat(1_000_001)}"}`, 413, 'too-large'],
  ])('%s → %i %s', async (_, body, status, code) => {
    expect(await problem(await api.post(ROUTE, body, await api.as('mayor.muni-16101')))).toMatchObject({ status, code });
  });

  it('another content type → 415', async () => {
    const headers = { ...(await api.as('mayor.muni-16101')), 'content-type': 'text/xml' };
    expect(await problem(await api.post(ROUTE, '<a/>', headers))).toMatchObject({ status: 415, code: 'unsupported-media-type' });
    expect(await problem(await api.post(ROUTE, '{}', { ...headers, 'content-type': 'application/json; charset=klingon' }))).toMatchObject({ status: 415 });
  });

  it('whole emoji are no fault', async () => {
    expect((await problem(await api.post(ROUTE, { a: '🇨🇱' }, await api.as('mayor.muni-16101')))).code).toBe('not-found');
  });

  it.each(['/api/v1/%ff', '/api/v1/a%00b', '/%c0%ae', '/api/v1/x?q=%00', `/${'x'.repeat(5000)}`, '/api/v1/%', '/api/v1/../../etc/passwd'])('%s → 4xx', async (path) => {
    const status = await raw(path, await api.as('mayor.muni-16101'));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
});

describe('an answer other than success', () => {
  it('says what there is not, in the reader’s language', async () => {
    const headers = await api.as('mayor.muni-16101');
    expect(await problem(await api.get(ROUTE, { ...headers, 'accept-language': 'en' }))).toMatchObject({ code: 'not-found', detail: 'There is nothing at GET /api/v1/nowhere.' });
    const spanish = await api.get(ROUTE, { ...headers, 'accept-language': 'es-CL' });
    expect(spanish.headers.get('content-language')).toBe('es');
    expect((await problem(spanish)).detail).toBe('No hay nada en GET /api/v1/nowhere.');
  });

  it('names the methods a path takes', async () => {
    const response = await api.post('/health/live', {});
    expect(await problem(response)).toMatchObject({ status: 405, code: 'method-not-allowed' });
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  it('carries a request id, ours or the caller’s', async () => {
    expect((await api.get(ROUTE)).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect((await api.get(ROUTE, { 'x-request-id': 'abc-1' })).headers.get('x-request-id')).toBe('abc-1');
    expect((await api.get(ROUTE, { 'x-request-id': 'a b;c' })).headers.get('x-request-id')).not.toBe('a b;c');
  });

  it('leaves one line in the log, without query or token', async () => {
    await api.get(`${ROUTE}?q=Rosa+Soto`, { authorization: 'Bearer secret.secret.secret', 'x-request-id': 'seek-me' });
    await api.get('/calendar/secret-feed.ics', { 'x-request-id': 'seek-me' });
    const lines = api.logged.filter((line) => line['request'] === 'seek-me' && line['msg'] === 'request');
    expect(lines).toMatchObject([
      { level: 'info', method: 'GET', path: ROUTE, status: 401, responseTime: expect.any(Number) },
      { level: 'info', path: '/calendar/…', status: 404 },
    ]);
    expect(JSON.stringify(api.logged)).not.toMatch(/Rosa|secret/);
  });
});

describe('limits', () => {
  it('slow down one token, not the others', async () => {
    const [one, other] = [await slow.as('mayor.muni-16101'), await slow.as('mayor.muni-16102')];
    for (let i = 0; i < 3; i += 1) expect((await slow.get(ROUTE, one)).status).toBe(404);
    const refused = await slow.get(ROUTE, one);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await problem(refused)).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect((await slow.get(ROUTE, other)).status).toBe(404);
    expect((await slow.get('/health/live')).status).toBe(200);
  });

  it('name the largest body', async () => {
    const response = await slow.post(ROUTE, { a: 'x'.repeat(3000) }, { ...(await slow.as('mayor.muni-16103')), 'accept-language': 'en' });
    expect((await problem(response)).detail).toBe('The most is 2000 bytes.');
  });
});

describe('headers', () => {
  it('keep browsers from guessing, framing and caching', async () => {
    const { headers } = await api.get(ROUTE);
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
