import { createHash } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import type { Config } from '../config.js';
import { t } from '../i18n/translate.js';
import type { OfficialDirectory } from '../identity/official.js';
import type { TokenVerifier } from '../identity/verifier.js';
import type { NewId } from '../platform/ids.js';
import type { Log } from '../platform/log.js';
import type { Metrics } from '../platform/metrics.js';
import { authenticate } from './authentication.js';
import { Problem } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { onlyStorable } from './storable.js';

export interface PipelineParts {
  readonly config: Pick<Config, 'bodyLimit' | 'rateLimit' | 'production'>;
  readonly log: Log;
  readonly newId: NewId;
  readonly metrics: Metrics;
  readonly verifier: TokenVerifier;
  readonly directory: OfficialDirectory;
}

/** Everything between the socket and a controller, in the order it happens. */
export function setUpPipeline(app: NestExpressApplication, parts: PipelineParts): void {
  const { config, log } = parts;
  app.disable('x-powered-by');
  // Lists and journals change under the reader: an ETag of the answer's bytes would only cost. Case views set their own.
  app.set('etag', false);
  app.use(oneLinePerRequest(parts));
  app.use(measured(parts.metrics));
  app.use(securityHeaders(config.production));
  app.use('/api/v1', notCached, authenticate(parts.verifier, parts.directory));
  if (config.rateLimit !== null) app.use('/api/v1', limited(config.rateLimit));
  app.use('/api/v1', onlyJson);
  app.useBodyParser('json', { limit: config.bodyLimit, type: ['json', '+json'] });
  app.use(onlyStorable);
  app.useGlobalFilters(new ProblemFilter(log, config.bodyLimit));
}

function told(request: Request, response: Response): object {
  const path = request.originalUrl.split('?')[0]?.replace(/^(\/calendar\/)[^/]+/, '$1…').slice(0, 500);
  return { method: request.method, path, status: response.statusCode };
}

/** No query (people are searched for by name) and no secret: a calendar feed's address is its key. */
function oneLinePerRequest({ log, newId }: PipelineParts): RequestHandler {
  return pinoHttp<Request, Response>({
    logger: log,
    quietReqLogger: true,
    genReqId: (request, response) => {
      const given = request.headers['x-request-id'];
      const id = typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : newId();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    customLogLevel: (request, response, error) => {
      if (error || response.statusCode >= 500) return 'error';
      return /^\/(?:health|metrics)\b/.test(request.originalUrl) ? 'debug' : 'info';
    },
    customAttributeKeys: { reqId: 'request' },
    serializers: { req: () => undefined, res: () => undefined, err: () => undefined },
    // Asked at the beginning and at the end: said once, when the answer is known.
    customProps: (request, response) => (response.writableEnded ? told(request, response) : {}),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
  });
}

function measured(metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const start = process.hrtime.bigint();
    response.on('finish', () => {
      const route: unknown = request.route?.path;
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      metrics.request(request.method, typeof route === 'string' ? route : 'none', response.statusCode, seconds);
    });
    next();
  };
}

function securityHeaders(production: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"], baseUri: ["'none'"], objectSrc: ["'none'"], frameAncestors: ["'none'"], formAction: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        // On a laptop there is no TLS to upgrade to.
        ...(production && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: production,
    referrerPolicy: { policy: 'same-origin' },
  });
}

function notCached(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  response.vary('Accept-Language');
  next();
}

function limited(perMinute: number): RequestHandler {
  const windowSeconds = 60;
  return rateLimit({
    windowMs: windowSeconds * 1000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // The token was verified before. Its hash, because keys are held in memory for a minute.
    keyGenerator: (request) => createHash('sha256').update(request.get('authorization') ?? '').digest('base64url'),
    handler: (_request, response, next) => {
      const seconds = Number(response.getHeader('Retry-After')) || windowSeconds;
      next(new Problem('too-many-requests', { detail: (l) => t(l, 'problem.too-many-requests.limit', { limit: perMinute, seconds }) }));
    },
  });
}

function onlyJson(request: Request, _response: Response, next: NextFunction): void {
  const hasBody = Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] !== undefined;
  if (hasBody && !request.is(['json', '+json'])) next(new Problem('unsupported-media-type'));
  else next();
}
