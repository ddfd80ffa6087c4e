import { resolve } from 'node:path';
import { z } from 'zod';
import type { IdentityConfig } from './identity/identity.js';

/** What the process may do; the same build serves every role. */
export type Role = 'api' | 'worker' | 'all';

/** Everything the environment decides, validated once. Instants, paths and URLs are ready to use. */
export interface Config {
  readonly port: number;
  /** Absolute path; holds the embedded database and the local identity provider's key. */
  readonly dataDir: string;
  /** Absent: the embedded PostgreSQL is started. */
  readonly databaseUrl?: string;
  /** Role that may change the schema; absent: the same as `databaseUrl`. */
  readonly migrationDatabaseUrl?: string;
  /** Absent: jobs are queued in PostgreSQL. */
  readonly redisUrl?: string;
  readonly role: Role;
  /** Training: the clock may be moved and nobody is slowed down. */
  readonly sandbox: boolean;
  readonly production: boolean;
  readonly identity: IdentityConfig;
  readonly smtpUrl?: string;
  readonly logLevel: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';
  /** Requests a minute and token; null: no limit. */
  readonly rateLimit: number | null;
  /** Largest accepted JSON body, in bytes. */
  readonly bodyLimit: number;
}

/** The environment is wrong: one sentence per variable, fit to be shown as it is. */
export class ConfigError extends Error {
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.name = 'ConfigError';
  }
}

/** @throws ConfigError naming every wrong variable, not only the first. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  // `FOO= npm start` means "unset" to everybody who types it.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const e = parsed.data;
  const sandbox = e.CONVENIO_SANDBOX ?? false;
  return {
    port: e.PORT,
    dataDir: resolve(e.CONVENIO_DATA_DIR),
    databaseUrl: e.DATABASE_URL,
    migrationDatabaseUrl: e.MIGRATION_DATABASE_URL,
    redisUrl: e.REDIS_URL,
    role: e.ROLE,
    sandbox,
    production: e.NODE_ENV === 'production',
    identity: identityOf(e),
    smtpUrl: e.SMTP_URL,
    logLevel: e.LOG_LEVEL ?? (e.NODE_ENV === 'test' ? 'silent' : 'info'),
    rateLimit: e.CONVENIO_RATE_LIMIT ?? (sandbox ? null : 6000),
    bodyLimit: e.CONVENIO_BODY_LIMIT,
  };
}

const whole = (low: number, high: number) =>
  z.coerce
    .number(`must be a whole number from ${low} to ${high}.`)
    .refine((n) => Number.isInteger(n) && n >= low && n <= high, `must be a whole number from ${low} to ${high}.`);

const url = (...protocols: readonly string[]) =>
  z.string().refine(
    (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
    // The value is not repeated: it may hold a password.
    `must be a URL that begins with ${protocols.map((p) => `${p}//`).join(' or ')}.`,
  );

const yesNo = z
  .enum(['1', 'true', '0', 'false'], 'must be 1 (yes) or 0 (no).')
  .transform((text) => text === '1' || text === 'true');

const Environment = z
  .object({
    PORT: whole(0, 65_535).default(3000),
    CONVENIO_DATA_DIR: z.string().default('.convenio'),
    DATABASE_URL: url('postgres:', 'postgresql:').optional(),
    MIGRATION_DATABASE_URL: url('postgres:', 'postgresql:').optional(),
    REDIS_URL: url('redis:', 'rediss:').optional(),
    ROLE: z.enum(['api', 'worker', 'all'], 'must be api, worker or all.').default('all'),
    CONVENIO_SANDBOX: yesNo.optional(),
    NODE_ENV: z.string().optional(),
    OIDC_ISSUER: url('https:', 'http:').optional(),
    OIDC_AUDIENCE: z.string().optional(),
    OIDC_USERNAME_CLAIM: z.string().default('preferred_username'),
    SMTP_URL: url('smtp:', 'smtps:').optional(),
    LOG_LEVEL: z
      .enum(
        ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'],
        'must be silent, fatal, error, warn, info, debug or trace.',
      )
      .optional(),
    CONVENIO_RATE_LIMIT: whole(1, 10_000_000).optional(),
    CONVENIO_BODY_LIMIT: whole(1_000, 100_000_000).default(1_000_000),
  })
  .check((ctx) => {
    for (const [path, message] of contradictions(ctx.value)) {
      ctx.issues.push({ code: 'custom', path: [path], message, input: ctx.value });
    }
  });

interface Named {
  readonly NODE_ENV?: string;
  readonly OIDC_ISSUER?: string;
  readonly OIDC_AUDIENCE?: string;
  readonly DATABASE_URL?: string;
  readonly MIGRATION_DATABASE_URL?: string;
  readonly CONVENIO_SANDBOX?: boolean;
}

function contradictions(e: Named): readonly (readonly [string, string])[] {
  const found: [string, string][] = [];
  const production = e.NODE_ENV === 'production';
  if (production && !e.OIDC_ISSUER) {
    found.push(['OIDC_ISSUER', 'must name your OpenID Connect issuer: with NODE_ENV=production the local identity provider does not run, because anybody could sign in as anybody.']);
  }
  if (production && e.CONVENIO_SANDBOX) {
    found.push(['CONVENIO_SANDBOX', 'cannot be on with NODE_ENV=production: it lets people move the clock that legal deadlines run on.']);
  }
  if (e.OIDC_ISSUER && !e.OIDC_AUDIENCE) {
    found.push(['OIDC_AUDIENCE', 'is needed with OIDC_ISSUER: without it, tokens meant for another application would be accepted.']);
  }
  if (e.MIGRATION_DATABASE_URL && !e.DATABASE_URL) {
    found.push(['MIGRATION_DATABASE_URL', 'has no meaning without DATABASE_URL: the embedded PostgreSQL brings its own migrator role.']);
  }
  return found;
}

function identityOf(e: { OIDC_ISSUER?: string; OIDC_AUDIENCE?: string; OIDC_USERNAME_CLAIM: string }): IdentityConfig {
  if (!e.OIDC_ISSUER || !e.OIDC_AUDIENCE) return { kind: 'local' };
  return { kind: 'oidc', issuer: e.OIDC_ISSUER, audience: e.OIDC_AUDIENCE, usernameClaim: e.OIDC_USERNAME_CLAIM };
}
