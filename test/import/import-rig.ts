import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { columns, type Column } from '../../src/cases/import/gore-register/columns.js';
import type { ImportReport, ReportedRow } from '../../src/cases/import/import-report.js';
import { RegisterImport, type ImportRequest } from '../../src/cases/import/register-import.js';
import { RowCorrector } from '../../src/cases/import/row-corrector.js';
import { RowWriter } from '../../src/cases/import/row-writer.js';
import { NextActs } from '../../src/cases/view/next.js';
import { TaskViews } from '../../src/cases/view/task-views.js';
import { CaseViewer } from '../../src/cases/view/case-view.js';
import { CaseReader, type JournalLine } from '../../src/engine/case-reader.js';
import { Powers } from '../../src/governance/powers/powers.js';
import { EngineRig } from '../support/engine-rig.js';

export type SampleRow = Record<Column, string>;

export const sampleFile = fileURLToPath(new URL('sample-register.csv', import.meta.url));

/** The invented register, as rows to be changed. */
export function sampleRows(changes: Partial<SampleRow> = {}): SampleRow[] {
  const rows: SampleRow[] = parse(readFileSync(sampleFile), { columns: true });
  return rows.map((row) => Object.assign(row, changes));
}

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export function csvOf<Name extends string>(rows: readonly Readonly<Record<Name, string>>[], header: readonly Name[] = columns as readonly string[] as readonly Name[]): string {
  return `${[header.join(','), ...rows.map((row) => header.map((column) => cell(row[column])).join(','))].join('\n')}\n`;
}

/** An importer on a database of its own, with files of its own. */
export class ImportRig extends EngineRig {
  readonly folder = mkdtempSync(join(tmpdir(), 'convenio-import-'));
  registers!: RegisterImport;
  viewer!: CaseViewer;
  reader!: CaseReader;

  constructor(startsAt: string) {
    super(startsAt);
    beforeAll(() => {
      const { directory } = this;
      const { dataSource } = this.db;
      const powers = new Powers(dataSource, directory);
      const writer = new RowWriter(this.engine, this.clockwork, new RowCorrector(this.engine, this.rectifier), directory, this.tools);
      this.registers = new RegisterImport(this.engine, writer, directory, powers, this.tools);
      this.reader = new CaseReader(dataSource, this.catalogue, this.surroundings, this.clockwork, this.tools);
      this.viewer = new CaseViewer(dataSource, this.reader, directory, new TaskViews(powers, this.assembly.sessions), new NextActs(this.reader, powers));
    });
    afterAll(() => rmSync(this.folder, { recursive: true }));
  }

  import(file: string, more: Partial<ImportRequest> = {}): Promise<ImportReport> {
    return this.registers.run({ file, map: 'gore-register', official: 'admin.subdere', mode: 'write', ...more });
  }

  importRows(rows: readonly SampleRow[], more: Partial<ImportRequest> = {}): Promise<ImportReport> {
    return this.import(this.file('rows.csv', csvOf(rows)), more);
  }

  /** A file in the rig's folder; its path. */
  file(name: string, content: string | Buffer): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return path;
  }

  async lines(caseId: string): Promise<readonly JournalLine[]> {
    return (await this.reader.journal(caseId)).map(({ text }) => JSON.parse(text) as JournalLine);
  }

  /** The past of a case as one sentence a line: day, type, flags. */
  async past(caseId: string): Promise<readonly string[]> {
    return (await this.lines(caseId)).map(({ occurredOn, type, flags }) => [occurredOn, type, ...flags].join(' '));
  }

  async state(caseId: string): Promise<string> {
    const [row] = await this.db.query<{ state: string[] }>('SELECT state FROM cases WHERE id = $1', [caseId]);
    return row.state.join();
  }

  async count(table: 'cases' | 'import_row' | 'journal' | 'institution' | 'identifier'): Promise<number> {
    const [row] = await this.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
    return row.n;
  }
}

export function rowOf({ rows }: ImportReport, row: number): ReportedRow {
  return rows.find((one) => one.row === row)!;
}
