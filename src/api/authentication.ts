import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { t } from '../i18n/translate.js';
import type { OfficialDirectory } from '../identity/official.js';
import { IssuerUnreachable, TokenRefused } from '../identity/verifier.js';
import type { TokenFault, TokenVerifier } from '../identity/verifier.js';
import { remember } from './call.js';
import { Problem } from './problem.js';

/**
 * Lets only verified officials through. A middleware and not a Nest guard, because 401 comes first: also before the
 * body is read, so that nobody unknown makes us parse a megabyte.
 */
export function authenticate(verifier: TokenVerifier, directory: OfficialDirectory): RequestHandler {
  return async (request: Request, _response: Response, next: NextFunction) => {
    const username = await verifier.usernameOf(bearerOf(request)).catch((error: unknown) => {
      throw translated(error);
    });
    if (!(await directory.isOfficial(username))) {
      throw new Problem('unknown-official', { detail: (l) => t(l, 'problem.unknown-official', { username }), headers: challenge('invalid') });
    }
    remember(request, { username });
    next();
  };
}

function bearerOf(request: Request): string {
  const token = /^Bearer +(\S+) *$/i.exec(request.get('authorization') ?? '')?.[1];
  if (!token) throw unauthenticated('missing');
  return token;
}

function translated(error: unknown): unknown {
  if (error instanceof TokenRefused) return unauthenticated(error.fault, error);
  if (error instanceof IssuerUnreachable) return new Problem('issuer-unreachable', { cause: error, headers: { 'Retry-After': '5' } });
  return error;
}

function unauthenticated(fault: TokenFault | 'missing', cause?: unknown): Problem {
  return new Problem('unauthenticated', { detail: (l) => t(l, `problem.unauthenticated.${fault}`), headers: challenge(fault), cause });
}

/** RFC 6750 section 3: no error code where no token was sent. */
function challenge(fault: TokenFault | 'missing'): Readonly<Record<string, string>> {
  return { 'WWW-Authenticate': fault === 'missing' ? 'Bearer realm="convenio"' : 'Bearer realm="convenio", error="invalid_token"' };
}
