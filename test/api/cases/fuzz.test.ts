import * as fc from 'fast-check';
import { Office, type View } from '../../support/office.js';

const office = new Office('2026-03-02T15:00:00.000Z');
let view: View;
let signing: View;

const nasty = fc.constantFrom<unknown>(
  null, '', ' ', 0, -1, 1e308, 1.5, 2 ** 53, true, [], {}, [[]], 'x'.repeat(5_000), '\u202e', '0001-01-01', '9999-12-31', '2262-04-12', '2026-02-30', '1900-01-01', '2026-03-02',
  '2026-03-02T24:00:00Z', '2026-03-02T12:00:00+99:00', '+012026-03-02T12:00:00Z', '-000001-01-01', 'constructor', '__proto__', '\'; DROP TABLE cases; --', '%', '\\', '${x}', 'gore-16', 'ñ',
);
const anything = fc.oneof(nasty, fc.jsonValue() as fc.Arbitrary<unknown>);
async function check(property: fc.IAsyncPropertyWithHooks<never>, numRuns: number): Promise<'sound'> {
  await fc.assert(property as never, { numRuns, endOnFailure: true, seed: 20_260_302 });
  return 'sound';
}
const sane = async (send: Promise<{ readonly status: number; readonly body: unknown }>): Promise<void> => {
  const { status, body } = await send;
  if (status >= 500) throw new Error(JSON.stringify(body));
};

/** A value with one of its parts replaced, at any depth. */
function mutated(value: unknown): fc.Arbitrary<unknown> {
  const paths: (readonly (string | number)[])[] = [];
  const visit = (part: unknown, path: readonly (string | number)[]): void => {
    paths.push(path);
    if (typeof part === 'object' && part !== null) for (const [key, inner] of Object.entries(part)) visit(inner, [...path, Array.isArray(part) ? Number(key) : key]);
  };
  visit(value, []);
  return fc.tuple(fc.constantFrom(...paths), anything).map(([path, part]) => replaced(value, path, part));
}

function replaced(value: unknown, [first, ...rest]: readonly (string | number)[], part: unknown): unknown {
  if (first === undefined) return part;
  if (Array.isArray(value)) return value.map((inner: unknown, index) => (index === first ? replaced(inner, rest, part) : inner));
  return { ...(value as object), [first]: replaced((value as Record<string, unknown>)[first], rest, part) };
}

/** Half a surrogate pair cannot be written in an address. */
const whole = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '');

beforeAll(async () => {
  office.api.clock.stop('2026-03-02T15:00:00.000Z');
  view = await office.open();
  signing = await office.walk(await office.open(), 'proposal.present', 'coreVote.certify', 'allocation.resolve');
});

describe('bad input never gets a 5xx', () => {
  it('in an event', async () => {
    const instrument = { kind: 'oficio', number: '1', date: '2026-03-02', receivedAt: '2026-03-02', document: { sha256: 'a'.repeat(64), name: 'x' } };
    const event = { type: 'proposal.present', data: { remarks: 'x' }, occurredAt: '2026-03-02', instrument, office: 'governor', attested: { office: 'mayor', institution: 'muni-16206' } };
    expect(await check(fc.asyncProperty(mutated(event), (body) => sane(office.post('governor.gore-16', `/cases/${view.id}/events`, body))) as never, 80)).toBe('sound');
    expect(await check(fc.asyncProperty(anything, (body) => sane(office.post('governor.gore-16', `/cases/${view.id}/events`, body))) as never, 30)).toBe('sound');
  });

  it('in the data of an event that the state takes', async () => {
    const { example } = signing.next.find(({ event }) => event === 'draft.finish')!;
    expect(await check(fc.asyncProperty(mutated(example), (data) => sane(office.post('legal.gore-16', `/cases/${signing.id}/events`, { type: 'draft.finish', data }))) as never, 80)).toBe('sound');
    for (const endsOn of ['9999-12-31', '0001-01-01', '2199-12-31', '2200-12-31']) {
      const fresh = await office.walk(await office.open(), 'coreVote.except', 'allocation.resolve');
      await sane(office.send('legal.gore-16', fresh.id, 'draft.finish', { ...example, endsOn }));
      await sane(office.get('legal.gore-16', `/cases/${fresh.id}`));
    }
  });

  it('in votes, as many as there are', async () => {
    const vote = { sitting: '2026-03-02', call: 'first', inOffice: 16, present: 16, presidedBy: 'head', inFavour: 16, against: 0, abstentions: [{ cause: 'x' }], castingVote: 'against', modifications: 'Otra cosa' };
    expect(await check(fc.asyncProperty(mutated(vote), async (data) => {
      const fresh = await office.walk(await office.open(), 'proposal.present');
      await sane(office.post('core-secretary.gore-16', `/cases/${fresh.id}/events`, { type: 'coreVote.certify', data }));
    }) as never, 12)).toBe('sound');
  });

  it('in an opening', async () => {
    const opening = {
      workflow: 'fndr-transfer', title: 'Plaza', territory: '16206', occurredAt: '2026-03-02', office: 'legal', identifiers: [{ scheme: 'BIP', value: '1' }],
      participants: [{ role: 'regionalGovernment', institution: 'gore-16' }, { role: 'technicalUnit', institution: 'muni-16206' }], data: { initiative: 'Plaza', amount: 1, subtitle: '29' },
    };
    expect(await check(fc.asyncProperty(mutated(opening), (body) => sane(office.post('legal.gore-16', '/cases', body))) as never, 60)).toBe('sound');
  });

  it('on a deadline', async () => {
    const extension = { amount: 5, requestedOn: '2026-03-02', reason: 'Porque sí', basis: 'Ley 19.880', subject: '', occurredAt: '2026-03-02', office: 'governor' };
    const path = fc.tuple(fc.constantFrom('coreVote', 'term', 'constructor', '%00', '..', 'x'), fc.constantFrom('extend', 'suspend', 'resume'));
    expect(await check(fc.asyncProperty(path, mutated(extension), ([name, act], body) => sane(office.post('governor.gore-16', `/cases/${signing.id}/deadlines/${name}/${act}`, body))) as never, 60)).toBe('sound');
  });

  it('in what is asked', async () => {
    const paths = ['/cases', '/tasks', '/workflows', '/workflows/fndr-transfer/versions/1', '/reports/durations', `/cases/${view.id}/journal`, `/cases/${view.id}/receipt`];
    const names = ['workflow', 'region', 'institution', 'state', 'status', 'overdue', 'q', 'sort', 'cursor', 'limit', 'mine', 'due', 'from', 'to', '__proto__', 'sort[]', 'q[x]'];
    const text = fc.oneof(nasty.map(String), fc.string({ maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 10 }));
    const query = fc.array(fc.tuple(fc.constantFrom(...names), text), { maxLength: 4 });
    expect(await check(fc.asyncProperty(fc.constantFrom(...paths), query, (path, parts) =>
      sane(office.get('governor.gore-16', `${path}?${parts.map(([name, value]) => `${name}=${encodeURIComponent(whole(value))}`).join('&')}`))) as never, 60)).toBe('sound');
  });

  it('in a path', async () => {
    const part = fc.oneof(nasty.map(String), fc.string({ maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 10 })).map((text) => encodeURIComponent(whole(text)) || '_');
    const template = fc.constantFrom('/cases/:x', '/cases/:x/journal', '/cases/:x/receipt', '/workflows/:x', '/workflows/:x/versions/:y', '/workflows/fndr-transfer/versions/:x');
    expect(await check(fc.asyncProperty(template, part, part, (path, x, y) => sane(office.get('governor.gore-16', path.replace(':x', () => x).replace(':y', () => y)))) as never, 60)).toBe('sound');
  });

  it('in a header', async () => {
    const token = fc.string({ unit: fc.constantFrom('"', 'W/', '0', '7', '123', '*', 'abc', ',', ';', ' ', '-'), maxLength: 12 });
    expect(await check(fc.asyncProperty(token, token, (match, key) =>
      sane(office.post('governor.gore-16', `/cases/${view.id}/events`, { type: 'nonsense' }, { 'if-match': match, 'idempotency-key': key, 'accept-language': match }))) as never, 30)).toBe('sound');
  });
});
