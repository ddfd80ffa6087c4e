import { plain } from '../../governance/directory.js';
import { day } from '../../kit/index.js';

/** A row of a register as it stands in the file, by column. */
export type CellsOf<Column extends string> = Readonly<Record<Column, string>>;

const blanks: ReadonlySet<string> = new Set(['', '-', 'N/A', 'NA', 'S/N']);
const natures: Readonly<Record<string, 'exenta' | 'afecta'>> = { exenta: 'exenta', afecta: 'afecta' };
const controls: Readonly<Record<string, Control>> = {
  tomadoderazon: 'cleared', trconalcances: 'clearedWithRemarks', tomadoderazonconalcances: 'clearedWithRemarks', representado: 'objected', encgr: 'underReview',
};
/** Before there was such a fund. */
const earliest = '1990-01-01';

/** What Contraloría did with a resolution. */
export type Control = 'cleared' | 'clearedWithRemarks' | 'objected' | 'underReview';
export type Nature = 'exenta' | 'afecta';
export type Subtitle = (typeof subtitles)[number];
export const subtitles = ['24', '29', '31', '33'] as const;

export function isBlank(cell: string): boolean {
  return blanks.has(cell.toUpperCase());
}

/** A detail of a reason: short, on one line. */
export function detail(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, 80);
}

/** A word without its spaces, points and accents. */
export function letters(word: string): string {
  return plain(word).replaceAll(/[^a-z]/g, '');
}

/** A day that is believed: neither after `today` nor from before there was such a fund. */
export function dateOf(cell: string, today: string): string | null {
  return day.safeParse(cell).success && cell >= earliest && cell <= today ? cell : null;
}

export function numberOf(cell: string): string | null {
  return /^\d{1,7}([/-]\d{2,4})?$/.test(cell) ? cell : null;
}

export function controlOf(cell: string): Control | null {
  return controls[letters(cell)] ?? null;
}

export function natureOf(cell: string): Nature | null {
  return natures[plain(cell)] ?? null;
}

export function subtitleOf(cell: string): Subtitle | null {
  return subtitles.find((one) => one === cell) ?? null;
}

export function initiativeOf(cell: string): string | null {
  return cell.length >= 3 ? cell.slice(0, 500) : null;
}

/** A word of the register that the procedure does not know. */
export function odd<Column extends string>(cells: CellsOf<Column>, column: Column): string {
  return `odd-word:${column}=${detail(cells[column])}`;
}

/** What is odd about an initiative's name and budget subtitle. */
export function initiativeReasons(cells: CellsOf<'initiative' | 'subtitulo'>): readonly string[] {
  const reasons: string[] = [];
  if (initiativeOf(cells.initiative) === null) reasons.push('initiative-missing');
  if (cells.initiative.length > 500) reasons.push('initiative-cut');
  if (subtitleOf(cells.subtitulo) === null) reasons.push(cells.subtitulo === '' ? 'subtitle-missing' : odd(cells, 'subtitulo'));
  return reasons;
}

/** Words about the resolution and its control that nobody knows. */
export function resolutionReasons(cells: CellsOf<'resolution_type' | 'cgr_status'>): readonly string[] {
  return [
    ...(natureOf(cells.resolution_type) === null && !isBlank(cells.resolution_type) ? [odd(cells, 'resolution_type')] : []),
    ...(controlOf(cells.cgr_status) === null && !isBlank(cells.cgr_status) ? [odd(cells, 'cgr_status')] : []),
  ];
}

/** Numbers that are none. */
export function numberReasons<Column extends string>(columns: readonly Column[], cells: CellsOf<Column>): readonly string[] {
  return columns.filter((column) => numberOf(cells[column]) === null && !isBlank(cells[column])).map((column) => odd(cells, column));
}

/** Days that cannot be read, and days in an order in which the procedure cannot have taken them. */
export function dateReasons<Column extends string>(columns: readonly Column[], cells: CellsOf<Column>, dates: Readonly<Record<Column, string | null>>, today: string): readonly string[] {
  const unread = columns.filter((column) => dates[column] === null && !isBlank(cells[column]))
    .map((column) => `${day.safeParse(cells[column]).success && cells[column] > today ? 'date-in-future' : 'date-unreadable'}:${column}`);
  let latest: Column | null = null;
  const order: string[] = [];
  for (const column of columns) {
    const date = dates[column];
    if (date === null) continue;
    if (latest === null || date > dates[latest]!) latest = column;
    else if (date < dates[latest]!) order.push(`order:${latest}>${column}`);
  }
  return [...unread, ...order];
}

/** BIP codes have eight digits; other codes are the regional government's own. */
export function codeOf(cell: string): { readonly scheme: 'BIP' | 'INITIATIVE'; readonly value: string } | null {
  const value = cell.slice(0, 60);
  return isBlank(value) ? null : { scheme: /^\d{8}$/.test(value) ? 'BIP' : 'INITIATIVE', value };
}
