import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { columns, type Column } from '../../src/cases/import/gore-amendments/columns.js';
import type { ImportReport, ReportedRow } from '../../src/cases/import/import-report.js';
import { sayReasonOfRow } from '../../src/cases/import/words.js';
import { firstBrokenLine } from '../../src/engine/core/journal-line.js';
import { csvOf, ImportRig, rowOf, sampleFile } from './import-rig.js';

type Row = Record<Column, string>;

const file = fileURLToPath(new URL('sample-amendments.csv', import.meta.url));
const rig = new ImportRig('2026-03-02T15:00:00.000Z');
const map = { map: 'gore-amendments' };
let register: ImportReport;
let rehearsed: ImportReport;
let report: ImportReport;
const caseOf = (row: number): string => rowOf(report, row).case!;
const sampleRows = (): Row[] => parse(readFileSync(file), { columns: true });
const rectified = async (id: string): Promise<readonly unknown[]> => (await rig.lines(id)).filter(({ type }) => type === 'rectification').map(({ data }) => data['corrects']);
const numberOf = async (id: string): Promise<string> => (await rig.viewer.view(id, 'admin.subdere', 'es')).number;

beforeAll(async () => {
  rig.clock.stop('2026-03-02T15:00:00.000Z');
  register = await rig.import(sampleFile);
  rehearsed = await rig.import(file, { ...map, mode: 'rehearse' });
  report = await rig.import(file, map);
}, 60_000);

describe('The invented register of amendments and hand-overs', () => {
  it('becomes a case a hand-over; an amendment is told on its agreement’s case, or on one of its own', () => {
    const results = report.rows.map(({ result }) => result);
    expect(results).toEqual([
      ...Array.from({ length: 6 }, () => 'created'), 'updated', 'updated', 'created', 'created', 'updated', 'created', 'updated', 'updated', 'rejected',
    ]);
    expect(report).toMatchObject({ created: 9, updated: 5, unchanged: 0, rejected: 1 });
  });

  it.each([
    [1, ['not-in-register:inventory']],
    [2, ['not-in-register:inventory', 'no-dates']],
    [4, ['not-in-register:inventory']],
    [5, ['odd-word:item=05/06/07', 'not-in-register:inventory', 'date-missing:sent_date', 'number-missing:sent_letter_no']],
    [6, ['status:NO SE FIRMO', 'no-dates']],
    [7, []],
    [8, ['date-missing:sent_date', 'number-missing:sent_letter_no']],
    [10, ['commune-unknown:QUILON', 'not-in-register:agreement']],
    [11, []],
    [12, ['bip-missing', 'resolution-type-missing', 'unit-unknown:UNIVERSIDAD INVENTADA', 'not-in-register:agreement']],
    [13, ['status:NO SE FIRMO', 'no-dates']],
    [14, ['about-several:2']],
    [15, ['agreement-type-unknown:COMODATO']],
  ])('row %i: %j', (row, reasons) => {
    expect(rowOf(report, row).reasons.filter((reason) => reason !== 'not-in-register:councilVote')).toEqual(reasons);
  });

  it.each([
    [1, 'delivery'], [2, 'approval.councilVote'], [3, 'approval.signature'], [4, 'approval.sending'], [5, 'delivery'], [6, 'notConcluded'],
    [7, 'performing.inForce'], [8, 'performing.inForce'], [9, 'performing.amending.review.reviewing'], [10, 'performing.inForce'], [12, 'performing.amending.resolution'],
  ])('row %i stands at %s', async (row, state) => {
    expect(await rig.state(caseOf(row))).toBe(state);
  });

  it('is known by its columns, whatever it is called; the same again changes nothing', async () => {
    const lines = await rig.count('journal');
    for (const name of ['gore-amendments', 'gore-register']) expect(await rig.import(file, { map: name })).toMatchObject({ created: 0, updated: 0, unchanged: 14, rejected: 1 });
    expect(await rig.import(sampleFile, map)).toMatchObject({ created: 0, updated: 0, unchanged: 29 });
    expect(await rig.count('journal')).toBe(lines);
  });

  it('rehearsed, says the same of every row that no other row of the file comes before', () => {
    const [before, after] = [rehearsed, report].map(({ rows }) => rows.filter(({ row }) => row !== 11).map(({ row, result, reasons }) => [row, result, reasons]));
    expect(before).toEqual(after);
    expect(rowOf(rehearsed, 11)).toMatchObject({ result: 'created' });
  });

  it('tells its reasons in words, tells nobody else, and every chain and view holds', async () => {
    for (const code of new Set(report.reasons.map(({ reason }) => reason.split(':')[0]))) {
      expect(sayReasonOfRow('es', code)).not.toBe(code);
      expect(sayReasonOfRow('en', code)).not.toBe(sayReasonOfRow('es', code));
    }
    expect(await rig.db.query(`SELECT id FROM dispatch WHERE kind <> 'link'`)).toEqual([]);
    for (const { case: id } of report.rows) {
      if (id === null) continue;
      const journal = await rig.reader.journal(id);
      expect(firstBrokenLine(journal)).toBeNull();
      expect(await rig.viewer.view(id, 'admin.subdere', 'es')).toMatchObject({ id, seq: journal.length });
    }
  });
});

describe('A hand-over of the past', () => {
  it('has each act on its day, with what is behind it; what the register lacks is said, not made up', async () => {
    expect(await rig.past(caseOf(1))).toEqual([
      '2024-07-10 case.opened dateImplied',
      '2024-07-10 inventory.finish not-in-register dateImplied',
      '2024-07-10 draft.finish dateImplied',
      '2024-07-10 councilVote.except not-in-register dateImplied',
      '2024-07-10 signature.sign',
      '2024-07-25 signature.sign dateImplied',
      '2024-07-25 resolution.issue',
      '2024-07-26 agreement.send',
    ]);
    const lines = await rig.lines(caseOf(1));
    expect(lines.find(({ type }) => type === 'inventory.finish')).toMatchObject({ data: { goods: [], openPoints: [] }, source: 'imported', recordedBy: 'admin.subdere' });
    expect(lines.find(({ type }) => type === 'resolution.issue')).toMatchObject({ data: { nature: 'exenta' }, instrument: { kind: 'resolución', number: '801', date: '2024-07-25' } });
    expect(lines.find(({ type }) => type === 'agreement.send')).toMatchObject({ instrument: { kind: 'oficio', number: '901', date: '2024-07-26' } });
    expect((await rig.viewer.view(caseOf(1), 'admin.subdere', 'es')).data).toMatchObject({ goods: [], amount: null, resolution: 'exenta', sentOn: '2024-07-26' });
  });

  it('only sent to be signed stands there, on the day of the import for want of any', async () => {
    expect(await rig.past(caseOf(2))).toEqual([
      '2026-03-02 case.opened dateImplied no-dates', '2026-03-02 inventory.finish not-in-register dateImplied', '2026-03-02 draft.finish dateImplied', '2026-03-02 draft.send dateImplied',
    ]);
  });

  it('is linked to the agreement it came from, where that was imported', async () => {
    const agreement = rowOf(register, 12).case!;
    expect((await rig.viewer.view(caseOf(1), 'admin.subdere', 'es')).links).toEqual([expect.objectContaining({ relation: 'hands-over', direction: 'to', case: agreement })]);
    expect((await rig.viewer.view(caseOf(2), 'admin.subdere', 'es')).links).toEqual([]);
  });
});

describe('An amendment of the past', () => {
  it('goes on in its agreement’s case, whose terms it leaves as they were where it does not say otherwise', async () => {
    expect(caseOf(7)).toBe(rowOf(register, 2).case);
    expect((await rig.past(caseOf(7))).slice(10)).toEqual([
      '2024-07-10 amendment.propose dateImplied',
      '2024-07-10 draft.finish kindImplied dateImplied',
      '2024-07-10 councilVote.except not-in-register dateImplied',
      '2024-07-10 signature.sign',
      '2024-07-25 signature.sign dateImplied',
      '2024-07-25 resolution.issue',
      '2024-07-26 agreement.send',
    ]);
    const view = await rig.viewer.view(caseOf(7), 'admin.subdere', 'es');
    expect(view.data).toMatchObject({ amount: 95_000_000, amendments: 1, kind: 'transfer', resolution: 'exenta' });
    expect(view.identifiers).toEqual(expect.arrayContaining([
      { scheme: 'REGISTER', value: 'ejemplo/2' }, { scheme: 'REGISTER', value: 'modificaciones y entregas/7' }, { scheme: 'RES', value: '702' }, { scheme: 'RES-AMEND', value: '807' },
    ]));
    expect((await rig.past(caseOf(8))).slice(-3)).toEqual(['2024-07-25 review.enter dateImplied', '2024-07-25 review.clearWithRemarks dateImplied', '2024-07-25 agreement.send dateImplied']);
  });

  it('dated before the agreement was sent keeps its dates, out of order', async () => {
    expect([rowOf(register, 1).case, rowOf(register, 22).case]).toContain(caseOf(14));
    expect((await rig.past(caseOf(14))).filter((line) => line.includes('amendment.propose'))).toEqual(['2024-03-10 amendment.propose dateImplied order']);
  });

  it('that the agreement’s state does not take has a case of its own, linked to it', async () => {
    const agreement = rowOf(register, 6).case!;
    expect(rowOf(report, 9).reasons).toContain(`amends-apart:${await numberOf(agreement)}`);
    expect(await rig.state(agreement)).toBe('approval.review.reviewing');
    expect((await rig.viewer.view(caseOf(9), 'admin.subdere', 'es')).links).toEqual([expect.objectContaining({ relation: 'amends', direction: 'to', case: agreement })]);
  });

  it('of an agreement no register shows: it is recorded as in force, and nothing of what came before; the next one goes on there', async () => {
    expect((await rig.past(caseOf(10))).slice(0, 3)).toEqual([
      '2024-07-10 case.opened dateImplied commune-unknown:QUILON', '2024-07-10 agreement.record not-in-register dateImplied', '2024-07-10 amendment.propose dateImplied',
    ]);
    const [, record] = await rig.lines(caseOf(10));
    expect(record).toMatchObject({ data: { kind: null, endsOn: null, resolution: null }, instrument: null });
    expect(caseOf(11)).toBe(caseOf(10));
    const { data } = await rig.viewer.view(caseOf(10), 'admin.subdere', 'es');
    expect(data).toMatchObject({ amount: null, amendments: 2, coreVote: 'pending' });
  });
});

describe('A row that reads otherwise', () => {
  let sheet = 0;
  /** Another row of the sample each time, so that no story meets the case of the one before. */
  async function corrected(row: number, changes: Partial<Row>): Promise<ReportedRow> {
    sheet += 1;
    const original = { ...sampleRows()[row - 1], source_row: `${100 + sheet}` };
    const named = (rows: readonly Row[]): Promise<ImportReport> => rig.import(rig.file('rows.csv', csvOf(rows, columns)), { ...map, official: 'investment.gore-16' });
    expect((await named([original])).rejected).toBe(0);
    const again = await named([{ ...original, ...changes }]);
    const result = rowOf(again, 100 + sheet);
    expect(firstBrokenLine(await rig.reader.journal(result.case!))).toBeNull();
    return result;
  }

  it('of a hand-over: its lines are rectified, and what it says in addition is sent', async () => {
    const { result, case: id } = await corrected(4, { resolution_date: '2024-07-29', status: 'ENVIADO AL SERVICIO', sent_letter_no: '904', sent_date: '2024-07-30' });
    expect(result).toBe('updated');
    expect(await rig.state(id!)).toBe('delivery');
    expect((await rectified(id!)).length).toBeGreaterThan(0);
  });

  it('of an amendment told on its agreement’s case: the lines of that case', async () => {
    const { result, case: id, reasons } = await corrected(7, { resolution_date: '2024-07-26' });
    expect(result).toBe('updated');
    expect(id).toBe(rowOf(register, 2).case);
    expect(reasons).toEqual(['not-in-register:councilVote']);
    const told = await rectified(id!);
    expect(told).toHaveLength(2);
    expect((await rig.viewer.view(id!, 'admin.subdere', 'es')).data).toMatchObject({ amendments: 2 });
  });

  it('an amendment turned into a hand-over cannot be rectified', async () => {
    const { result, reasons } = await corrected(10, { agreement_type: 'CONVENIO DE TRANSFERENCIA DE BIENES' });
    expect(result).toBe('rejected');
    expect(reasons).toContain('not-correctable:amendment');
  });

  it('an agreement’s own row, amended since, is still rectified', async () => {
    const rows: Record<string, string>[] = parse(readFileSync(sampleFile), { columns: true });
    const header = Object.keys(rows[0]);
    const changed = rig.file('register.csv', csvOf([{ ...rows[2], approval_resolution_no: '7030' }], header));
    expect(await rig.import(changed)).toMatchObject({ updated: 1 });
    expect(await rig.state(rowOf(register, 3).case!)).toBe('performing.inForce');
  });
});
