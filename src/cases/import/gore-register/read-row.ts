import { plain } from '../../../governance/directory.js';
import { day } from '../../../kit/index.js';
import { dateColumns, numberColumns, type Cells, type Column, type DateColumn, type NumberColumn } from './columns.js';

/** A row with its cells read; what could not be read is null, and said in `reasons`. */
export interface ReadRow {
  readonly initiative: string | null;
  readonly subtitle: '24' | '29' | '31' | '33' | null;
  /** CLP: the register counts in thousands. */
  readonly amount: number | null;
  readonly dates: Readonly<Record<DateColumn, string | null>>;
  readonly numbers: Readonly<Record<NumberColumn, string | null>>;
  readonly status: 'signed' | 'notSigned' | 'other';
  readonly nature: 'exenta' | 'afecta' | null;
  /** What Contraloría did with the resolution. */
  readonly control: 'cleared' | 'clearedWithRemarks' | 'objected' | 'underReview' | null;
  readonly reasons: readonly string[];
}

/** Reads the cells of a row. Dates after `today`, or from before there was such a fund, are not believed. */
export function readRow(cells: Cells, today: string): ReadRow {
  const dates = Object.fromEntries(dateColumns.map((column) => [column, dateOf(cells[column], today)])) as ReadRow['dates'];
  const numbers = Object.fromEntries(numberColumns.map((column) => [column, numberOf(cells[column])])) as ReadRow['numbers'];
  const status = plain(cells.agreement_status) === 'firmado' ? 'signed' : plain(cells.agreement_status) === 'no se firmo' ? 'notSigned' : 'other';
  const control = controls[letters(cells.cgr_status)] ?? null;
  const stated = natures[plain(cells.resolution_type)] ?? null;
  const amount = amountOf(cells.amount_thousand_clp);
  const subtitle = subtitles.find((one) => one === cells.subtitulo) ?? null;
  const initiative = cells.initiative.length >= 3 ? cells.initiative.slice(0, 500) : null;
  const read = { initiative, subtitle, amount, dates, numbers, status, control, nature: stated ?? (control ? 'afecta' : null) } as const;
  return { ...read, reasons: [...wordReasons(cells, read), ...dateReasons(cells, dates, today), ...flagReasons(cells.date_flags)] };
}

const subtitles = ['24', '29', '31', '33'] as const;
const natures: Readonly<Record<string, ReadRow['nature']>> = { exenta: 'exenta', afecta: 'afecta' };
const controls: Readonly<Record<string, ReadRow['control']>> = {
  tomadoderazon: 'cleared', trconalcances: 'clearedWithRemarks', tomadoderazonconalcances: 'clearedWithRemarks', representado: 'objected', encgr: 'underReview',
};
const blanks: ReadonlySet<string> = new Set(['', '-', 'N/A', 'NA', 'S/N']);
const earliest = '1990-01-01';

export function isBlank(cell: string): boolean {
  return blanks.has(cell.toUpperCase());
}

/** A detail of a reason: short, on one line. */
export function detail(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, 80);
}

function letters(word: string): string {
  return plain(word).replaceAll(/[^a-z]/g, '');
}

function dateOf(cell: string, today: string): string | null {
  return day.safeParse(cell).success && cell >= earliest && cell <= today ? cell : null;
}

function numberOf(cell: string): string | null {
  return /^\d{1,7}([/-]\d{2,4})?$/.test(cell) ? cell : null;
}

function amountOf(cell: string): number | null {
  return /^[1-9]\d{0,9}$/.test(cell) ? Number(cell) * 1000 : null;
}

type Read = Omit<ReadRow, 'reasons'>;

function wordReasons(cells: Cells, { initiative, subtitle, amount, numbers, status, control }: Read): readonly string[] {
  const reasons: string[] = [];
  if (initiative === null) reasons.push('initiative-missing');
  if (cells.initiative.length > 500) reasons.push('initiative-cut');
  if (subtitle === null) reasons.push(cells.subtitulo === '' ? 'subtitle-missing' : odd(cells, 'subtitulo'));
  if (amount === null) reasons.push(isBlank(cells.amount_thousand_clp) ? 'amount-missing' : odd(cells, 'amount_thousand_clp'));
  if (isBlank(cells.bip_code)) reasons.push('bip-missing');
  for (const column of numberColumns) if (numbers[column] === null && !isBlank(cells[column])) reasons.push(odd(cells, column));
  if (status !== 'signed') reasons.push(isBlank(cells.agreement_status) ? 'status-missing' : `status:${detail(cells.agreement_status)}`);
  if (!isBlank(cells.resolution_type) && !Object.hasOwn(natures, plain(cells.resolution_type))) reasons.push(odd(cells, 'resolution_type'));
  if (control === null && !isBlank(cells.cgr_status)) reasons.push(odd(cells, 'cgr_status'));
  return reasons;
}

function odd(cells: Cells, column: Column): string {
  return `odd-word:${column}=${detail(cells[column])}`;
}

function dateReasons(cells: Cells, dates: ReadRow['dates'], today: string): readonly string[] {
  const unread = dateColumns.filter((column) => dates[column] === null && !isBlank(cells[column]))
    .map((column) => `${day.safeParse(cells[column]).success && cells[column] > today ? 'date-in-future' : 'date-unreadable'}:${column}`);
  let latest: DateColumn | null = null;
  const order: string[] = [];
  for (const column of dateColumns) {
    const date = dates[column];
    if (date === null) continue;
    if (latest === null || date > dates[latest]!) latest = column;
    else if (date < dates[latest]!) order.push(`order:${latest}>${column}`);
  }
  return [...unread, ...order];
}

/** What whoever prepared the file says of its dates. Its order is found here again, from the dates themselves. */
function flagReasons(cell: string): readonly string[] {
  return cell.split('|').map((flag) => flag.trim()).filter((flag) => flag !== '' && !flag.startsWith('order:')).map((flag) => {
    const [column = '', kind = ''] = flag.split(':');
    if (kind === 'mdy') return `date-rewritten:${detail(column)}`;
    return kind === 'bad' ? `date-unreadable:${detail(column)}` : `register-flag:${detail(flag)}`;
  });
}
