import { Controller, Get, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { JSONWebKeySet } from 'jose';
import type { Identity } from '../identity/identity.js';
import type { LocalProvider } from '../identity/local-provider.js';
import { IDENTITY } from '../identity/official.js';
import { Problem } from './problem.js';

/** What the local identity provider publishes; with a real issuer there is nothing here. */
@Controller('.well-known')
export class WellKnownController {
  readonly #identity: Identity;

  constructor(@Inject(IDENTITY) identity: Identity) {
    this.#identity = identity;
  }

  @Get('openid-configuration')
  discovery(@Req() request: Request): Readonly<Record<string, unknown>> {
    return this.#local.discovery(`${request.protocol}://${request.get('host') ?? 'localhost'}`);
  }

  @Get('jwks.json')
  jwks(): JSONWebKeySet {
    return this.#local.jwks;
  }

  get #local(): LocalProvider {
    if (!this.#identity.local) throw new Problem('not-found');
    return this.#identity.local;
  }
}
