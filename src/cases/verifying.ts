import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { firstBrokenLine, GENESIS, type ChainedLine } from '../engine/case-reader.js';
import { query } from '../platform/database.js';

/** The first line of a journal that is not what it was when written. */
export interface Broken {
  readonly case: string;
  readonly number: string;
  readonly seq: number;
  /** `hash`: the text was changed; `chain`: a line before it was; `gap`: a line is missing; `text`: another line's; `head`: the end is missing. */
  readonly fault: 'hash' | 'chain' | 'gap' | 'text' | 'head';
}

export interface Verified {
  readonly journals: number;
  readonly lines: number;
  readonly broken: readonly Broken[];
}

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly number: string;
  readonly head_hash: string;
  readonly lines: readonly ChainedLine[];
}

const PAGE = 100;

/** Recomputes the hash chains of one case, or of all. */
export async function verifyJournals(dataSource: DataSource, caseId: string | null): Promise<Verified> {
  const broken: Broken[] = [];
  let [journals, lines, after] = [0, 0, '00000000-0000-0000-0000-000000000000'];
  for (let rows = await page(dataSource, caseId, after); rows.length > 0; rows = await page(dataSource, caseId, after)) {
    for (const row of rows) {
      const fault = faultOf(row.lines, row.head_hash);
      if (fault) broken.push({ case: row.id, number: row.number, ...fault });
      journals += 1;
      lines += row.lines.length;
      after = row.id;
    }
  }
  return { journals, lines, broken };
}

const ReceiptFile = z.object({
  format: z.literal('convenio-receipt/1'),
  case: z.object({ id: z.string(), number: z.string() }),
  lines: z.array(z.object({ seq: z.number(), text: z.string(), previousHash: z.string(), hash: z.string() })),
  head: z.string(),
});

/** Recomputes the hash chain of a receipt, without any database; null when the text is no receipt. */
export function verifyReceipt(text: string): Verified | null {
  const receipt = ReceiptFile.safeParse(jsonOf(text)).data;
  if (!receipt) return null;
  const { lines, head, case: { id, number } } = receipt;
  const fault = faultOf(lines, head);
  return { journals: 1, lines: lines.length, broken: fault ? [{ case: id, number, ...fault }] : [] };
}

function faultOf(lines: readonly ChainedLine[], head: string): Pick<Broken, 'seq' | 'fault'> | null {
  const fault = brokenLine(lines);
  if (fault) return fault;
  return (lines.at(-1)?.hash ?? GENESIS) === head ? null : { seq: lines.length + 1, fault: 'head' };
}

/** A text that is no JSON any more was changed. */
function brokenLine(lines: readonly ChainedLine[]): Pick<Broken, 'seq' | 'fault'> | null {
  try {
    return firstBrokenLine(lines);
  } catch (error) {
    if (error instanceof SyntaxError) return { seq: lines.find(({ text }) => jsonOf(text) === undefined)?.seq ?? 1, fault: 'text' };
    throw error;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function page(dataSource: DataSource, caseId: string | null, after: string): Promise<Row[]> {
  return query<Row>(dataSource, /* sql */ `
    SELECT c.id, c.number, c.head_hash,
      (SELECT coalesce(json_agg(json_build_object('seq', j.seq, 'text', j.text, 'previousHash', j.previous_hash, 'hash', j.hash) ORDER BY j.seq), '[]')
        FROM journal j WHERE j.case_id = c.id) AS lines
    FROM cases c WHERE ($1::uuid IS NULL OR c.id = $1) AND c.id > $2 ORDER BY c.id LIMIT ${PAGE}`, [caseId, after]);
}
