import type { Definition } from '../../engine/case-reader.js';
import type { Language } from '../../i18n/language.js';

/** What one office has to do now. */
export interface TaskView {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly office: string;
  /** All that may do it. */
  readonly offices: readonly string[];
  readonly institution: string;
  readonly due: string | null;
  /** The events with which it is done. */
  readonly events: readonly string[];
  /** Of a task of a collegiate body: the last ordinary session before it is due, and the next session. */
  readonly sessions?: { readonly lastOrdinary: string | null; readonly next: { readonly day: string; readonly kind: string } | null; readonly certainty: string; readonly said: string };
}

export interface TaskRow extends Record<string, unknown> {
  readonly case_id: string;
  readonly key: string;
  readonly name: string;
  readonly office: string;
  readonly offices: string[];
  readonly institution: string;
  readonly due: string | null;
  readonly events: string[];
}

export const taskColumns = 't.case_id, t.key, t.name, t.office, t.offices, t.institution, t.due, t.events';

export function taskViewOf({ case_id: caseId, key, name, office, offices, institution, due, events }: TaskRow, definition: Pick<Definition, 'words'>, language: Language): TaskView {
  return { id: `${caseId}:${key}`, name, title: definition.words[language].tasks[name] ?? name, office, offices, institution, due, events };
}
