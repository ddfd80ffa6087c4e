import { createLocalJWKSet, errors } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { z } from 'zod';
import type { Clock } from '../platform/clock.js';
import { IssuerUnreachable } from './verifier.js';
import type { KeySource } from './verifier.js';

/** Keys are read again after this long, so that one the issuer withdrew is not taken for ever. */
const FRESH_MS = 10 * 60_000;
/** An unknown `kid` makes us ask again, but not more often than this: else anybody could make us ask. */
const ASK_AGAIN_MS = 30_000;
/** Without an answer from the issuer, the keys we know are good for this long. */
const USABLE_MS = 24 * 60 * 60_000;
const TIMEOUT_MS = 5_000;
const LARGEST_ANSWER = 500_000;

interface Known {
  readonly find: ReturnType<typeof createLocalJWKSet>;
  readonly readAt: number;
}

/**
 * The keys of an OpenID Connect issuer, found through its discovery document, kept and rotated.
 * (`jose` has one too; it forgets all keys when a refresh fails, so an issuer's short outage would lock everybody out.)
 */
export class IssuerKeys {
  readonly #issuer: string;
  readonly #clock: Clock;
  #known: Known | undefined;
  #askedAt = -Infinity;
  #asking: Promise<void> | undefined;

  constructor(issuer: string, clock: Clock) {
    this.#issuer = issuer;
    this.#clock = clock;
  }

  /** @throws IssuerUnreachable when no keys can be had. */
  readonly find: KeySource = async (header, token) => {
    const known = await this.#current();
    try {
      return await known.find(header, token);
    } catch (error) {
      const mayBeNew = error instanceof errors.JWKSNoMatchingKey && this.#now() - known.readAt >= ASK_AGAIN_MS;
      if (!mayBeNew || !(await this.#askUnlessJustAsked())) throw error;
      return (this.#known ?? known).find(header, token);
    }
  };

  async #current(): Promise<Known> {
    const age = this.#known ? this.#now() - this.#known.readAt : Infinity;
    if (age < FRESH_MS) return this.#known!;
    if (this.#known && age < USABLE_MS) {
      await this.#askUnlessJustAsked();
      return this.#known;
    }
    this.#known = undefined;
    await this.#ask();
    return this.#known!;
  }

  async #askUnlessJustAsked(): Promise<boolean> {
    if (this.#now() - this.#askedAt < ASK_AGAIN_MS) return false;
    try {
      await this.#ask();
      return true;
    } catch (error) {
      if (error instanceof IssuerUnreachable) return false;
      throw error;
    }
  }

  /** Many requests come at once: one question serves them all. */
  #ask(): Promise<void> {
    this.#asking ??= this.#read().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #read(): Promise<void> {
    this.#askedAt = this.#now();
    try {
      const discovery = Discovery.parse(await getJson(`${this.#issuer.replace(/\/$/, '')}/.well-known/openid-configuration`));
      if (discovery.issuer !== this.#issuer) throw new Error(`It calls itself ${discovery.issuer}`);
      const jwks = Jwks.parse(await getJson(discovery.jwks_uri));
      this.#known = { find: createLocalJWKSet(jwks), readAt: this.#now() };
    } catch (error) {
      throw new IssuerUnreachable(this.#issuer, { cause: error });
    }
  }

  #now(): number {
    return Date.parse(this.#clock.now());
  }
}

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });
const Jwks: z.ZodType<JSONWebKeySet> = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) });

async function getJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error', headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  if (Number(response.headers.get('content-length') ?? 0) > LARGEST_ANSWER) throw new Error(`${url} answered too much`);
  return response.json();
}
