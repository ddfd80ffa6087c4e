import { day as isDay } from '../kit/index.js';
import type { DurationItem } from '../cases/durations/durations.js';
import type { Language } from '../i18n/language.js';
import { t } from '../i18n/translate.js';
import { UsageError, optional, type Command, type CommandContext } from './command.js';
import { openCases } from './open-cases.js';

const everything = { all: 'all', institutions: [], regions: [] } as const;

/** Reports over all cases. */
export const report: Command = {
  name: 'report',
  usage: {
    es: 'report durations [--workflow NOMBRE] [--region CÓDIGO] [--from D] [--to D]   Cuánto tarda cada tramo, en días hábiles',
    en: 'report durations [--workflow NAME] [--region CODE] [--from D] [--to D]   How long each segment takes, in business days',
  },
  options: { workflow: { type: 'string' }, region: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } },
  positionals: 1,
  async run({ values, positionals: [name], config, database, json, language, print }) {
    if (name === undefined) throw new UsageError('cli.missing-argument', { name: 'durations' });
    if (name !== 'durations') throw new UsageError('cli.no-such-report', { name, known: 'durations' });
    const wanted = { workflow: optional(values, 'workflow') ?? 'fndr-transfer', region: optional(values, 'region'), from: day(values, 'from'), to: day(values, 'to') };
    const cases = await openCases(await database(), config);
    try {
      const items = await cases.durations.report(wanted, everything);
      print(json ? JSON.stringify({ items }) : tableOf(items, language));
      return 0;
    } finally {
      await cases.close();
    }
  },
};

function day(values: CommandContext['values'], option: string): string | undefined {
  const text = optional(values, option);
  if (text !== undefined && !isDay.safeParse(text).success) throw new UsageError('cli.not-a-day', { option, value: text });
  return text;
}

function tableOf(items: readonly DurationItem[], language: Language): string {
  const head = [t(language, 'cli.report.segment'), t(language, 'cli.report.variant'), 'n', 'p25', t(language, 'cli.report.median'), 'p75', 'p90', 'max', t(language, 'cli.report.excluded')];
  const rows = items.map((item) => [
    item.segment, item.variant, ...[item.n, item.p25, item.median, item.p75, item.p90, item.max].map((value) => String(value ?? '–')),
    item.excluded.map(({ reason, n }) => `${reason} ${n}`).join(', '),
  ]);
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column].length)));
  const line = (row: readonly string[]): string => row.map((cell, column) => (column < 2 || column === 8 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ').trimEnd();
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line), '', t(language, 'cli.report.note')].join('\n');
}
