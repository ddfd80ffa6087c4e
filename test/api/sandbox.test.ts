import { database } from '../support/database.js';
import { app } from './app.js';

const db = database();
const training = app(db, { env: { CONVENIO_SANDBOX: '1' } });
const real = app(db);
const PATH = '/api/v1/sandbox/clock';
const advance = async (api: typeof training, body: unknown) => {
  const response = await api.post(PATH, body, { ...(await api.as('mayor.muni-16101')), 'accept-language': 'en' });
  return [response.status, await response.json()];
};

describe('the training clock', () => {
  it('moves forward and never back, and leaves tokens on the machine’s time', async () => {
    training.clock.stop('2026-03-02T12:00:00.000Z');
    expect(await advance(training, { advanceTo: '2031-01-01T09:00:00-03:00' })).toEqual([200, { now: '2031-01-01T12:00:00.000Z' }]);
    expect(await advance(training, { advanceTo: '2031-01-05' })).toEqual([200, { now: '2031-01-05T03:00:00.000Z' }]);
    expect(await advance(training, { advanceTo: '2026-01-01T00:00:00Z' })).toEqual([200, { now: '2031-01-05T03:00:00.000Z' }]);
  });

  it.each([{}, { advanceTo: 'tomorrow' }, { advanceTo: '2031-02-30' }, { advanceTo: '2031-01-01T00:00:00Z', back: true }, { advanceTo: '9999-12-31T00:00:00Z' }, { advanceTo: '9999-12-31' }])('refuses %j, and stays where it was', async (body) => {
    const before = training.clock.now();
    expect(await advance(training, body)).toMatchObject([422, { code: 'invalid' }]);
    expect(training.clock.now()).toBe(before);
  });

  it('is not there outside the sandbox', async () => {
    expect(await advance(real, { advanceTo: '2031-01-01T00:00:00Z' })).toMatchObject([404, { code: 'not-found' }]);
  });
});
