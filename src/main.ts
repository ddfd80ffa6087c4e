import 'reflect-metadata';
import { t } from './i18n/translate.js';
import { startServer } from './server.js';
import type { Server } from './server.js';
import { faultSentences, terminalLanguage } from './start-words.js';

/** A terminal sends Ctrl-C to npm and to us, and npm hands it on: the second one is no second wish. */
const SAME_WISH_MS = 1_000;
const GIVE_UP_MS = 20_000;
const language = terminalLanguage();

let server: Server | undefined;
let stoppingSince: number | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

try {
  server = await startServer(process.env);
  if (stoppingSince !== undefined) await end(server);
} catch (error) {
  fail(error);
}

async function stop(): Promise<void> {
  if (stoppingSince !== undefined) {
    if (performance.now() - stoppingSince > SAME_WISH_MS) process.exit(1);
    return;
  }
  stoppingSince = performance.now();
  process.stderr.write(`\n${t(language, 'start.stopping')}\n`);
  setTimeout(() => process.exit(1), GIVE_UP_MS).unref();
  if (server) await end(server);
}

async function end(running: Server): Promise<void> {
  try {
    await running.stop();
    process.stderr.write(`${t(language, 'start.stopped')}\n`);
    process.exit(0);
  } catch (error) {
    fail(error);
  }
}

/** A defect leaves the process in a state nobody knows: what was committed is safe, and a new process finds it. */
function fail(error: unknown): never {
  process.stderr.write(`${faultSentences(error, language)}\n`);
  process.exit(1);
}
