import { Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { z } from 'zod';
import { localDate } from '../../calendar/place.js';
import { Migrations, type DecisionView, type MigratedCase, type MigrationReport } from '../../cases/migrations.js';
import type { Power } from '../../governance/powers/decide.js';
import { Powers } from '../../governance/powers/powers.js';
import { instrumentSchema } from '../../kit/index.js';
import type { Clock } from '../../platform/clock.js';
import { CLOCK } from '../../platform/tokens.js';
import { CurrentCall, type ApiCall } from '../call.js';
import type { ApiRoutes } from '../openapi.js';

const WorkflowPath = z.object({ name: z.string().max(120).meta({ example: 'municipal-land-use-plan' }) });
const DecisionPath = WorkflowPath.extend({ id: z.uuid() });

const DeadlinePolicy = z.enum(['keep', 'recompute', 'ask']);
const name = z.string().min(1).max(120);
const asked = {
  from: z.int().min(1), to: z.int().min(1),
  filter: z.strictObject({ region: z.string().regex(/^\d{2}$/).optional(), institution: name.optional(), state: name.optional(), cases: z.array(z.uuid()).max(1000).optional() }).default({}),
  policy: z.strictObject({
    otherwise: DeadlinePolicy.meta({ description: 'Of deadlines not named: keep their date, count them again by the new rule, or leave the case to be decided' }),
    deadlines: z.record(name, DeadlinePolicy).default({}),
    states: z.record(name, name).default({}).meta({ description: 'Where the plan cannot say: the new state for an old one' }),
  }),
};
const Rehearsal = z.strictObject(asked);
const act = { reason: z.string().trim().min(3).max(2000), instrument: instrumentSchema.meta({ description: 'The act that decides it' }) };
const Decision = z.strictObject({ ...asked, ...act });
const Undoing = z.strictObject(act);

const clock = z.object({ name: z.string(), due: z.string().nullable() }).nullable();
const Changed = z.object({ before: z.array(z.string()), after: z.array(z.string()) });
const CaseView = z.object({
  case: z.string(), number: z.string(), result: z.enum(['moved', 'undecided']),
  difference: z.object({ state: Changed, tasks: Changed, deadlines: z.array(z.object({ before: clock, after: clock, policy: z.string() })) }).nullable(), questions: z.array(z.string()),
});
const Report = z.object({ article: z.string().nullable().meta({ description: 'The article that governs running cases; null: not read' }), cases: z.array(CaseView) });

/** Moving running cases to another version of their workflow: a decision of people, by act, never of a program. */
@Controller('api/v1/workflows/:name/migrations')
export class MigrationsController {
  constructor(@Inject(Migrations) private readonly migrations: Migrations, @Inject(Powers) private readonly powers: Powers, @Inject(CLOCK) private readonly time: Clock) {}

  @Get()
  async list(@CurrentCall() call: ApiCall): Promise<{ readonly items: readonly DecisionView[]; readonly nextCursor: null }> {
    await this.power(call);
    return { items: await this.migrations.list(call.path(WorkflowPath).name), nextCursor: null };
  }

  @Post('rehearsal')
  @HttpCode(200)
  async rehearse(@CurrentCall() call: ApiCall): Promise<MigrationReport> {
    await this.power(call);
    return this.migrations.rehearse({ workflow: call.path(WorkflowPath).name, ...call.body(Rehearsal) }, call.language);
  }

  @Post()
  async decide(@CurrentCall() call: ApiCall): Promise<MigrationReport & { readonly id: string; readonly undoUntil: string }> {
    const power = await this.power(call);
    return this.migrations.decide({ workflow: call.path(WorkflowPath).name, ...call.body(Decision) }, power, call.language);
  }

  @Post(':id/undo')
  @HttpCode(200)
  async undo(@CurrentCall() call: ApiCall): Promise<{ readonly cases: readonly MigratedCase[] }> {
    const by = await this.power(call);
    const { name: workflow, id } = call.path(DecisionPath);
    return { cases: await this.migrations.undo(workflow, id, { ...call.body(Undoing), by }, call.language) };
  }

  private power(call: ApiCall): Promise<Power> {
    return this.powers.requireAdminister(call.official.username, localDate(this.time.now(), 'America/Santiago'));
  }
}

const Listed = z.object({
  id: z.string(), from: z.number(), to: z.number(), article: z.string().nullable(), reason: z.string(), instrument: instrumentSchema, decidedBy: z.string(), decidedOn: z.string(),
  undoUntil: z.string(), moved: z.number(), restored: z.number(),
});

export const migrationsRoutes: ApiRoutes = {
  'GET /api/v1/workflows/{name}/migrations': {
    summary: { es: 'Decisiones de pasar expedientes a otra versión (administrador)', en: 'Decisions to move cases to another version (administrator)' },
    tag: 'workflows', path: WorkflowPath, answers: { 200: { schema: z.object({ items: z.array(Listed), nextCursor: z.null() }) } }, problems: ['not-empowered'],
  },
  'POST /api/v1/workflows/{name}/migrations/rehearsal': {
    summary: { es: 'Ensayar el paso de expedientes a otra versión (administrador)', en: 'Rehearse moving cases to another version (administrator)' },
    tag: 'workflows', path: WorkflowPath, body: Rehearsal, answers: { 200: { schema: Report } }, problems: ['not-empowered'],
  },
  'POST /api/v1/workflows/{name}/migrations': {
    summary: { es: 'Decidir el paso de expedientes a otra versión (administrador)', en: 'Decide to move cases to another version (administrator)' },
    tag: 'workflows', path: WorkflowPath, body: Decision, answers: { 201: { schema: Report.extend({ id: z.string(), undoUntil: z.string() }) } }, problems: ['not-empowered'],
  },
  'POST /api/v1/workflows/{name}/migrations/{id}/undo': {
    summary: { es: 'Deshacer el paso, mientras nada haya ocurrido después (administrador)', en: 'Undo the move, while nothing has happened since (administrator)' },
    tag: 'workflows', path: DecisionPath, body: Undoing, answers: { 200: { schema: z.object({ cases: z.array(CaseView) }) } }, problems: ['not-empowered', 'not-found', 'event-refused'],
  },
};
