import type { Language } from '../i18n/language.js';
import { t } from '../i18n/translate.js';
import type { TextKey } from '../i18n/translate.js';

/** Every way a call can fail: its status (RFC 9110) and the key of its title. */
export const PROBLEMS = {
  'malformed-json': { status: 400, title: 'problem.malformed-json' },
  'bad-request': { status: 400, title: 'problem.bad-request' },
  'bad-encoding': { status: 400, title: 'problem.bad-encoding' },
  unauthenticated: { status: 401, title: 'problem.unauthenticated' },
  'unknown-official': { status: 401, title: 'problem.unauthenticated' },
  forbidden: { status: 403, title: 'problem.forbidden' },
  'not-empowered': { status: 403, title: 'problem.forbidden' },
  'not-found': { status: 404, title: 'problem.not-found' },
  'method-not-allowed': { status: 405, title: 'problem.not-found' },
  'event-refused': { status: 409, title: 'problem.conflict' },
  conflict: { status: 409, title: 'problem.conflict' },
  stale: { status: 412, title: 'problem.stale' },
  'too-large': { status: 413, title: 'problem.too-large' },
  'unsupported-media-type': { status: 415, title: 'problem.unsupported-media-type' },
  invalid: { status: 422, title: 'problem.invalid' },
  'bad-cursor': { status: 422, title: 'problem.bad-cursor' },
  'key-reused': { status: 422, title: 'problem.key-reused' },
  'missing-idempotency-key': { status: 422, title: 'problem.missing-idempotency-key' },
  'too-many-requests': { status: 429, title: 'problem.too-many-requests' },
  internal: { status: 500, title: 'problem.internal' },
  'issuer-unreachable': { status: 503, title: 'problem.issuer-unreachable' },
  unavailable: { status: 503, title: 'problem.unavailable' },
} as const satisfies Record<string, { readonly status: number; readonly title: TextKey }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** One wrong field. `path` is dotted (`participants.0.role`); empty for the whole body. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

interface Particulars {
  /** What went wrong this time; the title is said where nothing more is known. */
  readonly detail?: (language: Language) => string;
  readonly fields?: (language: Language) => readonly FieldError[];
  /** Further members of the answer, such as `accepted` and `why` of a refused event. */
  readonly extra?: Readonly<Record<string, unknown>> | ((language: Language) => Readonly<Record<string, unknown>>);
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** An answer other than success (RFC 9457). Thrown anywhere under `src/api`; the filter writes it. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly particulars: Particulars = {},
  ) {
    super(code, { cause: particulars.cause });
    this.name = 'Problem';
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }
}

/** The body of `application/problem+json`, in the reader's language. */
export function problemBody(problem: Problem, language: Language): Readonly<Record<string, unknown>> {
  const { detail, fields, extra } = problem.particulars;
  const title = t(language, PROBLEMS[problem.code].title);
  return {
    type: `urn:convenio:problem:${problem.code}`,
    title,
    status: problem.status,
    code: problem.code,
    detail: detail?.(language) ?? title,
    ...(fields && { errors: fields(language) }),
    ...(typeof extra === 'function' ? extra(language) : extra),
  };
}
