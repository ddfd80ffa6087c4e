import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from './error-code.js';

const PATIENCE_MS = 60_000;
const PAUSE_MS = 50;

/** Of a server that is about to start or to stop: the same attempt may succeed in a moment. */
const PASSING = new Set(['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']);

/** Repeats an attempt while its errors are only those of a server that starts or stops. */
export async function persist<Result>(attempt: () => Promise<Result>): Promise<Result> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isPassing(error) || Date.now() > until) throw error;
      await pause(PAUSE_MS);
    }
  }
}

function isPassing(error: unknown): boolean {
  return PASSING.has(errorCode(error)) || (error instanceof Error && error.message.startsWith('Connection terminated'));
}
