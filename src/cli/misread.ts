import type { Command } from './command.js';
import { UsageError } from './command.js';

/** What the parser of arguments finds wrong, in our own sentences. */
export function misread(error: unknown, { options }: Command): UsageError {
  const message = error instanceof Error ? error.message : String(error);
  const option = /'(?:-\w, )?-{1,2}([\w-]+)/.exec(message)?.[1] ?? '';
  if (message.startsWith('Unknown option')) return new UsageError('cli.unknown-option', { option });
  return new UsageError(options[option]?.type === 'string' ? 'cli.needs-value' : 'cli.takes-no-value', { option });
}
