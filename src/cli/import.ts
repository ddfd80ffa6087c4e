import { GovernanceRefusal } from '../governance/refusal.js';
import { ImportFault } from '../cases/import/import-fault.js';
import { tableOf } from '../cases/import/import-report.js';
import { Refused, UsageError, optional, required, type Command, type CommandContext } from './command.js';
import { openImport } from './open-import.js';

/** A register of the past becomes cases. Exit code 1 when rows were rejected. */
export const importRegister: Command = {
  name: 'import',
  usage: {
    es: 'import <archivo.csv> --map gore-register|gore-amendments [--as <usuario>] [--dry-run]   Importa un registro de convenios, o de modificaciones y entregas de bienes',
    en: 'import <file.csv> --map gore-register|gore-amendments [--as <username>] [--dry-run]   Imports a register of agreements, or of amendments and hand-overs of goods',
  },
  options: { map: { type: 'string' }, as: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  positionals: 1,
  async run(context) {
    const { values, positionals, json, language, print } = context;
    const [file] = positionals;
    if (file === undefined) throw new UsageError('cli.missing-argument', { name: language === 'es' ? '<archivo.csv>' : '<file.csv>' });
    const map = required(values, 'map');
    const mode = values['dry-run'] === true ? 'rehearse' : 'write';
    const opened = await openImport(await context.database(), context.config);
    try {
      const report = await opened.registers.run({ file, map, official: optional(values, 'as') ?? 'admin.subdere', mode, onProgress: progress(context) }).catch(refused);
      print(json ? JSON.stringify(report) : tableOf(report, language, mode));
      return report.rejected > 0 ? 1 : 0;
    } finally {
      await opened.close();
    }
  },
};

function refused(error: unknown): never {
  if (error instanceof ImportFault || error instanceof GovernanceRefusal) throw new Refused((language) => error.say(language));
  throw error;
}

/** On a terminal, one line that counts; elsewhere nothing. */
function progress({ language }: Pick<CommandContext, 'language'>): ((done: number, total: number) => void) | undefined {
  if (!process.stderr.isTTY) return undefined;
  const word = language === 'es' ? 'filas' : 'rows';
  return (done, total) => {
    if (done % 10 === 0 || done === total) process.stderr.write(`\r${done}/${total} ${word}${done === total ? '\n' : ''}`);
  };
}
