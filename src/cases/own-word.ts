import type { ChainedLine, JournalLine } from '../engine/case-reader.js';
import type { Judge } from '../engine/ports.js';
import type { JsonObject, Reason } from '../kit/index.js';
import type { Asked, Judging } from './judging.js';
import { CaseRefusal, invalid, whyOf } from './refusal.js';

/** A body's own word on what was attested for it (ADR: attested records). */
export function isOwnWord(type: string): boolean {
  return type === 'attestation.confirmed' || type === 'attestation.contested';
}

interface Courts {
  readonly journal: () => Promise<readonly ChainedLine[]>;
  readonly judging: Judging;
}

/**
 * The judge of a confirmation or a contestation: an official of the attested body, empowered for that line's act; the line
 * was attested, and nobody has confirmed it. Data that name no line are left to the schema's complaint.
 */
export function judgeOfOwnWord({ journal, judging }: Courts, asked: Asked, data: JsonObject): Judge {
  return async (definition, state, _territory, moment) => {
    const lines = (await journal()).map(({ text }) => JSON.parse(text) as JournalLine);
    const line = lines.find(({ seq }) => seq === data['line']);
    if (!line?.actor) {
      if (typeof data['line'] !== 'number') return judging.ofAct({ ...asked, type: '' })(definition, state, null, moment);
      throw invalid({ path: 'data.line', word: 'fault.line', params: { line: data['line'] } });
    }
    const judgement = await judging.overLine(asked, line, definition, moment);
    if (asked.attested) throw invalid({ path: 'attested', word: 'fault.attested-own-word' });
    const reasons = refusedBecause(line, lines);
    const told = { definition, participants: state.participants };
    if (reasons.length > 0) throw new CaseRefusal('event-refused', { accepted: [], why: (language) => whyOf(reasons, told, language) });
    return judgement;
  };
}

function refusedBecause(line: JournalLine, lines: readonly JournalLine[]): readonly Reason[] {
  const params = { line: line.seq };
  if (!line.attested) return [{ code: 'line-not-attested', params }];
  const confirmed = lines.some((one) => one.type === 'attestation.confirmed' && one.data['line'] === line.seq);
  return confirmed ? [{ code: 'line-already-confirmed', params }] : [];
}
