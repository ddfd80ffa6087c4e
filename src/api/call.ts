import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Official } from '../identity/official.js';
import { languageOf } from '../i18n/language.js';
import type { Language } from '../i18n/language.js';
import { t } from '../i18n/translate.js';
import { Problem } from './problem.js';
import { valid } from './validation.js';

/**
 * One call of the API. A handler asks it for the path, the query and the body when their turn comes, because the contract
 * orders the checks: 401, 404, 403, 412, 422, 409. A validating parameter would answer 422 before anybody looked for the case.
 */
export class ApiCall {
  readonly #request: Request;
  readonly #response: Response;

  constructor(request: Request, response: Response) {
    this.#request = request;
    this.#response = response;
  }

  /** Who calls. @throws Problem `unauthenticated` on a public route. */
  get official(): Official {
    const official = officialOf(this.#request);
    if (!official) throw new Problem('unauthenticated');
    return official;
  }

  get language(): Language {
    return languageOf(this.#request.headers['accept-language']);
  }

  path<Schema extends z.ZodType>(schema: Schema): z.output<Schema> {
    return valid(schema, this.#request.params, this.language);
  }

  query<Schema extends z.ZodType>(schema: Schema): z.output<Schema> {
    return valid(schema, this.#request.query, this.language);
  }

  body<Schema extends z.ZodType>(schema: Schema): z.output<Schema> {
    return valid(schema, this.#request.body ?? {}, this.language);
  }

  /** The `seq` the caller believes the case to be at. @throws Problem `stale` for an If-Match that can match nothing. */
  expectedSeq(): number | undefined {
    const header = this.#request.get('if-match')?.trim();
    if (header === undefined || header === '*') return undefined;
    const seq = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)?.[1];
    if (seq === undefined) throw new Problem('stale', { detail: (language) => t(language, 'problem.bad-if-match') });
    return Number(seq);
  }

  /** @throws Problem `missing-idempotency-key`. */
  idempotencyKey(): string {
    const key = this.#request.get('idempotency-key')?.trim();
    if (key && /^[\x21-\x7e]{1,200}$/.test(key)) return key;
    throw new Problem('missing-idempotency-key', { detail: (language) => t(language, 'problem.missing-idempotency-key.how') });
  }

  /** The answer shows the case at this `seq`. */
  etag(seq: number): void {
    this.#response.setHeader('ETag', `"${seq}"`);
  }
}

/** Hands the handler its call: `due(@CurrentCall() call: ApiCall)`. */
export const CurrentCall = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const http = context.switchToHttp();
  return new ApiCall(http.getRequest<Request>(), http.getResponse<Response>());
});

const officials = new WeakMap<Request, Official>();

export function officialOf(request: Request): Official | undefined {
  return officials.get(request);
}

export function remember(request: Request, official: Official): void {
  officials.set(request, official);
}
