import { readFile } from 'node:fs/promises';
import { findCase } from '../cases/finding.js';
import { verifyJournals, verifyReceipt, type Verified } from '../cases/verifying.js';
import { openUpToDate } from '../database-steps.js';
import { t } from '../i18n/translate.js';
import { Refused, UsageError, optional, type Command, type CommandContext } from './command.js';

/** Recomputes hash chains: of all cases, of one, or of a receipt without any database. Exit code 1 where one is broken. */
export const verifyJournal: Command = {
  name: 'verify-journal',
  usage: {
    es: 'verify-journal [expediente | --file recibo.json]   Recalcula las bitácoras y nombra la primera línea alterada',
    en: 'verify-journal [case | --file receipt.json]   Recomputes journals and names the first line that was changed',
  },
  options: { file: { type: 'string' } },
  positionals: 1,
  async run(context) {
    const { values, positionals: [name], json, language, print } = context;
    const file = optional(values, 'file');
    if (file !== undefined && name !== undefined) throw new UsageError('cli.unexpected-argument', { value: name });
    const verified = file === undefined ? await ofDatabase(context, name) : await ofFile(file);
    if (json) print(JSON.stringify(verified));
    else {
      for (const { number, seq, fault } of verified.broken) print(t(language, `cli.verify.${fault}`, { number, seq }));
      print(t(language, 'cli.verify.done', { journals: verified.journals, lines: verified.lines, broken: verified.broken.length }));
    }
    return verified.broken.length > 0 ? 1 : 0;
  },
};

async function ofFile(file: string): Promise<Verified> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refused((l) => t(l, 'cli.verify.unreadable', { file }));
  });
  const verified = verifyReceipt(text);
  if (!verified) throw new Refused((l) => t(l, 'cli.verify.no-receipt', { file }));
  return verified;
}

async function ofDatabase({ database }: CommandContext, name: string | undefined): Promise<Verified> {
  const dataSource = await openUpToDate({ source: await database(), mayMigrate: true, poolSize: 2, onConnectionLost: () => undefined });
  try {
    const id = name === undefined ? null : await findCase(dataSource, name);
    if (name !== undefined && id === null) throw new Refused((l) => t(l, 'cli.no-such-case', { name }));
    return await verifyJournals(dataSource, id);
  } finally {
    await dataSource.destroy();
  }
}
