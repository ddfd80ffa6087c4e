import { SignJWT, createLocalJWKSet, importJWK } from 'jose';
import type { JSONWebKeySet } from 'jose';
import type { Clock } from '../platform/clock.js';
import { localKey } from './local-key.js';
import type { LocalKey } from './local-key.js';
import type { KeySource } from './verifier.js';

/**
 * Name of the local identity provider. It does not hold the port, so that a token made by `convenio token`
 * is good on a server that was started on another one; `.localhost` is this machine and nobody else's (RFC 6761).
 */
export const LOCAL_ISSUER = 'http://convenio.localhost';
export const LOCAL_AUDIENCE = 'convenio';
const TOKEN_LIFE_SECONDS = 24 * 60 * 60;

/**
 * The identity provider of the embedded default and of trainings: it signs for whoever asks with access to the
 * data folder. The configuration refuses it with NODE_ENV=production.
 */
export class LocalProvider {
  readonly #key: LocalKey;
  readonly #clock: Clock;

  private constructor(key: LocalKey, clock: Clock) {
    this.#key = key;
    this.#clock = clock;
  }

  /** @param clock the machine's: a training clock would make tokens of next year. */
  static async open(dataDir: string, clock: Clock): Promise<LocalProvider> {
    return new LocalProvider(await localKey(dataDir), clock);
  }

  /** A bearer token of this username, good for 24 hours. */
  async tokenFor(username: string): Promise<string> {
    const seconds = Math.floor(Date.parse(this.#clock.now()) / 1000);
    return new SignJWT({ preferred_username: username })
      .setProtectedHeader({ alg: 'EdDSA', kid: this.#key.publicJwk.kid ?? '', typ: 'JWT' })
      .setIssuer(LOCAL_ISSUER)
      .setAudience(LOCAL_AUDIENCE)
      .setSubject(username)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + TOKEN_LIFE_SECONDS)
      .sign(await importJWK(this.#key.privateJwk, 'EdDSA'));
  }

  get jwks(): JSONWebKeySet {
    return { keys: [this.#key.publicJwk] };
  }

  get keys(): KeySource {
    return createLocalJWKSet(this.jwks);
  }

  /** OpenID Connect discovery document. @param origin how this request reached us. */
  discovery(origin: string): Readonly<Record<string, unknown>> {
    return {
      issuer: LOCAL_ISSUER,
      jwks_uri: `${origin}/.well-known/jwks.json`,
      id_token_signing_alg_values_supported: ['EdDSA'],
      subject_types_supported: ['public'],
      claims_supported: ['sub', 'preferred_username'],
    };
  }
}
