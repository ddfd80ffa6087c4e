import { Inject, Injectable } from '@nestjs/common';
import { CaseReader, GENESIS, type ChainedLine, type JournalLine } from '../engine/case-reader.js';
import type { Language } from '../i18n/language.js';
import { CaseRefusal, type OfficeOf } from './refusal.js';

/** A body's own word on a line that was attested for it. */
export interface OwnWord extends OfficeOf {
  readonly line: number;
  readonly official: string;
  readonly occurredAt: string;
  readonly reason?: string;
}

/** A journal line exactly as it was hashed, and its place in the chain: without the two hashes it is what `hash` is of. */
export interface LineView extends JournalLine {
  readonly previousHash: string;
  readonly hash: string;
}

/** What is said of a line beside it: its name in the reader's language, and what its body said of it since. */
export interface LineNote {
  readonly seq: number;
  readonly title: string;
  readonly confirmedBy: OwnWord | null;
  readonly contestedBy: OwnWord | null;
}

/** A journal with what is needed to verify it without us. */
export interface Receipt {
  readonly format: 'convenio-receipt/1';
  readonly algorithm: string;
  readonly genesis: string;
  readonly case: { readonly id: string; readonly number: string; readonly workflow: string; readonly version: number; readonly title: string };
  readonly lines: readonly ChainedLine[];
  /** Hash of the last line: whoever keeps it holds us to the whole journal. */
  readonly head: string;
  readonly issuedAt: string;
  readonly howToVerify: string;
}

const ALGORITHM = 'hash = hex(SHA-256(UTF-8(previousHash + text))); text is the RFC 8785 JSON of the line; previousHash of line 1 is genesis';
const HOW: Readonly<Record<Language, string>> = {
  es: 'Guarde este archivo y ejecute: npm run -s convenio -- verify-journal --file recibo.json. O recalcule usted: para cada línea, SHA-256 de previousHash seguido de text, en UTF-8, debe dar hash; previousHash es el hash de la línea anterior y, en la primera, genesis.',
  en: 'Keep this file and run: npm run -s convenio -- verify-journal --file receipt.json. Or recompute it yourself: for each line, the SHA-256 of previousHash followed by text, in UTF-8, must give hash; previousHash is the hash of the line before and, in the first, genesis.',
};

/** Journals, as read by officials who may see the case (the caller has asked). */
@Injectable()
export class Journals {
  constructor(@Inject(CaseReader) private readonly reader: CaseReader) {}

  /** The whole journal of a case, first line first, with the notes beside it. @throws CaseRefusal `unknown-case` */
  async lines(caseId: string, language: Language): Promise<{ readonly items: readonly LineView[]; readonly notes: readonly LineNote[] }> {
    const read = await this.reader.read(caseId);
    if (!read) throw new CaseRefusal('unknown-case');
    const words = read.definition.words[language].events;
    const chained = await this.reader.journal(caseId);
    const lines = chained.map((one) => ({ chained: one, line: JSON.parse(one.text) as JournalLine }));
    const [confirmed, contested] = [ownWords(lines, 'attestation.confirmed'), ownWords(lines, 'attestation.contested')];
    return {
      items: lines.map(({ line, chained: { previousHash, hash } }) => ({ ...line, previousHash, hash })),
      notes: lines.map(({ line: { seq, type } }) => ({
        seq, title: words[type]?.name ?? type, confirmedBy: confirmed.get(seq) ?? null, contestedBy: contested.get(seq) ?? null,
      })),
    };
  }

  /** @throws CaseRefusal `unknown-case` */
  async receipt(caseId: string, language: Language): Promise<Receipt> {
    const read = await this.reader.read(caseId);
    if (!read) throw new CaseRefusal('unknown-case');
    const { id, number, workflow, version, title } = read.stored;
    const lines = await this.reader.journal(caseId);
    return {
      format: 'convenio-receipt/1', algorithm: ALGORITHM, genesis: GENESIS, case: { id, number, workflow, version, title }, lines,
      head: lines.at(-1)?.hash ?? GENESIS, issuedAt: read.now, howToVerify: HOW[language],
    };
  }
}

/** The latest word of its body on each line. */
function ownWords(lines: readonly { readonly line: JournalLine }[], type: string): ReadonlyMap<number, OwnWord> {
  return new Map(lines.filter(({ line }) => line.type === type && line.actor).map(({ line: { seq, actor, data, occurredAt } }) => {
    const { office, institution, official } = actor!;
    const word: OwnWord = { line: seq, office, institution, official, occurredAt, ...(typeof data['reason'] === 'string' && { reason: data['reason'] }) };
    return [Number(data['line']), word];
  }));
}
