import { createLog } from './log.js';

it('says of an error what happened and where, and nothing of what hangs on it', () => {
  const written: string[] = [];
  const log = createLog('warn', { write: (line) => void written.push(line) });
  const error = Object.assign(new Error('terminating connection', { cause: new Error('of the host') }), { code: '57P01', client: { secretKey: 12_345, password: 'hidden' }, parameters: ['a name'] });
  log.warn({ err: error }, 'lost');
  const { err } = JSON.parse(written.join('')) as { err: Record<string, string> };
  expect(err).toEqual({ type: 'Error', message: expect.stringContaining('terminating connection'), code: '57P01', stack: expect.stringContaining('log.spec') });
  expect(written.join('')).not.toMatch(/secretKey|a name/);
});
