import { plain } from '../../../governance/directory.js';
import {
  controlOf, dateOf, dateReasons, detail, initiativeOf, initiativeReasons, isBlank, natureOf, numberOf, numberReasons, odd, resolutionReasons, subtitleOf,
  type Control, type Nature, type Subtitle,
} from '../cells.js';
import { dateColumns, numberColumns, type Cells, type DateColumn, type NumberColumn } from './columns.js';

/** A row with its cells read; what could not be read is null, and said in `reasons`. */
export interface ReadRow {
  readonly initiative: string | null;
  readonly subtitle: Subtitle | null;
  /** CLP: the register counts in thousands. */
  readonly amount: number | null;
  readonly dates: Readonly<Record<DateColumn, string | null>>;
  readonly numbers: Readonly<Record<NumberColumn, string | null>>;
  readonly status: 'signed' | 'notSigned' | 'other';
  readonly nature: Nature | null;
  /** What Contraloría did with the resolution. */
  readonly control: Control | null;
  readonly reasons: readonly string[];
}

/** Reads the cells of a row. Dates after `today`, or from before there was such a fund, are not believed. */
export function readRow(cells: Cells, today: string): ReadRow {
  const dates = Object.fromEntries(dateColumns.map((column) => [column, dateOf(cells[column], today)])) as ReadRow['dates'];
  const numbers = Object.fromEntries(numberColumns.map((column) => [column, numberOf(cells[column])])) as ReadRow['numbers'];
  const status = plain(cells.agreement_status) === 'firmado' ? 'signed' : plain(cells.agreement_status) === 'no se firmo' ? 'notSigned' : 'other';
  const control = controlOf(cells.cgr_status);
  const nature = natureOf(cells.resolution_type) ?? (control ? 'afecta' : null);
  const read = { initiative: initiativeOf(cells.initiative), subtitle: subtitleOf(cells.subtitulo), amount: amountOf(cells.amount_thousand_clp), dates, numbers, status, control, nature } as const;
  return { ...read, reasons: [...wordReasons(cells, read), ...dateReasons(dateColumns, cells, dates, today), ...flagReasons(cells.date_flags)] };
}

function amountOf(cell: string): number | null {
  return /^[1-9]\d{0,9}$/.test(cell) ? Number(cell) * 1000 : null;
}

function wordReasons(cells: Cells, { amount, status }: Omit<ReadRow, 'reasons'>): readonly string[] {
  const reasons = [...initiativeReasons(cells)];
  if (amount === null) reasons.push(isBlank(cells.amount_thousand_clp) ? 'amount-missing' : odd(cells, 'amount_thousand_clp'));
  if (isBlank(cells.bip_code)) reasons.push('bip-missing');
  reasons.push(...numberReasons(numberColumns, cells));
  if (status !== 'signed') reasons.push(isBlank(cells.agreement_status) ? 'status-missing' : `status:${detail(cells.agreement_status)}`);
  return [...reasons, ...resolutionReasons(cells)];
}

/** What whoever prepared the file says of its dates. Its order is found here again, from the dates themselves. */
function flagReasons(cell: string): readonly string[] {
  return cell.split('|').map((flag) => flag.trim()).filter((flag) => flag !== '' && !flag.startsWith('order:')).map((flag) => {
    const [column = '', kind = ''] = flag.split(':');
    if (kind === 'mdy') return `date-rewritten:${detail(column)}`;
    return kind === 'bad' ? `date-unreadable:${detail(column)}` : `register-flag:${detail(flag)}`;
  });
}
