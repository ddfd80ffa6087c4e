import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform, pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { ImportFault } from './import-fault.js';
import type { RegisterRow } from './row-plan.js';

/** What a register's file must look like. */
export interface FileShape {
  /** Names of its columns; they may stand in any order. */
  readonly columns: readonly string[];
  /** By what a row is known: its sheet, which a column names or which is the only one; and the column of its number there. */
  readonly sheet: { readonly column: string } | { readonly name: string };
  readonly row: string;
  /** The one with commune codes, which tell whose register it is. */
  readonly commune: string;
}

export interface Shape {
  /** Of those it might have, the one that its columns have; the first where they have none. */
  readonly found: FileShape;
  readonly rows: number;
  /** How many rows lie in each region. */
  readonly regions: ReadonlyMap<string, number>;
}

/** The largest file taken: a register of a decade has a hundredth of it. */
export const LARGEST_FILE = 50_000_000;

/** First pass: the shape of the whole file, which is to be one of these. @throws ImportFault */
export async function checkShape(path: string, shapes: readonly [FileShape, ...FileShape[]], largest = LARGEST_FILE): Promise<Shape> {
  await checkSize(path, largest);
  const regions = new Map<string, number>();
  let [found] = shapes;
  // By itself: a header of another kind of file explains the faults of the lines below it.
  for await (const { cells } of records(path, { to: 1 })) {
    found = shapes.find((shape) => isHeaderOf(cells, shape)) ?? found;
    checkHeader(cells, found);
  }
  let rows = 0;
  let header: readonly string[] | undefined;
  for await (const { cells, line } of records(path)) {
    if (!header) {
      header = cells;
      continue;
    }
    if (cells.length !== header.length) throw new ImportFault('row-width', { line, found: cells.length, expected: header.length });
    const region = /^(\d\d)\d{3}$/.exec(cells[header.indexOf(found.commune)] ?? '')?.[1];
    if (region) regions.set(region, (regions.get(region) ?? 0) + 1);
    rows += 1;
  }
  if (!header) throw new ImportFault('empty', { path });
  if (rows === 0) throw new ImportFault('no-rows', { path });
  return { found, rows, regions };
}

/** Second pass: its rows, as they come. */
export async function* readRows(path: string, shape: FileShape): AsyncGenerator<RegisterRow> {
  let header: readonly string[] | undefined;
  for await (const { cells } of records(path)) {
    if (!header) {
      header = cells;
      continue;
    }
    const row = Object.fromEntries(header.map((name, index) => [name, cells[index] ?? '']));
    const { sheet } = shape;
    yield { sheet: 'name' in sheet ? sheet.name : (row[sheet.column] ?? ''), row: row[shape.row] ?? '', cells: row };
  }
}

interface FileRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

async function* records(path: string, part: { readonly to?: number } = {}): AsyncGenerator<FileRecord> {
  const parser = parse({ ...part, bom: true, trim: true, skip_empty_lines: true, relax_column_count: true, info: true, max_record_size: 1_000_000 });
  // The callback is for the errors of the two streams before: without it they would end the process, not this loop.
  pipeline(createReadStream(path), utf8(), parser, () => undefined);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) yield { cells: record, line: info.lines };
  } catch (error) {
    throw error instanceof CsvError ? malformed(error) : error;
  }
}

/** Text as UTF-8 and nothing else: a wrong encoding must not become question marks in the names of people and places. */
function utf8(): Transform {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let bytes = 0;
  const decode = (chunk: Buffer | undefined, done: (error: Error | null, text?: string) => void): void => {
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      done(new ImportFault('not-utf8', { near: bytes }));
      return;
    }
    bytes += chunk?.length ?? 0;
    done(text.includes('\0') ? new ImportFault('not-text', { near: bytes }) : null, text);
  };
  return new Transform({ decodeStrings: true, transform: (chunk: Buffer, _encoding, done) => decode(chunk, done), flush: (done) => decode(undefined, done) });
}

function malformed(error: CsvError): ImportFault {
  const line = Number(error['lines'] ?? 0);
  return error.code === 'CSV_MAX_RECORD_SIZE' ? new ImportFault('row-endless', { line }) : new ImportFault('malformed', { line, code: error.code });
}

async function checkSize(path: string, largest: number): Promise<void> {
  const file = await open(path, 'r').catch(() => null);
  if (!file) throw new ImportFault('unreadable', { path });
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new ImportFault('unreadable', { path });
    if (stat.size > largest) throw new ImportFault('too-large', { size: megabytes(stat.size), largest: megabytes(largest) });
  } finally {
    await file.close();
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0);
}

function isHeaderOf(found: readonly string[], { columns }: FileShape): boolean {
  return found.length === columns.length && columns.every((name) => found.includes(name));
}

function checkHeader(found: readonly string[], { columns }: FileShape): void {
  const missing = columns.filter((name) => !found.includes(name));
  const unknown = found.filter((name, index) => !columns.includes(name) || found.indexOf(name) !== index);
  if (missing.length === 0 && unknown.length === 0) return;
  if (found.length === 1 && found[0]?.includes(';')) throw new ImportFault('semicolons');
  throw new ImportFault('header', { missing: listed(missing), unknown: listed(unknown) });
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return '–';
  const shown = names.slice(0, 8).map((name) => name.slice(0, 40)).join(', ');
  return names.length > 8 ? `${shown} … (${names.length})` : shown;
}
