import { ConfigError, loadConfig } from './config.js';

const sentences = (env: Record<string, string>): readonly string[] => {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences;
    throw error;
  }
  return [];
};

describe('configuration', () => {
  it('needs nothing: an empty environment is the embedded default', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({ port: 3000, role: 'all', sandbox: false, identity: { kind: 'local' }, rateLimit: 6000, bodyLimit: 1_000_000 });
    expect(config.dataDir.endsWith('/.convenio')).toBe(true);
    expect(config.databaseUrl).toBeUndefined();
  });

  it('reads an empty variable as not set', () => {
    expect(loadConfig({ PORT: '', REDIS_URL: ' ' })).toMatchObject({ port: 3000, redisUrl: undefined });
  });

  it('slows nobody down in the sandbox', () => {
    expect(loadConfig({ CONVENIO_SANDBOX: '1' }).rateLimit).toBeNull();
  });

  it('names every wrong variable in a sentence, and never repeats a secret', () => {
    const said = sentences({ PORT: 'eighty', ROLE: 'boss', DATABASE_URL: 'mysql://u:hunter2@h/d', CONVENIO_SANDBOX: 'maybe' });
    expect(said).toEqual([
      'PORT: must be a whole number from 0 to 65535.',
      'DATABASE_URL: must be a URL that begins with postgres:// or postgresql://.',
      'ROLE: must be api, worker or all.',
      'CONVENIO_SANDBOX: must be 1 (yes) or 0 (no).',
    ]);
  });

  it.each(['-1', '70000', '3.5', 'NaN', '0x'])('refuses PORT=%s', (PORT) => {
    expect(sentences({ PORT })).toHaveLength(1);
  });

  it('refuses production without an issuer, and a movable clock in production', () => {
    expect(sentences({ NODE_ENV: 'production', CONVENIO_SANDBOX: '1' }).map((s) => s.split(':')[0])).toEqual(['OIDC_ISSUER', 'CONVENIO_SANDBOX']);
  });

  it('wants an audience beside an issuer', () => {
    expect(sentences({ OIDC_ISSUER: 'https://id.example' })[0]).toMatch(/^OIDC_AUDIENCE: is needed/);
    expect(loadConfig({ OIDC_ISSUER: 'https://id.example', OIDC_AUDIENCE: 'convenio' }).identity).toEqual({
      kind: 'oidc', issuer: 'https://id.example', audience: 'convenio', usernameClaim: 'preferred_username',
    });
  });
});
