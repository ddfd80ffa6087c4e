import { Controller, Get, Inject } from '@nestjs/common';
import { z } from 'zod';
import { TaskList, type TaskOfCase } from '../../cases/register/task-list.js';
import { CurrentCall, type ApiCall } from '../call.js';
import type { ApiRoutes } from '../openapi.js';
import { Cursor, PageQuery, type Page } from '../pagination.js';
import { PlainDate, QueryFlag } from '../validation.js';
import { pageOf, TaskOfCaseSchema } from './schemas.js';

const TasksQuery = PageQuery.extend({
  mine: QueryFlag.optional().meta({ description: 'Those you may do today' }),
  institution: z.string().max(120).optional(),
  due: PlainDate.optional().meta({ description: 'Due by that day' }),
});
const cursors = new Cursor('tasks', z.tuple([z.string().max(10), z.uuid(), z.string().max(500)]));

@Controller('api/v1/tasks')
export class TasksController {
  constructor(@Inject(TaskList) private readonly tasks: TaskList) {}

  @Get()
  async list(@CurrentCall() call: ApiCall): Promise<Page<TaskOfCase>> {
    const { limit, cursor, ...wanted } = call.query(TasksQuery);
    const found = await this.tasks.find(wanted, call.official.username, { after: cursors.read(cursor), limit: limit + 1, language: call.language });
    const { items, nextCursor } = cursors.page(found, limit, ({ place }) => [...place]);
    return { items: items.map(({ item }) => item), nextCursor };
  }
}

export const tasksRoutes: ApiRoutes = {
  'GET /api/v1/tasks': {
    summary: { es: 'Tareas, la que vence antes primero', en: 'Tasks, soonest due first' },
    tag: 'tasks', query: TasksQuery, answers: { 200: { schema: pageOf(TaskOfCaseSchema) } }, problems: ['bad-cursor'],
  },
};
