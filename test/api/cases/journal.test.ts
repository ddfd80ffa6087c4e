import { createHash } from 'node:crypto';
import { findCase } from '../../../src/cases/finding.js';
import { verifyJournals, verifyReceipt } from '../../../src/cases/verifying.js';
import { expecting, Office, type View } from '../../support/office.js';

const office = new Office('2026-03-02T15:00:00.000Z');
interface Line { readonly seq: number; readonly text: string; readonly previousHash: string; readonly hash: string }
interface Receipt { readonly lines: readonly Line[]; readonly head: string; readonly genesis: string; readonly howToVerify: string }

const way = ['proposal.present', 'coreVote.certify', 'allocation.resolve'] as const;
const walked = async (): Promise<View> => office.walk(await office.open(), ...way);
const receiptOf = async (id: string): Promise<Receipt> => expecting(200, await office.get<Receipt>('governor.gore-16', `/cases/${id}/receipt`));

describe('a journal', () => {
  it('comes whole, with who acted by which power, and its chain', async () => {
    const { id, seq } = await walked();
    const { items, notes, nextCursor } = expecting(200, await office.get<{ items: Record<string, unknown>[]; notes: object[]; nextCursor: null }>('mayor.muni-16206', `/cases/${id}/journal`));
    expect([items.map((line) => line['type']), nextCursor, seq]).toEqual([['case.opened', ...way], null, 4]);
    expect(notes[2]).toEqual({ seq: 3, title: 'Certificar el acuerdo del CORE', confirmedBy: null, contestedBy: null });
    expect(items[2]).toMatchObject({
      seq: 3, actor: { office: 'core-secretary', institution: 'gore-16', official: 'core-secretary.gore-16' }, power: { kind: 'holder', basis: expect.stringContaining('Titular') },
      recordedBy: 'core-secretary.gore-16', attested: false, source: 'own', instrument: null, occurredOn: '2026-03-02', recordedAt: '2026-03-02T15:00:00.000Z', previousHash: items[1]['hash'],
      law: { 'core.seats': expect.objectContaining({ value: 16 }) },
    });
  });

  it('hashes line by line as it is read: each line without its two hashes, in canonical JSON', async () => {
    const { id } = await walked();
    const { items } = expecting(200, await office.get<{ items: (Record<string, unknown> & { previousHash: string; hash: string })[] }>('governor.gore-16', `/cases/${id}/journal`));
    for (const { previousHash, hash, ...line } of items) {
      const canonical = JSON.stringify(line, (_key, value: unknown) =>
        (value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))) : value));
      expect(createHash('sha256').update(previousHash + canonical, 'utf8').digest('hex')).toBe(hash);
    }
  });

  it('can be verified with a receipt and nothing of ours', async () => {
    const { id } = await walked();
    const { lines, head, genesis } = await receiptOf(id);
    let previous = genesis;
    for (const line of lines) {
      expect(line.previousHash).toBe(previous);
      previous = createHash('sha256').update(line.previousHash + line.text, 'utf8').digest('hex');
      expect(line.hash).toBe(previous);
    }
    expect(head).toBe(previous);
  });
});

describe('verification', () => {
  it('finds sound journals sound', async () => {
    const { id, number } = await walked();
    expect(await findCase(office.db.dataSource, number)).toBe(id);
    expect(await verifyJournals(office.db.dataSource, id)).toEqual({ journals: 1, lines: 4, broken: [] });
    expect((await verifyJournals(office.db.dataSource, null)).broken).toEqual([]);
    expect(verifyReceipt(JSON.stringify(await receiptOf(id)))).toMatchObject({ lines: 4, broken: [] });
  });

  it.each([
    ['a changed text', `UPDATE journal SET text = replace(text, 'gore-16', 'gore-13') WHERE case_id = $1 AND seq = 3`, 3, 'hash'],
    ['a changed text with its hash', `UPDATE journal SET text = text || ' ', hash = encode(sha256(convert_to(previous_hash || text || ' ', 'UTF8')), 'hex') WHERE case_id = $1 AND seq = 2`, 3, 'chain'],
    ['a line that is gone', 'DELETE FROM journal WHERE case_id = $1 AND seq = 2', 2, 'gap'],
    ['an end that is gone', 'DELETE FROM journal WHERE case_id = $1 AND seq = 4', 4, 'head'],
    ['a text that is none', `UPDATE journal SET text = 'x', hash = encode(sha256(convert_to(previous_hash || 'x', 'UTF8')), 'hex') WHERE case_id = $1 AND seq = 4`, 4, 'text'],
  ])('names %s', async (_, sql, seq, fault) => {
    const { id, number } = await walked();
    await office.db.asMigrator(sql, [id]);
    expect((await verifyJournals(office.db.dataSource, id)).broken).toEqual([{ case: id, number, seq, fault }]);
    expect((await verifyJournals(office.db.dataSource, null)).broken).toContainEqual({ case: id, number, seq, fault });
  });

  it('of a receipt needs no database', async () => {
    const { id } = await walked();
    const receipt = await receiptOf(id);
    const [first, second, ...rest] = receipt.lines;
    const changed = { ...receipt, lines: [first, { ...second, text: second.text.replace('governor', 'minister') }, ...rest] };
    expect(verifyReceipt(JSON.stringify(changed))?.broken).toMatchObject([{ seq: 2, fault: 'hash' }]);
    expect(verifyReceipt(JSON.stringify({ ...receipt, lines: receipt.lines.slice(0, 2) }))?.broken).toMatchObject([{ seq: 3, fault: 'head' }]);
    for (const text of ['', 'x', '{}', '[]', '{"lines":[]}']) expect(verifyReceipt(text)).toBeNull();
  });
});

