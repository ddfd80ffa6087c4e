import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import type { Language } from '../i18n/language.js';
import { PROBLEMS } from './problem.js';
import type { ProblemCode } from './problem.js';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type RouteKey = `${Method} /${string}`;

/** What the documentation says of one route. The schemas are those the controller itself validates with. */
export interface RouteDoc {
  readonly summary: Readonly<Record<Language, string>>;
  readonly tag: string;
  /** Needs no token. */
  readonly open?: true;
  readonly path?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answers: Readonly<Record<number, { readonly schema?: z.ZodType; readonly type?: string; readonly description?: string }>>;
  /** Beyond those every route can answer with. */
  readonly problems?: readonly ProblemCode[];
}

/** Routes by method and path, `{name}` for parameters: each controller file exports its own. */
export type ApiRoutes = Readonly<Record<RouteKey, RouteDoc>>;

/** Header of every POST that does something. */
export const IdempotencyHeader = z.object({
  'Idempotency-Key': z.string().min(1).max(200).meta({ description: 'New for each act, the same when it is repeated' }),
});

/** The OpenAPI 3.1 document, with its sentences in the language asked for. */
export function openApiDocument(routes: ApiRoutes, language: Language): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const [key, route] of Object.entries(routes)) {
    const [method = '', path = ''] = key.split(' ');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(route, language) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Convenio', version: '1', description: ABOUT[language], license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    paths,
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  });
}

const ABOUT: Readonly<Record<Language, string>> = {
  es: 'El expediente compartido entre niveles de gobierno: quién debe actuar, hasta cuándo y según qué norma. Con el proveedor de identidad local, `npm run -s convenio -- token --as governor.gore-16` da un token.',
  en: 'The case file shared between levels of government: who has to act, until when, and by which law. With the local identity provider, `npm run -s convenio -- token --as governor.gore-16` gives a token.',
};

const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

function operation(route: RouteDoc, language: Language): ZodOpenApiOperationObject {
  return {
    summary: route.summary[language],
    tags: [route.tag],
    requestParams: { ...(route.path && { path: route.path }), ...(route.query && { query: route.query }), ...(route.headers && { header: route.headers }) },
    ...(route.open && { security: [] }),
    ...(route.body && { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } }),
    responses: { ...successes(route), ...failures(route) },
  };
}

function successes(route: RouteDoc): ZodOpenApiResponsesObject {
  return Object.fromEntries(
    Object.entries(route.answers).map(([status, { schema, type = 'application/json', description = 'OK' }]) => [
      status,
      { description, ...(schema ? { content: { [type]: { schema } } } : type !== 'application/json' && { content: { [type]: {} } }) },
    ]),
  );
}

function failures(route: RouteDoc): ZodOpenApiResponsesObject {
  const always: readonly ProblemCode[] = route.open ? [] : ['unauthenticated', 'unknown-official', 'too-many-requests'];
  const input: readonly ProblemCode[] = route.body || route.query || route.path ? ['invalid'] : [];
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of [...always, ...input, ...(route.problems ?? [])]) {
    const { status } = PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      { description: codes.join(', '), content: { 'application/problem+json': { schema: ProblemSchema } } },
    ]),
  );
}
