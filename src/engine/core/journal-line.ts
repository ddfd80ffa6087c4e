import { createHash } from 'node:crypto';
import canonicalizeModule from 'canonicalize';
import type { EventSource, Instrument, JsonObject, Law } from '../../kit/index.js';

/** The proof, as journaled, that the official might do the act for the participant that day. */
export interface PowerRecord {
  readonly kind: string;
  readonly office: string;
  readonly institution: string;
  readonly official: string;
  readonly basis: string;
  readonly onBehalfOf?: string;
  readonly instrument?: string;
}

// CommonJS whose types promise a default export it does not have.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/**
 * One line of a case's journal: what happened, when (`occurredAt`, legally; `occurredOn`, its local day) and when it was
 * recorded, who acted and who recorded it. Instants are UTC with milliseconds.
 */
export interface JournalLine {
  readonly case: string;
  readonly seq: number;
  readonly type: string;
  readonly data: JsonObject;
  readonly law: Law;
  readonly instrument: Instrument | null;
  readonly actor: { readonly role: string; readonly office: string; readonly institution: string; readonly official: string } | null;
  readonly power: PowerRecord | null;
  readonly recordedBy: string;
  readonly attested: boolean;
  readonly source: EventSource;
  /** What is odd about the line: `order`, `dateImplied`, `dayUncertain`, `not-in-register` …; of the history also `source:…` and `precision:…`. */
  readonly flags: readonly string[];
  readonly occurredOn: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly definitionHash: string;
}

export interface ChainedLine {
  readonly seq: number;
  readonly text: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** What the first line of every journal is chained to. */
export const GENESIS = '0'.repeat(64);

/** Chains a line: its canonical text (RFC 8785), and hex SHA-256 of the previous hash followed by that text, in UTF-8. */
export function chain(line: JournalLine, previousHash: string): ChainedLine {
  const text = canonicalize(line);
  if (text === undefined) throw new Error('a journal line must be JSON');
  return { seq: line.seq, text, previousHash, hash: hashOf(previousHash, text) };
}

export function hashOf(previousHash: string, text: string): string {
  return createHash('sha256').update(previousHash, 'utf8').update(text, 'utf8').digest('hex');
}

/** The first line of a journal that is not what it was when written; null when the whole chain holds. */
export function firstBrokenLine(lines: readonly ChainedLine[]): { readonly seq: number; readonly fault: 'hash' | 'chain' | 'gap' | 'text' } | null {
  let previous = GENESIS;
  for (const [index, line] of lines.entries()) {
    if (line.seq !== index + 1) return { seq: index + 1, fault: 'gap' };
    if (line.previousHash !== previous) return { seq: line.seq, fault: 'chain' };
    if (hashOf(line.previousHash, line.text) !== line.hash) return { seq: line.seq, fault: 'hash' };
    if ((JSON.parse(line.text) as JournalLine).seq !== line.seq) return { seq: line.seq, fault: 'text' };
    previous = line.hash;
  }
  return null;
}
