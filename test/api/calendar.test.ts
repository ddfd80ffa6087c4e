import { database } from '../support/database.js';
import { app } from './app.js';

const db = database();
const api = app(db);
let mayor: Readonly<Record<string, string>>;
let admin: Readonly<Record<string, string>>;
beforeAll(async () => {
  mayor = { ...(await api.as('mayor.muni-16101')), 'accept-language': 'en' };
  admin = { ...(await api.as('admin.subdere')), 'accept-language': 'en' };
});
const list = async (query: string) => (await api.get(`/api/v1/calendar/holidays?${query}`, mayor)).json();
const due = async (query: string, headers = mayor) => {
  const response = await api.get(`/api/v1/calendar/due?${query}`, headers);
  return { status: response.status, body: await response.json() };
};

describe('a due date', () => {
  it('comes with its explanation, in the reader’s language', async () => {
    const english = await due('from=2026-09-14&amount=5&unit=business');
    expect(english).toMatchObject({ status: 200, body: { due: '2026-09-22', explanation: expect.arrayContaining([{ date: '2026-09-18', note: expect.stringMatching(/Independence Day/) }]) } });
    const spanish = await due('from=2026-09-14&amount=5&unit=business', { ...mayor, 'accept-language': 'es' });
    expect(spanish.body).toMatchObject({ due: '2026-09-22', explanation: expect.arrayContaining([{ date: '2026-09-18', note: expect.stringMatching(/Independencia Nacional/) }]) });
  });

  it('gives the other reading of months', async () => {
    expect(await due('from=2026-01-31&amount=1&unit=months')).toMatchObject({ body: { due: '2026-03-02', alternative: '2026-03-02' } });
  });

  it('knows the holiday of the place', async () => {
    expect((await due('from=2027-08-19&amount=1&unit=business&territory=16101')).body).toMatchObject({ due: '2027-08-23' });
    expect((await due('from=2027-08-19&amount=1&unit=business&territory=16201')).body).toMatchObject({ due: '2027-08-20' });
  });

  it('takes suspensions, once or several times, extensions and flags', async () => {
    expect((await due('from=2026-03-02&amount=10&unit=calendar&rollover=none&suspend=2026-03-04..2026-03-05')).body).toMatchObject({ due: '2026-03-14' });
    expect((await due('from=2026-03-02&amount=10&unit=calendar&rollover=none&suspend=2026-03-04..2026-03-05&suspend=2026-03-07..2026-03-07&extend=5')).body).toMatchObject({ due: '2026-03-20' });
    expect((await due('from=2026-03-01&amount=1&unit=business&filing=true')).body).toMatchObject({ due: '2026-03-03' });
    expect((await due('from=2026-03-02&amount=10&unit=calendar&extend=6&rule=own')).status).toBe(200);
  });

  it.each([
    ['nothing', '', ['from', 'amount', 'unit']],
    ['no such day', 'from=2026-02-30&amount=1&unit=business', ['from']],
    ['a unit nobody counts in', 'from=2026-03-02&amount=1&unit=weeks', ['unit']],
    ['half a day', 'from=2026-03-02&amount=1.5&unit=business', ['amount']],
    ['more than anybody waits', 'from=2026-03-02&amount=1e9&unit=business', ['amount']],
    ['a place of another country', 'from=2026-03-02&amount=1&unit=business&territory=AR', ['territory']],
    ['too long an extension', 'from=2026-03-02&amount=10&unit=business&extend=6', ['extend']],
    ['a suspension the wrong way round', 'from=2026-03-02&amount=10&unit=business&suspend=2026-03-09..2026-03-05', ['suspensions.0']],
    ['a suspension without end', 'from=2026-03-02&amount=10&unit=business&suspend=2026-03-09', ['suspend']],
    ['a year out of reach', 'from=0001-01-01&amount=1&unit=business', ['from']],
    ['two amounts', 'from=2026-03-02&amount=1&amount=2&unit=business', ['amount']],
  ])('of %s is refused with a message', async (_, query, paths) => {
    const { status, body } = await due(query);
    expect([status, body]).toMatchObject([422, { code: 'invalid', errors: paths.map((path) => ({ path, message: expect.stringMatching(/\w/) })) }]);
  });

  it('of a place that is none is refused', async () => {
    expect(await due('from=2026-03-02&amount=1&unit=business&territory=16999')).toMatchObject({ status: 422, body: { code: 'invalid', reason: 'unknown-territory' } });
  });

  it('says what is wrong in the reader’s language', async () => {
    const { body } = await due('from=2026-03-02&amount=x&unit=business', { ...mayor, 'accept-language': 'es' });
    expect(body).toMatchObject({ title: 'Los datos no son válidos.', errors: [{ path: 'amount', message: expect.stringMatching(/número/) }] });
  });
});

describe('holidays', () => {
  const election = { date: '2026-11-24', name: 'Demo: elección', territory: '16101', basis: 'Ley de ejemplo' };

  it('are those of the place', async () => {
    expect(await list('year=2026')).toMatchObject({ nextCursor: null, items: expect.arrayContaining([expect.objectContaining({ date: '2026-09-18', scope: 'national', declared: false })]) });
    expect(JSON.stringify(await list('year=2026&territory=15101'))).toContain('2026-06-07');
    expect(JSON.stringify(await list('year=2026&territory=14101'))).not.toContain('2026-06-07');
  });

  it('are declared by the administrator alone', async () => {
    const response = await api.post('/api/v1/calendar/holidays', election, mayor);
    expect([response.status, await response.json()]).toMatchObject([403, { code: 'not-empowered' }]);
  });

  it('are declared once, and count from then on', async () => {
    for (let i = 0; i < 2; i += 1) {
      const response = await api.post('/api/v1/calendar/holidays', election, admin);
      expect([response.status, await response.json()]).toEqual([201, election]);
    }
    expect((await due('from=2026-11-23&amount=1&unit=business&territory=16101')).body).toMatchObject({ due: '2026-11-25' });
    expect((await due('from=2026-11-23&amount=1&unit=business')).body).toMatchObject({ due: '2026-11-24' });
    const other = await api.post('/api/v1/calendar/holidays', { ...election, name: 'Demo: otra' }, admin);
    expect([other.status, await other.json()]).toMatchObject([409, { code: 'conflict' }]);
  });

  it.each([
    ['without a basis', { date: '2026-11-25', name: 'x' }],
    ['of a year nobody counts', { date: '1800-01-01', name: 'x', basis: 'Ley' }],
    ['of a year too far away', { date: '9999-12-31', name: 'x', basis: 'Ley' }],
    ['of no day', { ...election, date: '2026-11-31' }],
    ['of no place', { ...election, date: '2026-11-25', territory: '16999' }],
    ['with more than that', { ...election, date: '2026-11-25', note: 'x' }],
  ])('are not declared %s', async (_, body) => {
    const response = await api.post('/api/v1/calendar/holidays', body, admin);
    expect([response.status, await response.json()]).toMatchObject([422, { code: 'invalid' }]);
  });
});
