import { activeMeta, type CaseRead } from '../../engine/case-reader.js';
import type { Language } from '../../i18n/language.js';
import { say, sayWhy } from '../words.js';

/** On whom a case waits, why, since when, and by which article. */
export interface WaitView {
  readonly code: string;
  readonly reason: string;
  readonly basis: string;
  readonly for: string;
  readonly since: string;
}

/** What the active states say they wait for, and the clocks that stand still. */
export function waitsOf(read: CaseRead, language: Language): readonly WaitView[] {
  const { definition, stored: { state } } = read;
  if (state.status === 'closed') return [];
  const declared = activeMeta(read).flatMap(({ waits = [] }) => waits).flatMap(({ reason, basis, role }) =>
    state.participants.filter((one) => one.role === role).map(({ institution }): WaitView =>
      ({ code: reason, reason: sayWhy({ code: reason }, definition, language), basis, for: institution, since: state.since })));
  const suspended = state.deadlines.filter((row) => row.status === 'suspended').flatMap((row) =>
    row.suspensions.filter(({ to }) => to === null).map(({ from, reason, basis }): WaitView => {
      const deadline = definition.words[language].deadlines[row.name] ?? row.name;
      return { code: 'suspended', reason: say(language, 'wait.suspended', { deadline, reason }), basis, for: row.institution, since: from };
    }));
  return [...declared, ...suspended];
}
