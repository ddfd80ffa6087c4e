import { Inject, Injectable } from '@nestjs/common';
import { localDate, placeOf } from '../../calendar/place.js';
import type { Definition } from '../../engine/case-reader.js';
import { Engine } from '../../engine/engine.service.js';
import { Tools } from '../../engine/tools.js';
import { Directory } from '../../governance/directory.js';
import { Powers } from '../../governance/powers/powers.js';
import type { Importer } from './attesting.js';
import type { Gazetteer } from './gazetteer.js';
import { ImportFault } from './import-fault.js';
import { reportOf, type ImportReport, type ReportedRow } from './import-report.js';
import type { ImportRun, RowResult } from './import-run.js';
import { knownHashes, hashOfCells } from './import-store.js';
import { maps, type RegisterMap } from './maps.js';
import { checkShape, readRows, type Shape } from './register-file.js';
import type { RegisterRow } from './row-plan.js';
import { RowWriter } from './row-writer.js';

export interface ImportRequest {
  readonly file: string;
  /** Name of the kind of register. */
  readonly map: string;
  /** Username of the official who imports, and attests. */
  readonly official: string;
  /** `rehearse` writes nothing and reports the same. */
  readonly mode: 'write' | 'rehearse';
  /** Bytes; the largest file taken. */
  readonly largest?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Imports registers of the past: first the shape of the whole file, then its rows, one transaction each. A rerun finishes what a stop left. */
@Injectable()
export class RegisterImport {
  constructor(
    @Inject(Engine) private readonly engine: Engine, @Inject(RowWriter) private readonly writer: RowWriter, @Inject(Directory) private readonly directory: Directory,
    @Inject(Powers) private readonly powers: Powers, @Inject(Tools) private readonly tools: Tools,
  ) {}

  /** @throws ImportFault when the file is not such a register, GovernanceRefusal `not-empowered`; nothing is written then. */
  async run(request: ImportRequest): Promise<ImportReport> {
    const { file, official, mode } = request;
    const asked = mapOf(request.map);
    const importer: Importer = { official, power: await this.powers.requireImport(official, localDate(this.tools.clock.now(), placeOf(null).zone)) };
    // The columns say which register it is, whatever its name in the command.
    const shape = await checkShape(file, [asked.shape, ...Object.values(maps).map((one) => one.shape)], request.largest);
    const map = Object.values(maps).find((one) => one.shape === shape.found) ?? asked;
    const names = await this.gazetteer(await this.regionOf(importer, shape));
    const definitionOf = (workflow: string): Definition => this.definitionOf(workflow);
    const today = localDate(this.tools.clock.now(), placeOf(names.region).zone);
    const source = `${map.name}:gore-${names.region}`;
    return this.rows({ source, definitionOf, importer, mode, plan: (row) => map.plan(row, { definitionOf, names, today }) }, map, shape, request);
  }

  private definitionOf(workflow: string): Definition {
    const definition = this.engine.catalogue.latest(workflow);
    if (!definition) throw new Error(`the catalogue has no ${workflow}`);
    return definition;
  }

  private async rows(run: ImportRun, map: RegisterMap, { rows: total }: Shape, { file, onProgress }: ImportRequest): Promise<ImportReport> {
    const known = await this.engine.transact((client) => knownHashes(client, run.source));
    const seen = new Set<string>();
    const rows: ReportedRow[] = [];
    for await (const row of readRows(file, map.shape)) {
      const name = `${row.sheet}/${row.row}`;
      const before = known.get(name);
      const result = unfit(row, seen) ?? (before?.hash === hashOfCells(row) ? unchanged(before.caseId) : await this.writer.write(run, row));
      seen.add(name);
      rows.push({ sheet: row.sheet, row: /^\d{1,9}$/.test(row.row) ? Number(row.row) : row.row, case: result.caseId, result: result.result, reasons: result.reasons });
      onProgress?.(rows.length, total);
    }
    return reportOf(rows);
  }

  /** The register is that of the importer's own regional government, or of the region most of its communes lie in. */
  private async regionOf({ power }: Importer, { regions, rows }: Shape): Promise<string> {
    const own = await this.directory.institution(power.institution);
    const most = mostOf(regions);
    if (own?.kind === 'regional-government' && own.territory !== null) {
      if (most !== null && most !== own.territory) throw new ImportFault('region-foreign', { region: most, institution: own.name, own: own.territory });
      return own.territory;
    }
    if (most !== null) return most;
    throw new ImportFault('region-unknown', { regions: [...regions.keys()].toSorted().join(', ') || '–', rows });
  }

  private async gazetteer(region: string): Promise<Gazetteer> {
    const inRegion = ({ code }: { readonly code: string }): boolean => code.startsWith(region);
    const communes = (await this.directory.territories({ level: 'commune' })).filter(inRegion);
    const provinces = (await this.directory.territories({ level: 'province' })).filter(inRegion);
    const institutions = new Map((await this.directory.allInstitutions()).map((one) => [one.code, one]));
    return { region, communes, provinces, institutions };
  }
}

function mapOf(name: string): RegisterMap {
  const map = Object.hasOwn(maps, name) ? maps[name] : undefined;
  if (!map) throw new ImportFault('map-unknown', { map: name, maps: Object.keys(maps).join(', ') });
  return map;
}

/** The region in which more than half of the rows with a commune lie. */
function mostOf(regions: Shape['regions']): string | null {
  const [most] = [...regions].toSorted(([, one], [, other]) => other - one);
  return most && most[1] * 2 > [...regions.values()].reduce((sum, n) => sum + n, 0) ? most[0] : null;
}

/** A row that cannot become a case: nothing would tell it from others when the file comes again. */
function unfit({ sheet, row }: RegisterRow, seen: ReadonlySet<string>): RowResult | null {
  if (sheet === '' || row === '') return { caseId: null, result: 'rejected', reasons: ['row-unidentified'] };
  return seen.has(`${sheet}/${row}`) ? { caseId: null, result: 'rejected', reasons: ['row-repeated'] } : null;
}

function unchanged(caseId: string): RowResult {
  return { caseId, result: 'unchanged', reasons: [] };
}
