import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey, JWK, JWTPayload } from 'jose';

interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** A small OpenID Connect issuer over real HTTP: discovery, keys, rotation, and outages on demand. */
export class TestIssuer {
  readonly #server: Server;
  #keys: SigningKey[] = [];
  #down = false;
  /** How often its keys were read. */
  asked = 0;

  private constructor() {
    this.#server = createServer((request, response) => {
      if (this.#down) return void response.writeHead(500).end();
      response.setHeader('content-type', 'application/json');
      if (request.url === '/.well-known/openid-configuration') {
        return void response.end(JSON.stringify({ issuer: this.url, jwks_uri: `${this.url}/keys` }));
      }
      this.asked += 1;
      return void response.end(JSON.stringify({ keys: this.#keys.map((key) => key.publicJwk) }));
    });
  }

  static async start(): Promise<TestIssuer> {
    const issuer = new TestIssuer();
    await new Promise<void>((resolve) => {
      issuer.#server.listen(0, '127.0.0.1', resolve);
    });
    await issuer.rotate('first');
    return issuer;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    return `http://127.0.0.1:${address.port}`;
  }

  get publicJwk(): JWK {
    return this.#current.publicJwk;
  }

  /** Signs with a new key from now on; the old ones are published no longer. */
  async rotate(kid: string, alg = 'ES256'): Promise<void> {
    this.#keys = [await signingKey(kid, alg)];
  }

  /** Publishes another key beside the present one, and signs with it. */
  async add(kid: string, alg = 'ES256'): Promise<void> {
    this.#keys = [await signingKey(kid, alg), ...this.#keys];
  }

  breakDown(): void {
    this.#down = true;
  }

  recover(): void {
    this.#down = false;
  }

  /** A token of this issuer; times are seconds since 1970. */
  async sign(claims: JWTPayload, header: Readonly<{ kid?: string }> = { kid: this.#current.kid }): Promise<string> {
    return new SignJWT({ iss: this.url, aud: 'convenio', ...claims })
      .setProtectedHeader({ alg: this.#current.publicJwk.alg ?? 'ES256', ...header })
      .sign(this.#current.privateKey);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  get #current(): SigningKey {
    const [key] = this.#keys;
    if (!key) throw new Error('no key yet');
    return key;
  }
}

async function signingKey(kid: string, alg: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}
