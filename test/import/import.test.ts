import { firstBrokenLine } from '../../src/engine/core/journal-line.js';
import { ImportRig, rowOf, sampleFile, sampleRows } from './import-rig.js';
import type { ImportReport } from '../../src/cases/import/import-report.js';
import { sayReasonOfRow } from '../../src/cases/import/words.js';

const rig = new ImportRig('2026-03-02T15:00:00.000Z');
let report: ImportReport;
const caseOf = (row: number): string => rowOf(report, row).case!;

let rehearsed: ImportReport;
let afterRehearsal: readonly number[];

beforeAll(async () => {
  rig.clock.stop('2026-03-02T15:00:00.000Z');
  const written = async (): Promise<readonly number[]> => Promise.all([rig.count('cases'), rig.count('import_row'), rig.count('institution')]);
  const before = await written();
  rehearsed = await rig.import(sampleFile, { mode: 'rehearse' });
  afterRehearsal = (await written()).map((n, index) => n - before[index]);
  report = await rig.import(sampleFile);
}, 60_000);

/** A report without the identities of cases: a rehearsal's are gone. */
function plain({ rows, ...counts }: ImportReport): unknown {
  return { ...counts, rows: rows.map(({ row, result, reasons }) => ({ row, result, reasons })) };
}

it('A rehearsal reports the same and writes nothing', () => {
  expect(afterRehearsal).toEqual([0, 0, 0]);
  expect(plain(rehearsed)).toEqual(plain(report));
});

describe('The invented register', () => {
  it('becomes a case a row, each odd row flagged with its reasons', () => {
    const { created, updated, unchanged, flagged, rejected } = report;
    expect({ created, updated, unchanged, rejected }).toEqual({ created: 29, updated: 0, unchanged: 0, rejected: 0 });
    expect(flagged).toBe(report.rows.filter(({ reasons }) => reasons.length > 0).length);
    expect(report.flaggedForGapsOnly).toBe(report.rows.filter(({ reasons }) => reasons.length > 0 && reasons.every((reason) => reason.startsWith('not-in-register:'))).length);
    expect(report.reasons).toContainEqual({ reason: 'not-in-register:coreVote', kind: 'gap', n: 2 });
  });

  it.each([
    [1, []],
    [4, ['date-missing:cgr_date']],
    [7, ['status:NO SE FIRMO']],
    [8, ['status:ENCOMENDADO DIT']],
    [9, ['status:RS NO VIGENTE', 'not-in-register:coreVote']],
    [10, ['status:INGRESARÁ A RE']],
    [11, ['initiative-missing', 'amount-missing', 'bip-missing', 'status-missing', 'commune-missing', 'unit-missing', 'no-dates']],
    [12, ['order:core_date>signature_date']],
    [13, ['date-unreadable:cgr_date']],
    [14, ['date-rewritten:sent_date']],
    [15, ['unit-unknown:CORPORACIÓN INVENTADA DE MÚSICA']],
    [17, ['status:QUIEN SABE', 'commune-unknown:VILLA NINGUNA']],
    [18, ['commune-is-province:PUNILLA']],
    [19, ['date-missing:signature_date']],
    [20, ['odd-word:approval_resolution_no=EN ELABORACION']],
    [21, ['unit-misspelt:MUNICIPALIDAD DE QUILON']],
    [23, ['unit-elsewhere:MUN. CH VIEJO']],
    [24, ['cgr-status-missing']],
    [25, ['status:NO SE FIRMO', 'contradiction:agreement_status/signature_date']],
    [26, ['date-in-future:approval_resolution_date']],
    [27, ['odd-word:amount_thousand_clp=95.000']],
    [28, ['not-in-register:coreVote']],
    [29, ['order:core_date>allocation_date']],
  ])('row %i: %j', (row, reasons) => {
    expect(rowOf(report, row).reasons.filter((reason) => reason !== 'not-in-register:councilVote')).toEqual(reasons);
  });

  it.each([
    [1, 'performing.inForce'], [2, 'performing.inForce'], [3, 'performing.inForce'], [4, 'performing.inForce'], [5, 'approval.review.objected'], [6, 'approval.review.reviewing'],
    [7, 'neverSigned'], [8, 'approval.allocation.resolving'], [9, 'approval.drafting'], [11, 'initiative'], [20, 'approval.resolution'], [16, 'approval.sending'], [25, 'approval.sending'],
  ])('row %i stands at %s', async (row, state) => {
    expect(await rig.state(caseOf(row))).toBe(state);
  });

  it('tells its reasons in words, in both languages', () => {
    for (const code of new Set(report.reasons.map(({ reason }) => reason.split(':')[0]))) {
      expect(sayReasonOfRow('es', code)).not.toBe(code);
      expect(sayReasonOfRow('en', code)).not.toBe(sayReasonOfRow('es', code));
    }
  });
});

describe('The past of a row', () => {
  it('has each event on its day; what the register has no column for takes the next date; what ended in between has expired on its own', async () => {
    expect(await rig.past(caseOf(1))).toEqual([
      '2024-03-05 case.opened dateImplied',
      '2024-03-05 proposal.present dateImplied',
      '2024-03-05 coreVote.certify',
      '2024-03-05 allocation.resolve',
      '2024-04-10 draft.finish kindImplied dateImplied',
      '2024-04-10 councilVote.except not-in-register dateImplied',
      '2024-04-10 signature.sign',
      '2024-04-24 signature.sign dateImplied',
      '2024-04-24 resolution.issue',
      '2024-05-03 deadline.expired',
      '2024-05-20 agreement.send',
    ]);
    expect(await rig.past(caseOf(2))).not.toContainEqual(expect.stringContaining('deadline.expired'));
  });

  it('is attested by the importer, with the act behind each line, and counts nobody counted are not made up', async () => {
    const lines = await rig.lines(caseOf(3));
    for (const line of lines) expect(line).toMatchObject({ source: 'imported', attested: true, recordedBy: 'admin.subdere', power: { institution: 'subdere', office: 'admin' }, recordedAt: '2026-03-02T15:00:00.000Z' });
    expect(lines.find(({ type }) => type === 'coreVote.certify')).toMatchObject({
      data: { sitting: '2024-03-05', result: 'approved' }, instrument: { kind: 'certificado', number: '41', date: '2024-03-05' }, actor: { office: 'core-secretary', institution: 'gore-16' },
    });
    expect(lines.find(({ type }) => type === 'resolution.issue')).toMatchObject({ data: { nature: 'afecta' }, instrument: { kind: 'resolución', number: '703' } });
    expect(lines.map(({ type }) => type)).toEqual(expect.arrayContaining(['review.enter', 'review.clearWithRemarks', 'agreement.send']));
    expect(lines.find(({ type }) => type === 'draft.finish')).toMatchObject({ data: { kind: 'mandate', amount: 820_000_000, text: null } });
  });

  it('needs no agreement of the concejo below 500 UTM, or of a body that has none', async () => {
    for (const row of [15, 16, 18, 28]) expect(rowOf(report, row).reasons).not.toContain('not-in-register:councilVote');
    expect(rowOf(report, 5).reasons).toContain('not-in-register:councilVote');
    expect(rowOf(report, 27).reasons).toContain('not-in-register:councilVote');
  });

  it('out of order keeps its dates and starts no deadline', async () => {
    expect(await rig.past(caseOf(12))).toEqual(expect.arrayContaining(['2024-04-20 coreVote.certify', '2024-04-10 signature.sign order', '2024-04-24 resolution.issue']));
    expect(await rig.past(caseOf(29))).toContain('2024-02-13 allocation.resolve order');
    const started = await rig.db.query(`SELECT DISTINCT d.name FROM deadline d JOIN journal j ON j.case_id = d.case_id AND j.seq = d.started_seq WHERE j.text::jsonb->'flags' ? 'order'`);
    expect(started).toEqual([]);
  });

  it('without any date begins on the day of the import; a review under way keeps its own expiry', async () => {
    expect(await rig.past(caseOf(11))).toEqual([expect.stringContaining('2026-03-02 case.opened dateImplied initiative-missing')]);
    expect((await rig.past(caseOf(6))).at(-1)).toBe('2024-05-17 deadline.expired');
  });

  it('leaves nothing ended to the clockwork, tells nobody, and every chain and every view holds', async () => {
    expect(await rig.db.query(`SELECT name FROM deadline WHERE status = 'running' AND ends_at <= $1`, [rig.clock.now()])).toEqual([]);
    expect(await rig.db.query('SELECT id FROM dispatch')).toEqual([]);
    for (const { case: id } of report.rows) {
      const journal = await rig.reader.journal(id!);
      expect(firstBrokenLine(journal)).toBeNull();
      const days = (await rig.lines(id!)).filter(({ flags }) => !flags.includes('order')).map(({ occurredOn }) => occurredOn);
      expect(days).toEqual(days.toSorted());
      const view = await rig.viewer.view(id!, 'admin.subdere', 'es');
      expect(view).toMatchObject({ id, seq: journal.length });
      expect(view.next.some(({ allowed }) => allowed)).toBe(view.status === 'open');
    }
  });

  it('can be searched by its numbers, and several cases share a BIP code', async () => {
    const found = await rig.db.query<{ scheme: string; n: number }>(`SELECT scheme, count(*)::int AS n FROM identifier WHERE value IN ('49900001', 'CVC-XX-01', '703', 'ejemplo/3') GROUP BY scheme ORDER BY scheme`);
    expect(found).toEqual([{ scheme: 'BIP', n: 2 }, { scheme: 'INITIATIVE', n: 1 }, { scheme: 'REGISTER', n: 1 }, { scheme: 'RES', n: 1 }]);
  });

  it('names the unit it does not know, flagged', async () => {
    expect(await rig.db.query(`SELECT code, level, flag FROM institution WHERE code LIKE 'unit-%' ORDER BY code`)).toEqual([
      { code: 'unit-corporacion-inventada-de-musica', level: 'other', flag: 'unit' }, { code: 'unit-sin-identificar', level: 'other', flag: 'unit' },
    ]);
  });
});

describe('The same file again', () => {
  it('changes nothing', async () => {
    const lines = await rig.count('journal');
    expect(await rig.import(sampleFile)).toMatchObject({ created: 0, updated: 0, unchanged: 29, flagged: 0, rejected: 0 });
    expect(await rig.count('journal')).toBe(lines);
  });

  it('by an official of the region, with rows twice and rows without a name', async () => {
    const rows = sampleRows();
    const again = await rig.importRows([rows[0], rows[0], { ...rows[1], source_row: '' }], { official: 'investment.gore-16' });
    expect(again.rows.map(({ result, reasons: [reason = ''] }) => `${result} ${reason}`)).toEqual(['unchanged ', 'rejected row-repeated', 'rejected row-unidentified']);
  });
});
