import { Catch, HttpException, NotFoundException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { languageOf } from '../i18n/language.js';
import { t } from '../i18n/translate.js';
import type { Log } from '../platform/log.js';
import { errorCode } from '../platform/postgres/error-code.js';
import { Problem, problemBody } from './problem.js';
import type { ProblemCode } from './problem.js';
import { refusalAsProblem } from './refusals.js';
import { methodsOf } from './routes.js';

/** Turns whatever was thrown into `application/problem+json`, and logs what is our fault. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log: Log;
  readonly #bodyLimit: number;

  constructor(log: Log, bodyLimit: number) {
    this.#log = log;
    this.#bodyLimit = bodyLimit;
  }

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const problem = this.#problemOf(thrown, request);
    if (problem.status >= 500) this.#log.error({ err: thrown, request: request.id, route: request.path }, problem.message);
    else if (problem.particulars.cause) this.#log.debug({ err: problem.particulars.cause, request: request.id }, problem.message);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const language = languageOf(request.get('accept-language'));
    response
      .status(problem.status)
      .set({ 'Content-Language': language, 'Cache-Control': 'no-store', ...problem.particulars.headers })
      .type('application/problem+json')
      .send(JSON.stringify(problemBody(problem, language)));
  }

  #problemOf(thrown: unknown, request: Request): Problem {
    if (thrown instanceof Problem) return thrown;
    if (thrown instanceof NotFoundException) return notFound(request);
    if (thrown instanceof HttpException) return this.#ofHttp(thrown);
    return refusalAsProblem(thrown) ?? ofDatabase(thrown) ?? internal(thrown, request);
  }

  /** Nest's and Express' own complaints: a body that cannot be read, a path that cannot be decoded. */
  #ofHttp(exception: HttpException): Problem {
    const { cause } = exception;
    const type = typeof cause === 'object' && cause !== null && 'type' in cause ? String(cause.type) : '';
    if (type === 'entity.too.large') {
      return new Problem('too-large', { detail: (l) => t(l, 'problem.too-large.limit', { limit: this.#bodyLimit }) });
    }
    const code = BODY_FAULTS[type] ?? (cause instanceof URIError ? 'bad-encoding' : STATUS_CODES[exception.getStatus()]);
    return new Problem(code ?? (exception.getStatus() < 500 ? 'bad-request' : 'internal'), { cause: exception });
  }
}

const BODY_FAULTS: Readonly<Record<string, ProblemCode>> = {
  'entity.parse.failed': 'malformed-json',
  'encoding.unsupported': 'unsupported-media-type',
  'charset.unsupported': 'unsupported-media-type',
};

const STATUS_CODES: Readonly<Record<number, ProblemCode>> = {
  401: 'unauthenticated', 403: 'forbidden', 404: 'not-found', 405: 'method-not-allowed', 409: 'conflict',
  413: 'too-large', 415: 'unsupported-media-type', 422: 'invalid', 429: 'too-many-requests', 503: 'unavailable',
};

/** Nest found no route for this method: perhaps there is one for another. */
function notFound(request: Request): Problem {
  const { method, path } = request;
  const allowed = methodsOf(path);
  if (allowed.length === 0) return new Problem('not-found', { detail: (l) => t(l, 'problem.not-found.route', { method, path }) });
  const names = allowed.join(', ');
  return new Problem('method-not-allowed', {
    detail: (l) => t(l, 'problem.method-not-allowed', { method, path, allowed: names }),
    headers: { Allow: names },
  });
}

/** PostgreSQL restarting, full, or gone: the same request may be sent again in a moment. */
const AWAY = new Set(['57P01', '57P02', '57P03', '57014', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

function ofDatabase(thrown: unknown): Problem | undefined {
  const code = errorCode(thrown);
  const lost = thrown instanceof Error && /^(Connection terminated|timeout exceeded when trying to connect)/.test(thrown.message);
  if (lost || AWAY.has(code) || /^08...$/.test(code)) return new Problem('unavailable', { cause: thrown, headers: { 'Retry-After': '2' } });
  // Class 22, "data exception": a value our schemas let through and no column can hold. The schema is to be mended; the input is at fault.
  if (/^22[0-9A-Z]{3}$/.test(code)) return new Problem('invalid', { cause: thrown });
  return undefined;
}

function internal(thrown: unknown, request: Request): Problem {
  return new Problem('internal', { cause: thrown, detail: (l) => t(l, 'problem.internal.logged', { request: requestId(request) }) });
}

function requestId(request: Request): string {
  return typeof request.id === 'string' ? request.id : '';
}
