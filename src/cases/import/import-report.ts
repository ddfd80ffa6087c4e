import type { Language } from '../../i18n/language.js';
import type { RowResult } from './import-run.js';
import { say, sayReasonOfRow, type ImportWord } from './words.js';

/** What became of one row of the file. */
export interface ReportedRow {
  readonly sheet: string;
  /** The row's number in its sheet, as the register has it. */
  readonly row: number | string;
  /** The case's id; null when there is none. */
  readonly case: string | null;
  readonly result: RowResult['result'];
  readonly reasons: readonly string[];
}

export interface ReasonCount {
  readonly reason: string;
  /** `gap`: the register has no place for it; `fault`: something is wrong or odd. */
  readonly kind: 'gap' | 'fault';
  /** Rows. */
  readonly n: number;
}

export interface ImportReport {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Rows created or updated with a reason; `flaggedForGapsOnly` of them have no other than what the register does not hold. */
  readonly flagged: number;
  readonly flaggedForGapsOnly: number;
  readonly rejected: number;
  readonly reasons: readonly ReasonCount[];
  readonly rows: readonly ReportedRow[];
}

export function reportOf(rows: readonly ReportedRow[]): ImportReport {
  const count = (result: ReportedRow['result']): number => rows.filter((row) => row.result === result).length;
  const flagged = rows.filter((row) => row.result !== 'rejected' && row.reasons.length > 0);
  const perReason = new Map<string, number>();
  for (const row of rows) for (const reason of new Set(row.reasons.map(countedAs))) perReason.set(reason, (perReason.get(reason) ?? 0) + 1);
  const reasons = [...perReason].map(([reason, n]): ReasonCount => ({ reason, kind: kindOf(reason), n })).toSorted((one, other) => other.n - one.n || (one.reason < other.reason ? -1 : 1));
  return {
    created: count('created'), updated: count('updated'), unchanged: count('unchanged'), flagged: flagged.length,
    flaggedForGapsOnly: flagged.filter((row) => row.reasons.every((reason) => kindOf(reason) === 'gap')).length, rejected: count('rejected'), reasons, rows,
  };
}

/** The report as a person reads it in a terminal. */
export function tableOf(report: ImportReport, language: Language, mode: 'write' | 'rehearse'): string {
  const { created, updated, unchanged, rejected, flagged, flaggedForGapsOnly } = report;
  const counts: readonly (readonly [ImportWord, number])[] = [
    ['table.created', created], ['table.updated', updated], ['table.unchanged', unchanged], ['table.rejected', rejected], ['table.flagged', flagged], ['table.gaps', flaggedForGapsOnly],
  ];
  const lines = counts.map(([word, n]) => line(n, say(language, word)));
  const reasons = report.reasons.map(({ reason, n }) => line(n, reasonInWords(reason, language)));
  return [
    ...(mode === 'rehearse' ? [say(language, 'table.dry-run'), ''] : []), ...lines, ...(reasons.length > 0 ? ['', say(language, 'table.reasons'), ...reasons] : []),
    ...rejectedRows(report, language),
  ].join('\n');
}

function rejectedRows({ rows }: ImportReport, language: Language): readonly string[] {
  const rejected = rows.filter((row) => row.result === 'rejected');
  return rejected.length === 0 ? [] : ['', `${say(language, 'table.rejected')}:`, ...rejected.slice(0, 50).map((row) => `  ${say(language, 'table.row', { sheet: row.sheet, row: row.row })}: ${row.reasons.map((reason) => reasonInWords(reason, language)).join('; ')}`)];
}

function reasonInWords(reason: string, language: Language): string {
  const [code = '', ...rest] = reason.split(':');
  return `${sayReasonOfRow(language, code)}${rest.length > 0 ? ` (${rest.join(':')})` : ''}`;
}

function line(n: number, text: string): string {
  return `${String(n).padStart(7)}  ${text}`;
}

/** Columns, events and stages are few: they are counted one by one; words of the register are many. */
const countedByDetail: ReadonlySet<string> = new Set([
  'not-in-register', 'order', 'date-missing', 'date-unreadable', 'date-in-future', 'date-rewritten', 'number-missing', 'contradiction', 'not-taken', 'not-corrected', 'not-correctable',
]);

function countedAs(reason: string): string {
  const [code = ''] = reason.split(':');
  return countedByDetail.has(code) ? reason : code;
}

function kindOf(reason: string): ReasonCount['kind'] {
  return reason.startsWith('not-in-register') ? 'gap' : 'fault';
}
