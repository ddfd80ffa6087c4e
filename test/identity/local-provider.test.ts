import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openIdentity } from '../../src/identity/identity.js';
import { LocalProvider } from '../../src/identity/local-provider.js';
import { TokenRefused } from '../../src/identity/verifier.js';
import { MovableClock } from '../../src/platform/clock.js';

let folder: string;
let clock: MovableClock;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'convenio-identity-'));
  clock = new MovableClock();
  clock.stop('2026-03-02T12:00:00.000Z');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the local identity provider', () => {
  it('keeps one key, for its owner’s eyes only, however many come at once', async () => {
    const providers = await Promise.all(Array.from({ length: 8 }, () => LocalProvider.open(folder, clock)));
    expect(new Set(providers.map((p) => p.jwks.keys[0]?.kid)).size).toBe(1);
    expect(readdirSync(join(folder, 'identity'))).toEqual(['signing-key.json']);
    expect(statSync(join(folder, 'identity', 'signing-key.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'identity')).mode & 0o777).toBe(0o700);
  });

  it('signs tokens that a server on the same folder takes for a day', async () => {
    const token = await (await LocalProvider.open(folder, clock)).tokenFor('governor.gore-16');
    const { verifier } = await openIdentity({ kind: 'local' }, folder, clock);
    expect(await verifier.usernameOf(token)).toBe('governor.gore-16');
    clock.advance(24 * 3_600_000 - 1000);
    expect(await verifier.usernameOf(token)).toBe('governor.gore-16');
    clock.advance(60_000);
    await expect(verifier.usernameOf(token)).rejects.toEqual(new TokenRefused('expired'));
  });

  it('does not take the tokens of another folder', async () => {
    const other = mkdtempSync(join(tmpdir(), 'convenio-identity-'));
    const token = await (await LocalProvider.open(other, clock)).tokenFor('admin.subdere');
    rmSync(other, { recursive: true });
    const { verifier } = await openIdentity({ kind: 'local' }, folder, clock);
    await expect(verifier.usernameOf(token)).rejects.toBeInstanceOf(TokenRefused);
  });

  it('publishes its public key and nothing more', async () => {
    const provider = await LocalProvider.open(folder, clock);
    expect(Object.keys(provider.jwks.keys[0] ?? {}).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
    expect(provider.discovery('http://localhost:3000')).toMatchObject({ jwks_uri: 'http://localhost:3000/.well-known/jwks.json' });
  });
});
