import { parseArgs } from 'node:util';
import { engineSuite, type SuiteOptions } from './engine-suite.js';
import { tableOf } from './table.js';

const suites: Readonly<Record<string, (options: SuiteOptions) => Promise<object>>> = { engine: engineSuite };
const usage = `usage: npm run -s bench -- ${Object.keys(suites).join('|')} [--json] [--quick] [--register <file.csv>]`;

/** Long enough for medians; `--quick` only shows that everything runs. */
const LONG = { rounds: 7, seconds: 2 };
const QUICK = { rounds: 1, seconds: 1 };

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true, options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, register: { type: 'string' } },
  });
  const suite = Object.hasOwn(suites, positionals[0] ?? '') ? suites[positionals[0] ?? ''] : undefined;
  if (!suite) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const measured = await suite({ schedule: values.quick ? QUICK : LONG, register: values.register, tell: (line) => void process.stderr.write(`bench: ${line}\n`) });
  process.stdout.write(`${values.json ? JSON.stringify(measured) : tableOf(measured)}\n`);
  return 0;
}

main().then((code) => process.exit(code), (error: unknown) => {
  process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n${usage}\n`);
  process.exit(1);
});
