import { createHmac, createPublicKey } from 'node:crypto';
import { createServer } from 'node:http';
import { openIdentity } from '../../src/identity/identity.js';
import type { Identity } from '../../src/identity/identity.js';
import { IssuerUnreachable, TokenRefused } from '../../src/identity/verifier.js';
import { MovableClock } from '../../src/platform/clock.js';
import { TestIssuer } from './issuer.js';

const NOW = Date.parse('2026-03-02T12:00:00.000Z') / 1000;
const person = { sub: 'u-1', preferred_username: 'governor.gore-16', exp: NOW + 300 };
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

let issuer: TestIssuer;
let clock: MovableClock;
let identity: Identity;
const open = (url = issuer.url) =>
  openIdentity({ kind: 'oidc', issuer: url, audience: 'convenio', usernameClaim: 'preferred_username' }, '/nowhere', clock);
const faultOf = (token: string) =>
  identity.verifier.usernameOf(token).then(
    (username) => `accepted as ${username}`,
    (error: unknown) => (error instanceof TokenRefused ? error.fault : error),
  );

beforeEach(async () => {
  clock = new MovableClock();
  clock.stop(new Date(NOW * 1000).toISOString());
  issuer = await TestIssuer.start();
  identity = await open();
});
afterEach(() => issuer.stop());

describe('a token of the configured issuer', () => {
  it.each(['ES256', 'EdDSA', 'RS256', 'PS256'])('signed with %s is taken', async (alg) => {
    await issuer.rotate('key', alg);
    expect(await identity.verifier.usernameOf(await issuer.sign(person))).toBe('governor.gore-16');
  });

  it('is checked with keys read once', async () => {
    await Promise.all(Array.from({ length: 20 }, async () => identity.verifier.usernameOf(await issuer.sign(person))));
    expect(issuer.asked).toBe(1);
  });

  it('without a key id is tried against each key', async () => {
    const token = await issuer.sign(person, {});
    await issuer.add('second');
    expect(await faultOf(token)).toBe('accepted as governor.gore-16');
    await issuer.rotate('stranger');
    expect(await faultOf(await issuer.sign(person, {}))).toBe('invalid');
  });

  it.each([
    ['another audience', { aud: 'payroll' }, 'invalid'],
    ['another issuer', { iss: 'https://elsewhere.example' }, 'invalid'],
    ['an expiry in the past', { exp: NOW - 31 }, 'expired'],
    ['no expiry', { exp: undefined }, 'invalid'],
    ['a beginning in the future', { nbf: NOW + 60 }, 'expired'],
    ['no username', { preferred_username: undefined }, 'invalid'],
    ['a username that is no text', { preferred_username: ['admin.subdere'] }, 'invalid'],
  ])('with %s is refused', async (_, claims, fault) => {
    expect(await faultOf(await issuer.sign({ ...person, ...claims }))).toBe(fault);
  });

  it('may be half a minute off', async () => {
    expect(await faultOf(await issuer.sign({ ...person, exp: NOW - 29, nbf: NOW - 500 }))).toBe('accepted as governor.gore-16');
  });
});

describe('a forged token', () => {
  it('without a signature is refused', async () => {
    const claims = { iss: issuer.url, aud: 'convenio', ...person };
    expect(await faultOf(`${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.`)).toBe('invalid');
    expect(await faultOf(`${encode({ alg: 'none', kid: 'first' })}.${encode(claims)}.${encode('x')}`)).toBe('invalid');
  });

  it('signed with the public key as if it were a secret is refused', async () => {
    await issuer.rotate('first', 'RS256');
    const pem = createPublicKey({ key: issuer.publicJwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    const signed = `${encode({ alg: 'HS256', kid: 'first' })}.${encode({ iss: issuer.url, aud: 'convenio', ...person })}`;
    const signature = createHmac('sha256', pem).update(signed).digest('base64url');
    expect(await faultOf(`${signed}.${signature}`)).toBe('invalid');
  });

  it('with a changed claim is refused', async () => {
    const [header, , signature] = (await issuer.sign(person)).split('.');
    const claims = encode({ iss: issuer.url, aud: 'convenio', ...person, preferred_username: 'admin.subdere' });
    expect(await faultOf(`${header}.${claims}.${signature}`)).toBe('invalid');
  });

  it('that brings its own key is refused', async () => {
    const stranger = await TestIssuer.start();
    const token = await stranger.sign({ ...person, iss: issuer.url });
    await stranger.stop();
    expect(await faultOf(token)).toBe('invalid');
  });

  it.each(['', 'x', 'a.b.c', '..', 'é.é.é', `${'A'.repeat(10_000)}.e30.x`, 'bnVsbA.bnVsbA.bnVsbA'])('%j is refused', async (token) => {
    expect(await faultOf(token)).toBe('invalid');
  });
});

describe('keys of the issuer', () => {
  it('are read again for an unknown key id, at most each half minute', async () => {
    await identity.verifier.usernameOf(await issuer.sign(person));
    await issuer.rotate('second');
    const token = await issuer.sign(person);
    expect(await faultOf(token)).toBe('invalid');
    clock.advance(30_000);
    expect(await faultOf(token)).toBe('accepted as governor.gore-16');
    expect(issuer.asked).toBe(2);
    await Promise.all(Array.from({ length: 10 }, async () => faultOf(await issuer.sign(person, { kid: 'unheard-of' }))));
    expect(issuer.asked).toBe(2);
  });

  it('that were withdrawn are not taken for ever', async () => {
    const token = await issuer.sign({ ...person, exp: NOW + 86_400 });
    await identity.verifier.usernameOf(token);
    await issuer.rotate('second');
    clock.advance(10 * 60_000);
    expect(await faultOf(token)).toBe('invalid');
  });

  it('outlive an outage of the issuer for a day', async () => {
    const token = await issuer.sign({ ...person, exp: NOW + 10 * 86_400 });
    await identity.verifier.usernameOf(token);
    issuer.breakDown();
    clock.advance(23 * 3_600_000);
    expect(await faultOf(token)).toBe('accepted as governor.gore-16');
    clock.advance(2 * 3_600_000);
    expect(await faultOf(token)).toBeInstanceOf(IssuerUnreachable);
    issuer.recover();
    expect(await faultOf(token)).toBe('accepted as governor.gore-16');
  });

  it('that were never read make it unreachable, until it answers', async () => {
    issuer.breakDown();
    const token = await issuer.sign(person);
    expect(await faultOf(token)).toBeInstanceOf(IssuerUnreachable);
    issuer.recover();
    expect(await faultOf(token)).toBe('accepted as governor.gore-16');
  });

  it('are not believed of an issuer by another name', async () => {
    const proxy = createServer((_, response) => response.end(JSON.stringify({ issuer: 'https://other.example', jwks_uri: `${issuer.url}/keys` })));
    await new Promise<void>((resolve) => {
      proxy.listen(0, '127.0.0.1', resolve);
    });
    const address = proxy.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    identity = await open(`http://127.0.0.1:${address.port}`);
    expect(await faultOf(await issuer.sign(person))).toBeInstanceOf(IssuerUnreachable);
    proxy.closeAllConnections();
    proxy.close();
  });
});
