import type { Clock } from '../platform/clock.js';
import { IssuerKeys } from './issuer-keys.js';
import { LOCAL_AUDIENCE, LOCAL_ISSUER, LocalProvider } from './local-provider.js';
import { TokenVerifier } from './verifier.js';

/** Which identity provider is believed. */
export type IdentityConfig =
  | { readonly kind: 'local' }
  | { readonly kind: 'oidc'; readonly issuer: string; readonly audience: string; readonly usernameClaim: string };

/** Who says who people are: the configured issuer, or the local provider of demonstrations. */
export interface Identity {
  readonly verifier: TokenVerifier;
  /** Present only where no OpenID Connect issuer is configured. */
  readonly local?: LocalProvider;
}

/** @param clock the machine's. */
export async function openIdentity(config: IdentityConfig, dataDir: string, clock: Clock): Promise<Identity> {
  if (config.kind === 'oidc') {
    const keys = new IssuerKeys(config.issuer, clock).find;
    return { verifier: new TokenVerifier({ ...config, keys, clock }) };
  }
  const local = await LocalProvider.open(dataDir, clock);
  const verifier = new TokenVerifier({
    issuer: LOCAL_ISSUER, audience: LOCAL_AUDIENCE, usernameClaim: 'preferred_username', keys: local.keys, clock,
  });
  return { verifier, local };
}
