import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { errorCode } from './postgres/error-code.js';

/** Structured log: one JSON object per line. Never a token, a body, or a query string (people's names are searched for). */
export type Log = Logger;

/** @param destination tests read what was logged; else standard output, written at once so that a crash loses nothing. */
export function createLog(level: string, destination: DestinationStream = pino.destination({ dest: 1, sync: true })): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: plainError },
      // A net under the rule above, not a substitute for it.
      redact: { paths: ['authorization', '*.authorization', 'password', '*.password', 'token', '*.token'], censor: '[hidden]' },
    },
    destination,
  );
}

/** What happened and where. Not what else hangs on an error: a database's carries its client with its keys, a query's the values. */
function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { type, message, stack } = pino.stdSerializers.err(error);
  return { type, message, code: errorCode(error) || undefined, stack };
}

/** Nest's own messages in our log: its start-up chatter at debug, its warnings and errors as they are. */
export class NestLog {
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  log(message: unknown, context?: unknown): void {
    this.#log.debug({ context }, String(message));
  }

  warn(message: unknown, context?: unknown): void {
    this.#log.warn({ context }, String(message));
  }

  error(message: unknown, stack?: unknown, context?: unknown): void {
    const err = message instanceof Error ? message : undefined;
    this.#log.error({ err, stack: err ? undefined : stack, context }, String(message));
  }

  fatal(message: unknown, context?: unknown): void {
    this.#log.fatal({ context }, String(message));
  }

  debug(message: unknown, context?: unknown): void {
    this.#log.debug({ context }, String(message));
  }

  verbose(message: unknown, context?: unknown): void {
    this.#log.trace({ context }, String(message));
  }
}
