import type { ParseArgsConfig } from 'node:util';
import type { Config } from '../config.js';
import type { Language } from '../i18n/language.js';
import type { TextKey } from '../i18n/translate.js';
import type { DatabaseSource } from '../platform/postgres/source.js';

/** What a command is given. Results go to `print`, nothing else does; everything said besides goes to `note`. */
export interface CommandContext {
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
  readonly json: boolean;
  readonly language: Language;
  readonly config: Config;
  readonly print: (text: string) => void;
  readonly note: (text: string) => void;
  /** Joins the running server's database, or starts it for the length of the command; closed by itself. */
  readonly database: () => Promise<DatabaseSource>;
}

/** 0: done; 1: refused, or faults were found. (2, wrong usage, is `UsageError`.) */
export type ExitCode = 0 | 1;

/** One command, in a file of its own under `src/cli`. */
export interface Command {
  readonly name: string;
  readonly usage: Readonly<Record<Language, string>>;
  /** `--json` and `--help` come by themselves. */
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Positional arguments it takes at most. */
  readonly positionals: number;
  run(context: CommandContext): Promise<ExitCode>;
}

/** The command was typed wrongly: exit code 2, with its usage. */
export class UsageError extends Error {
  constructor(
    readonly key: TextKey,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(key);
    this.name = 'UsageError';
  }
}

/** The command was understood and is refused: exit code 1, one sentence. */
export class Refused extends Error {
  constructor(readonly say: (language: Language) => string) {
    super(say('en'));
    this.name = 'Refused';
  }
}

/** An option that must be given. @throws UsageError. */
export function required(values: CommandContext['values'], option: string): string {
  const value = values[option];
  if (typeof value !== 'string' || value === '') throw new UsageError('cli.missing-option', { option });
  return value;
}

export function optional(values: CommandContext['values'], option: string): string | undefined {
  const value = values[option];
  return typeof value === 'string' ? value : undefined;
}
