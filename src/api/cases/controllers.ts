import type { Type } from '@nestjs/common';
import type { ApiRoutes } from '../openapi.js';
import { ActsController, actsRoutes } from './acts.controller.js';
import { AssumptionsController, assumptionsRoutes } from './assumptions.controller.js';
import { CasesController, casesRoutes } from './cases.controller.js';
import { JournalController, journalRoutes } from './journal.controller.js';
import { OutlineController, outlineRoutes } from './outline.controller.js';
import { MigrationsController, migrationsRoutes } from './migrations.controller.js';
import { ReportsController, reportsRoutes } from './reports.controller.js';
import { TasksController, tasksRoutes } from './tasks.controller.js';
import { WorkflowsController, workflowsRoutes } from './workflows.controller.js';

/** The calls about cases, and what is documented of them. */
export const caseControllers: readonly Type[] = [CasesController, ActsController, JournalController, OutlineController, TasksController, WorkflowsController, ReportsController, AssumptionsController, MigrationsController];
export const caseRoutes: ApiRoutes = { ...casesRoutes, ...actsRoutes, ...journalRoutes, ...outlineRoutes, ...tasksRoutes, ...workflowsRoutes, ...reportsRoutes, ...assumptionsRoutes, ...migrationsRoutes };
