import { Inject, Injectable } from '@nestjs/common';
import type { Definition } from '../../engine/case-reader.js';
import { Powers } from '../../governance/powers/powers.js';
import { Sessions } from '../../governance/sessions/sessions.js';
import type { Language } from '../../i18n/language.js';
import { withSessions } from './task-sessions.js';
import { taskViewOf, type TaskRow, type TaskView } from './tasks.js';

/** Shows tasks with what the world says of them today: who holds the offices they are put to, and when collegiate bodies sit. */
@Injectable()
export class TaskViews {
  constructor(@Inject(Powers) private readonly powers: Powers, @Inject(Sessions) private readonly sessions: Sessions) {}

  async of(row: TaskRow, definition: Definition, asked: { readonly today: string; readonly language: Language }): Promise<TaskView> {
    return withSessions(await this.put(taskViewOf(row, definition, asked.language), asked.today), definition, this.sessions, asked);
  }

  /**
   * A procedure names the offices of every kind of body that may have a task: of these, those that somebody holds today in
   * the body that has it, the first of them first. As the procedure names them where nobody holds any.
   */
  async put<Task extends Pick<TaskView, 'office' | 'offices' | 'institution'>>(task: Task, today: string): Promise<Task> {
    const offices = (await this.powers.officesHolding(task.institution, task.offices, today)).map(({ office }) => office);
    return offices.length === 0 ? task : { ...task, office: offices[0], offices };
  }
}
