import { explain } from '../../calendar/words.js';
import type { CaseRead, CaseReader, DeadlineRow } from '../../engine/case-reader.js';
import type { Language } from '../../i18n/language.js';
import { say } from '../words.js';

/** A deadline as the case view shows it. */
export interface DeadlineView extends Pick<DeadlineRow,
  'name' | 'subject' | 'startsFrom' | 'started' | 'due' | 'alternative' | 'amount' | 'unit' | 'status' | 'onExpiry' | 'certainty' | 'institution' | 'extended' | 'suspensions' | 'endsAt' | 'endedOn' | 'startedSeq'> {
  readonly title: string;
  readonly basis: string;
  /** What in its rule rests on a reading of ours. */
  readonly assumptions: readonly string[];
  /** Events that meet it. */
  readonly metBy: readonly string[];
  readonly explanation: readonly { readonly date: string; readonly note: string }[];
}

/** The deadlines of a case, in the order in which they began, each with how its date was counted. */
export function deadlinesOf(read: CaseRead, reader: Pick<CaseReader, 'explanationOf'>, language: Language): readonly DeadlineView[] {
  const { definition, stored } = read;
  return stored.state.deadlines.map((row): DeadlineView => {
    const { name, subject, startsFrom, started, due, alternative, amount, unit, status, onExpiry, certainty, institution, extended, suspensions, endsAt, endedOn, startedSeq } = row;
    const rule = definition.deadlines[name];
    const inTheAct = rule.untilField !== undefined && due !== null;
    return {
      name, subject, title: definition.words[language].deadlines[name] ?? name, startsFrom, started, due, alternative, amount, unit, status, onExpiry,
      basis: rule.basis, certainty, institution, extended, suspensions, endsAt, endedOn, startedSeq, assumptions: rule.assumptions, metBy: rule.metBy,
      explanation: inTheAct ? [{ date: due, note: say(language, 'explanation.in-the-act') }] : explain(reader.explanationOf(read, row), language),
    };
  });
}
