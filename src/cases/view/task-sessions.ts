import type { Definition } from '../../engine/case-reader.js';
import type { ServingSessions, Sessions } from '../../governance/sessions/sessions.js';
import type { Language } from '../../i18n/language.js';
import { say } from '../words.js';
import type { TaskView } from './tasks.js';

/**
 * A task of a collegiate body with the sessions that serve it: a vote due on a day can only be taken in a session before,
 * and the last ordinary one is the last that needs no convocation.
 */
export async function withSessions(task: TaskView, definition: Pick<Definition, 'steps'>, sessions: Sessions, { today, language }: { readonly today: string; readonly language: Language }): Promise<TaskView> {
  if (!task.events.some((event) => definition.steps[event.slice(0, event.indexOf('.'))]?.logic.kind === 'vote')) return task;
  const serving = await sessions.serving(task.institution, today, task.due);
  if (!serving) return task;
  const { last, next } = serving;
  const certainty = (last ?? next)?.certainty ?? 'assumption';
  return { ...task, sessions: { lastOrdinary: last?.day ?? null, next: next && { day: next.day, kind: next.kind }, certainty, said: saidOf(serving, task.due, language) } };
}

/** What an official needs to know of it; a body that does not sit in time has to be convened. */
function saidOf({ last, next }: ServingSessions, due: string | null, language: Language): string {
  if (last) return say(language, 'session.last', { day: last.day });
  if (due !== null) return say(language, 'session.none-before', { due });
  return next ? say(language, 'session.next', { day: next.day }) : say(language, 'session.none');
}
