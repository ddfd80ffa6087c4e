import { parseArgs } from 'node:util';
import { Refused, UsageError } from './cli/command.js';
import type { Command, CommandContext, ExitCode } from './cli/command.js';
import { misread } from './cli/misread.js';
import { loadConfig } from './config.js';
import type { Config } from './config.js';
import { t } from './i18n/translate.js';
import type { DatabaseSource } from './platform/postgres/source.js';
import { faultSentences, terminalLanguage } from './start-words.js';

/** Every command, loaded when it is asked for: `due` answers without the database's or the server's code. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  token: async () => (await import('./cli/token.js')).token,
  due: async () => (await import('./cli/due.js')).due,
  walk: async () => (await import('./cli/walk.js')).walk,
  check: async () => (await import('./cli/check.js')).check,
  migrate: async () => (await import('./cli/migrate.js')).migrate,
  seed: async () => (await import('./cli/seed.js')).seed,
  import: async () => (await import('./cli/import.js')).importRegister,
  explain: async () => (await import('./cli/explain.js')).explain,
  'verify-journal': async () => (await import('./cli/verify-journal.js')).verifyJournal,
  report: async () => (await import('./cli/report.js')).report,
};

const language = terminalLanguage();
const databases: DatabaseSource[] = [];

process.stdout.on('error', endOfOutput);
process.stderr.on('error', endOfOutput);

process.exitCode = await main(process.argv.slice(2));

async function main([name, ...args]: readonly string[]): Promise<ExitCode | 2> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') return overview(name === undefined ? 2 : 0);
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) return unknown(name);
  const command = await load();
  try {
    return await run(command, args);
  } catch (error) {
    if (error instanceof UsageError) return wrongUsage(command, t(language, error.key, error.params));
    note(error instanceof Refused ? error.say(language) : faultSentences(error, language));
    return 1;
  }
}

async function run(command: Command, args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parsed(command, args);
  if (values['help'] === true) {
    print(usageOf(command));
    return 0;
  }
  let loaded: Config | undefined;
  const config = (): Config => (loaded ??= loadConfig(process.env));
  const context: CommandContext = {
    values, positionals, language, print, note,
    // Read when asked for: a wrong variable of the server keeps nobody from counting days.
    get config() {
      return config();
    },
    json: values['json'] === true,
    database: () => openDatabase(config()),
  };
  try {
    return await command.run(context);
  } finally {
    await closeDatabases();
  }
}

function parsed(command: Command, args: readonly string[]): Pick<CommandContext, 'values' | 'positionals'> {
  const options = { ...command.options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const extra = positionals[command.positionals];
    if (extra !== undefined) throw new UsageError('cli.unexpected-argument', { value: extra });
    return { values, positionals };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw misread(error, command);
  }
}

async function openDatabase(config: Config): Promise<DatabaseSource> {
  const { openCommandDatabase } = await import('./platform/postgres/source.js');
  const database = await openCommandDatabase(config, note);
  databases.push(database);
  return database;
}

/** Each once. */
async function closeDatabases(): Promise<void> {
  for (const database of databases.splice(0)) await database.close();
}

/** Nobody reads any more (`| head`): that is no fault, and nothing is left to say. */
function endOfOutput(fault: NodeJS.ErrnoException): void {
  if (fault.code !== 'EPIPE') throw fault;
  void closeDatabases().finally(() => process.exit(0));
}

async function overview(code: 0 | 2): Promise<0 | 2> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const lines = commands.map((command) => `  ${command.usage[language]}`);
  const text = [t(language, 'cli.usage'), '', t(language, 'cli.commands'), ...lines, '', t(language, 'cli.more')].join('\n');
  (code === 0 ? print : note)(text);
  return code;
}

function unknown(name: string): 2 {
  const near = Object.keys(COMMANDS).find((known) => known.startsWith(name.slice(0, 2)));
  note([t(language, 'cli.unknown-command', { name }), ...(near ? [t(language, 'cli.unknown-command.near', { near })] : []), t(language, 'cli.usage')].join('\n'));
  return 2;
}

function wrongUsage(command: Command, sentence: string): 2 {
  note(`${sentence}\n${usageOf(command)}`);
  return 2;
}

function usageOf(command: Command): string {
  return `npm run -s convenio -- ${command.usage[language]} [--json]`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}
