import type { Definition } from '../../engine/case-reader.js';
import type { Sessions } from '../../governance/sessions/sessions.js';
import type { TaskView } from './tasks.js';

/**
 * A task of a collegiate body with the sessions that serve it: a vote due on a day can only be taken in a session before,
 * and the last ordinary one is the last that needs no convocation.
 */
export async function withSessions(task: TaskView, definition: Pick<Definition, 'steps'>, sessions: Sessions, today: string): Promise<TaskView> {
  if (!task.events.some((event) => definition.steps[event.slice(0, event.indexOf('.'))]?.logic.kind === 'vote')) return task;
  const serving = await sessions.serving(task.institution, today, task.due);
  if (!serving) return task;
  const { last, next } = serving;
  return { ...task, sessions: { lastOrdinary: last?.day ?? null, next: next && { day: next.day, kind: next.kind }, certainty: (last ?? next)?.certainty ?? 'assumption' } };
}
