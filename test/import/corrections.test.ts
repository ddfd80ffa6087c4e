import { firstBrokenLine } from '../../src/engine/core/journal-line.js';
import { milestonesOf } from '../../src/cases/durations/milestones.js';
import { ImportRig, rowOf, sampleRows, type SampleRow } from './import-rig.js';
import type { ReportedRow } from '../../src/cases/import/import-report.js';

const rig = new ImportRig('2026-03-02T15:00:00.000Z');
const keeper = { official: 'investment.gore-16' };
let sheet = 0;

/** Imports a row of the sample, then as corrected; each story on a sheet of its own. */
async function corrected(row: number, changes: Partial<SampleRow>, atFirst: Partial<SampleRow> = {}): Promise<ReportedRow> {
  sheet += 1;
  const original = { ...sampleRows()[row - 1], source_sheet: `hoja ${sheet}`, ...atFirst };
  expect(await rig.importRows([original], keeper)).toMatchObject({ created: 1 });
  const again = await rig.importRows([{ ...original, ...changes }], keeper);
  const result = rowOf(again, row);
  const journal = await rig.reader.journal(result.case!);
  expect(firstBrokenLine(journal)).toBeNull();
  expect(await rig.viewer.view(result.case!, 'admin.subdere', 'en')).toMatchObject({ seq: journal.length });
  return result;
}

async function rectified(caseId: string): Promise<readonly number[]> {
  return (await rig.lines(caseId)).filter(({ type }) => type === 'rectification').map(({ data }) => Number(data['corrects']));
}

it('a date: the line is rectified, and the lines that took their date from it', async () => {
  const { result, case: id } = await corrected(2, { approval_resolution_date: '2024-04-26' });
  expect(result).toBe('updated');
  expect(await rectified(id!)).toEqual([8, 9]);
  expect(milestonesOf(await rig.lines(id!))).toMatchObject({ signature: '2024-04-10', resolution: '2024-04-26' });
  const [notification] = await rig.db.query<{ started: string; status: string }>(`SELECT row->>'started' AS started, status FROM deadline WHERE case_id = $1 AND name = 'notification'`, [id]);
  expect(notification).toEqual({ started: '2024-04-26', status: 'met' });
});

it.each([['2025-03-05', '2024-03-05'], ['2024-03-05', '2025-03-05']])('a slip in the year of a vote, %s for %s, although each line moved alone would let a deadline expire', async (was, is) => {
  const { result, case: id, reasons } = await corrected(2, { core_date: is }, { core_date: was });
  expect(result).toBe('updated');
  expect(reasons.some((reason) => reason.startsWith('order:'))).toBe(is > '2025');
  expect(milestonesOf(await rig.lines(id!))).toMatchObject({ vote: is });
  expect(await rig.db.query(`SELECT status FROM deadline WHERE case_id = $1 AND name = 'coreVote'`, [id])).toEqual([{ status: 'met' }]);
});

it('an amount and a number: the opening, the draft and the act', async () => {
  const { result, case: id } = await corrected(2, { amount_thousand_clp: '96000', approval_resolution_no: '777' });
  expect(result).toBe('updated');
  expect(await rectified(id!)).toEqual([1, 5, 9]);
  expect((await rig.viewer.view(id!, 'admin.subdere', 'es')).data).toMatchObject({ amount: 96_000_000 });
  expect(await rig.db.query(`SELECT value FROM identifier WHERE case_id = $1 AND scheme = 'RES' ORDER BY value`, [id])).toEqual([{ value: '702' }, { value: '777' }]);
  expect(await rig.db.query(`SELECT 1 AS one FROM cases WHERE id = $1 AND search LIKE '%777%'`, [id])).toEqual([{ one: 1 }]);
});

it('a date that was missing is no longer implied', async () => {
  const { case: id, reasons } = await corrected(19, { signature_date: '2024-04-24' });
  expect(reasons).toEqual(['not-in-register:councilVote']);
  expect(milestonesOf(await rig.lines(id!))).toMatchObject({ signature: '2024-04-24' });
});

it('what the row says in addition is sent as events', async () => {
  const { result, case: id } = await corrected(20, { approval_resolution_no: '720', approval_resolution_date: '2026-02-26', resolution_type: 'EXENTA', cgr_status: 'N/A' });
  expect(result).toBe('updated');
  expect((await rig.past(id!)).at(-1)).toBe('2026-02-26 resolution.issue');
  expect(await rig.state(id!)).toBe('approval.sending');
  expect(await rig.db.query('SELECT value FROM identifier WHERE case_id = $1 AND value = $2', [id, '720'])).toHaveLength(1);
});

it('a date told late takes the place of the expiry it had prevented', async () => {
  const { result, case: id } = await corrected(2, { sent_date: '2024-04-29' }, { sent_date: '' });
  expect(result).toBe('updated');
  expect(await rig.state(id!)).toBe('performing.inForce');
  expect(await rig.db.query(`SELECT status FROM deadline WHERE case_id = $1 AND name = 'notification'`, [id])).toEqual([{ status: 'met' }]);
});

it('one that came after the expiry is an event after it', async () => {
  const { case: id } = await corrected(1, { sent_date: '2024-05-20' }, { sent_date: '' });
  expect((await rig.past(id!)).slice(-2)).toEqual(['2024-05-03 deadline.expired', '2024-05-20 agreement.send']);
});

it('corrected twice, and the same again', async () => {
  const { case: id } = await corrected(2, { signature_date: '2024-04-11' });
  const row = { ...sampleRows()[1], source_sheet: `hoja ${sheet}`, signature_date: '2024-04-12', amount_thousand_clp: '95500' };
  expect(await rig.importRows([row])).toMatchObject({ updated: 1 });
  expect(await rig.importRows([row])).toMatchObject({ unchanged: 1 });
  expect(milestonesOf(await rig.lines(id!))).toMatchObject({ signature: '2024-04-12' });
  expect((await rig.viewer.view(id!, 'admin.subdere', 'es')).data).toMatchObject({ amount: 95_500_000, signedOn: '2024-04-24' });
});

it.each<[string, number, Partial<SampleRow>, string[]]>([
  ['an outcome turned into another', 3, { cgr_status: 'REPRESENTADO' }, ['not-correctable:review', 'not-correctable:sending']],
  ['a vote that was said not to be shown', 28, { core_certificate_no: '50', core_date: '2024-03-05' }, ['not-correctable:voteNotShown']],
  ['a resolution taken back', 1, { approval_resolution_no: '', approval_resolution_date: '', resolution_type: '', sent_date: '' }, ['not-correctable:resolution', 'not-correctable:sending']],
  ['an amount that asks for the concejo', 16, { amount_thousand_clp: '90000' }, ['not-correctable:draft']],
])('%s cannot be rectified: the row is rejected and its case stays as it is', async (_name, row, changes, reasons) => {
  const { result, case: id, reasons: told } = await corrected(row, changes);
  expect(result).toBe('rejected');
  expect(told).toEqual(expect.arrayContaining(reasons.slice(0, 1)));
  expect(await rectified(id!)).toEqual([]);
});

it('a unit or a place is not rectified, and said so', async () => {
  const { result, reasons } = await corrected(2, { technical_unit: 'MUN. CHILLAN', initiative: 'SEDE INVENTADA DOS BIS' });
  expect(result).toBe('updated');
  expect(reasons).toEqual(expect.arrayContaining(['not-corrected:title', 'not-corrected:participants']));
});

it('a rehearsal of a correction changes nothing', async () => {
  const { case: id } = await corrected(2, { item: '99' });
  const lines = await rig.lines(id!);
  const row = { ...sampleRows()[1], source_sheet: `hoja ${sheet}`, item: '99', signature_date: '2024-04-12' };
  expect(await rig.importRows([row], { mode: 'rehearse' })).toMatchObject({ updated: 1 });
  expect(await rig.lines(id!)).toEqual(lines);
  expect(lines.map(({ type }) => type)).not.toContain('rectification');
});
