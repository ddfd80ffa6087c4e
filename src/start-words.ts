import type { Config } from './config.js';
import { ConfigError } from './config.js';
import { languageOfTerminal } from './i18n/language.js';
import type { Language } from './i18n/language.js';
import { t } from './i18n/translate.js';
import { StartupFault } from './platform/postgres/startup-fault.js';

/** What a person reads when the server has started: where it is, and how to go on. */
export function banner(config: Config, url: string, language: Language): string {
  const local = config.identity.kind === 'local';
  const rows: readonly (readonly [string, string])[] = [
    [t(language, 'start.address'), url],
    [t(language, 'start.docs'), `${url}/api/docs`],
    [t(language, 'start.database'), config.databaseUrl ? t(language, 'start.database.given') : t(language, 'start.database.embedded', { folder: config.dataDir })],
    [t(language, 'start.queue'), config.redisUrl ? 'Redis' : 'PostgreSQL'],
    ...(local ? [[t(language, 'start.token'), 'npm run -s convenio -- token --as governor.gore-16'] as const] : []),
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  return [
    '',
    `  ${t(language, 'start.ready')}`,
    '',
    ...rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`),
    ...(config.sandbox ? ['', `  ${t(language, 'start.sandbox')}`] : []),
    '',
    `  ${t(language, 'start.stop')}`,
    '',
    '',
  ].join('\n');
}

/** Why the server did not start, in sentences for whoever started it; a stack only for what nobody foresaw. */
export function faultSentences(error: unknown, language: Language): string {
  if (error instanceof ConfigError) return [t(language, 'start.bad-config'), ...error.sentences.map((sentence) => `  ${sentence}`)].join('\n');
  if (error instanceof StartupFault) return language === 'es' ? error.es : error.en;
  if (error instanceof PortBusy) return t(language, 'start.port-busy', { port: error.port, other: error.port + 1 });
  return t(language, 'start.failed', { reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}

/** The port is somebody else's. */
export class PortBusy extends Error {
  constructor(readonly port: number) {
    super(`port ${port} is taken`);
    this.name = 'PortBusy';
  }
}

export const terminalLanguage = (): Language => languageOfTerminal(process.env);
