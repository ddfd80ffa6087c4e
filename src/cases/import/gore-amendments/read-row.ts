import {
  controlOf, dateOf, dateReasons, detail, initiativeOf, initiativeReasons, isBlank, letters, natureOf, numberOf, numberReasons, odd, resolutionReasons, subtitleOf,
  type Control, type Nature, type Subtitle,
} from '../cells.js';
import { dateColumns, numberColumns, type Cells, type DateColumn, type NumberColumn } from './columns.js';

/** A row with its cells read; what could not be read is null, and said in `reasons`. */
export interface ReadRow {
  /** Null: the word is not one of the two, and nothing can be made of the row. */
  readonly kind: 'handover' | 'amendment' | null;
  readonly initiative: string | null;
  readonly subtitle: Subtitle | null;
  readonly dates: Readonly<Record<DateColumn, string | null>>;
  readonly numbers: Readonly<Record<NumberColumn, string | null>>;
  /** `offered`: the text was sent to be signed, and nothing says that it was. */
  readonly status: 'signed' | 'offered' | 'notSigned' | 'other';
  readonly nature: Nature | null;
  readonly control: Control | null;
  /** Whether it says that the approved text was sent. */
  readonly sent: 'yes' | 'no';
  readonly reasons: readonly string[];
}

export function readRow(cells: Cells, today: string): ReadRow {
  const dates = Object.fromEntries(dateColumns.map((column) => [column, dateOf(cells[column], today)])) as ReadRow['dates'];
  const numbers = Object.fromEntries(numberColumns.map((column) => [column, numberOf(cells[column])])) as ReadRow['numbers'];
  const control = controlOf(cells.cgr_status);
  const sent = letters(cells.status) === sentWord || dates.sent_date !== null || numbers.sent_letter_no !== null ? 'yes' : 'no';
  const read = {
    kind: kinds[letters(cells.agreement_type)] ?? null, initiative: initiativeOf(cells.initiative), subtitle: subtitleOf(cells.subtitulo), dates, numbers,
    status: statuses[letters(cells.agreement_status)] ?? 'other', nature: natureOf(cells.resolution_type) ?? (control ? 'afecta' : null), control, sent,
  } as const;
  return { ...read, reasons: [...wordReasons(cells, read), ...dateReasons(dateColumns, cells, dates, today), ...contradictions(cells, read)] };
}

/** Resolutions without a nature cannot be issued: neither way on is known. */
export function showsResolution({ numbers, dates, control, nature, sent }: Omit<ReadRow, 'reasons'>): boolean {
  return nature !== null && (numbers.resolution_no !== null || dates.resolution_date !== null || control !== null || sent === 'yes');
}

const sentWord = 'enviadoalservicio';
/** The first as registers misspell it. */
const kinds: Readonly<Record<string, ReadRow['kind']>> = {
  conveniodetrasnferenciadebienes: 'handover', conveniodetransferenciadebienes: 'handover', modificaciondeconvenio: 'amendment',
};
const statuses: Readonly<Record<string, ReadRow['status']>> = { firmado: 'signed', [sentWord]: 'offered', nosefirmo: 'notSigned' };

function wordReasons(cells: Cells, { kind, status }: Omit<ReadRow, 'reasons'>): readonly string[] {
  const reasons = [...initiativeReasons(cells)];
  if (isBlank(cells.bip_code)) reasons.push('bip-missing');
  if (!/^\d{1,2}$/.test(cells.item)) reasons.push(isBlank(cells.item) ? 'item-missing' : odd(cells, 'item'));
  reasons.push(...numberReasons(numberColumns, cells));
  // A hand-over that was sent to be signed stands there; of an amendment nothing tells it.
  const understood = status === 'signed' || (status === 'offered' && kind === 'handover');
  if (!understood) reasons.push(isBlank(cells.agreement_status) ? 'status-missing' : `status:${detail(cells.agreement_status)}`);
  if (letters(cells.status) !== sentWord && !isBlank(cells.status)) reasons.push(odd(cells, 'status'));
  return [...reasons, ...resolutionReasons(cells)];
}

/** Cells that cannot both be right. Neither is dropped: the case follows the acts that have dates. */
function contradictions(cells: Cells, read: Omit<ReadRow, 'reasons'>): readonly string[] {
  const { control, nature, dates, status, numbers, sent } = read;
  const resolved = numbers.resolution_no !== null || dates.resolution_date !== null;
  const reasons: string[] = [];
  if (nature === 'exenta' && control !== null) reasons.push('contradiction:resolution_type/cgr_status');
  if (status !== 'signed' && (dates.signature_date !== null || resolved)) reasons.push('contradiction:agreement_status/signature_date');
  if (nature === 'afecta' && showsResolution(read) && control === null) reasons.push(cells.cgr_status === '' ? 'cgr-status-missing' : 'contradiction:resolution_type/cgr_status');
  if (nature !== null && !showsResolution(read)) reasons.push('resolution-not-shown');
  if (nature === null && (resolved || sent === 'yes')) reasons.push('resolution-type-missing');
  return reasons;
}
