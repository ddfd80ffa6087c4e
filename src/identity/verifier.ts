import { errors, jwtVerify } from 'jose';
import type { CryptoKey, FlattenedJWSInput, JWTPayload, JWTVerifyOptions, JWSHeaderParameters } from 'jose';
import type { Clock } from '../platform/clock.js';

/** Finds the key a token was signed with. */
export type KeySource = (header?: JWSHeaderParameters, token?: FlattenedJWSInput) => Promise<CryptoKey>;

/** Why a token is not taken. It is never said more precisely than this to the sender. */
export type TokenFault = 'invalid' | 'expired';

export class TokenRefused extends Error {
  constructor(readonly fault: TokenFault, options?: ErrorOptions) {
    super(`token ${fault}`, options);
    this.name = 'TokenRefused';
  }
}

/** The issuer's keys cannot be had, so nobody can say whether a token is good. */
export class IssuerUnreachable extends Error {
  constructor(issuer: string, options?: ErrorOptions) {
    super(`The identity provider ${issuer} does not answer`, options);
    this.name = 'IssuerUnreachable';
  }
}

export interface VerifierOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly usernameClaim: string;
  readonly keys: KeySource;
  /** The machine's clock: tokens do not live on the training clock. */
  readonly clock: Clock;
}

/** Signatures with a key pair only: a shared secret (HS*) could be forged with the public key, and `none` by anybody. */
const ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512'];
/** Machines of two organisations never agree on the second. */
const TOLERANCE_SECONDS = 30;

export class TokenVerifier {
  readonly #options: VerifierOptions;

  constructor(options: VerifierOptions) {
    this.#options = options;
  }

  /** The username a token speaks for. @throws TokenRefused, IssuerUnreachable. */
  async usernameOf(token: string): Promise<string> {
    const payload = await this.#verify(token);
    const username = payload[this.#options.usernameClaim];
    if (typeof username !== 'string' || username.length === 0 || username.length > 200) throw new TokenRefused('invalid');
    return username;
  }

  async #verify(token: string): Promise<JWTPayload> {
    const { issuer, audience, keys, clock } = this.#options;
    const expectations: JWTVerifyOptions = {
      issuer, audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['exp'],
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: new Date(clock.now()),
    };
    try {
      return (await jwtVerify(token, keys, expectations)).payload;
    } catch (error) {
      if (error instanceof errors.JWKSMultipleMatchingKeys) return firstThatFits(token, error, expectations);
      throw translated(error);
    }
  }
}

/** Issuers that put no `kid` in their tokens: each of their keys is tried. */
async function firstThatFits(token: string, candidates: errors.JWKSMultipleMatchingKeys, expectations: JWTVerifyOptions): Promise<JWTPayload> {
  for await (const key of candidates) {
    try {
      return (await jwtVerify(token, key, expectations)).payload;
    } catch (error) {
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw translated(error);
    }
  }
  throw new TokenRefused('invalid', { cause: candidates });
}

function translated(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return new TokenRefused('expired', { cause: error });
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf') return new TokenRefused('expired', { cause: error });
  if (error instanceof errors.JOSEError) return new TokenRefused('invalid', { cause: error });
  // The verifier reads the token's own JSON and key: what these throw is the sender's doing.
  if (error instanceof TypeError || error instanceof SyntaxError) return new TokenRefused('invalid', { cause: error });
  return error;
}
