import { Controller, Get, Inject } from '@nestjs/common';
import { z } from 'zod';
import { Workflows } from '../../cases/workflows.js';
import { CurrentCall, type ApiCall } from '../call.js';
import type { ApiRoutes } from '../openapi.js';
import { Problem } from '../problem.js';
import { pageOf } from './schemas.js';

const WorkflowPath = z.object({ name: z.string().meta({ example: 'fndr-transfer' }) });
const VersionPath = WorkflowPath.extend({ version: z.string().meta({ example: '1' }) });

/** The procedures: law told to programs, open to every official. */
@Controller('api/v1/workflows')
export class WorkflowsController {
  constructor(@Inject(Workflows) private readonly workflows: Workflows) {}

  @Get()
  list(@CurrentCall() call: ApiCall): object {
    return { items: this.workflows.list(call.language), nextCursor: null };
  }

  @Get(':name')
  async latest(@CurrentCall() call: ApiCall): Promise<object> {
    return this.workflows.one(call.path(WorkflowPath).name, undefined, call.language);
  }

  @Get(':name/versions/:version')
  async version(@CurrentCall() call: ApiCall): Promise<object> {
    const { name, version } = call.path(VersionPath);
    if (!/^[1-9]\d{0,5}$/.test(version)) throw new Problem('not-found');
    return this.workflows.one(name, Number(version), call.language);
  }
}

const json = z.record(z.string(), z.unknown());
const Head = z.object({ name: z.string(), version: z.number(), title: z.string(), summary: z.string(), status: z.string(), levels: z.array(z.string()), basis: z.array(json) });
const Whole = Head.extend({
  roles: z.array(json), states: z.array(json), events: z.array(json), deadlines: z.array(json), steps: z.array(json), outcomes: z.array(json), verification: json.nullable(),
  open: z.object({ offices: z.array(z.object({ office: z.string(), institution: z.string() })), schema: json, example: json }),
});

export const workflowsRoutes: ApiRoutes = {
  'GET /api/v1/workflows': {
    summary: { es: 'Procedimientos', en: 'Workflows' }, tag: 'workflows', answers: { 200: { schema: pageOf(Head) } },
  },
  'GET /api/v1/workflows/{name}': {
    summary: { es: 'Un procedimiento: estados, actuaciones, plazos, y cómo se abre', en: 'A workflow: states, events, deadlines, and how a case of it is opened' },
    tag: 'workflows', path: WorkflowPath, answers: { 200: { schema: Whole } }, problems: ['not-found'],
  },
  'GET /api/v1/workflows/{name}/versions/{version}': {
    summary: { es: 'Una versión de un procedimiento', en: 'A version of a workflow' },
    tag: 'workflows', path: VersionPath, answers: { 200: { schema: Whole } }, problems: ['not-found'],
  },
};
