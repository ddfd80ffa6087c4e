import { randomUUID } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import { z } from 'zod';
import { errorCode } from '../platform/postgres/error-code.js';

/** The key pair of the local identity provider, as JSON Web Keys. */
export interface LocalKey {
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
}

/**
 * Reads the key kept in the data folder, making it at the first use. Several processes may come at once
 * (a server and `convenio token`): the first to put its file in place wins, and all use that one.
 */
export async function localKey(dataDir: string): Promise<LocalKey> {
  const folder = join(dataDir, 'identity');
  const path = join(folder, 'signing-key.json');
  return read(path) ?? (await create(folder, path));
}

async function create(folder: string, path: string): Promise<LocalKey> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  const draft = join(folder, `.${randomUUID()}`);
  writeFileSync(draft, JSON.stringify({ ...jwk, kid, alg: 'EdDSA', use: 'sig' }), { mode: 0o600 });
  try {
    // A link, unlike a rename, fails where the name is taken: nobody's key is replaced under their feet.
    linkSync(draft, path);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  const key = read(path);
  if (!key) throw new Error(`The key just written is gone: ${path}`);
  return key;
}

const StoredKey = z.object({
  kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string(),
  kid: z.string(), alg: z.literal('EdDSA'), use: z.literal('sig'),
});

function read(path: string): LocalKey | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  const { d, ...publicJwk } = StoredKey.parse(JSON.parse(text));
  return { privateJwk: { ...publicJwk, d }, publicJwk };
}
