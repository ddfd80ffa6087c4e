import { Controller, Get, Header, Inject } from '@nestjs/common';
import { z } from 'zod';
import { Diagrams } from '../../cases/diagram/diagrams.js';
import { Workflows } from '../../cases/workflows.js';
import { CurrentCall, type ApiCall } from '../call.js';
import type { ApiRoutes } from '../openapi.js';
import { Problem } from '../problem.js';
import { OutlineItemSchema } from './outline.controller.js';
import { pageOf, VariantSchema } from './schemas.js';

const WorkflowPath = z.object({ name: z.string().meta({ example: 'fndr-transfer' }) });
const VersionPath = WorkflowPath.extend({ version: z.string().meta({ example: '1' }) });
const DiagramQuery = z.object({
  case: z.string().max(60).optional().meta({ description: 'A case of it that you may see: where it is and the way it came', format: 'uuid' }),
  lang: z.enum(['es', 'en']).optional().meta({ description: 'Before Accept-Language' }),
});

/** The procedures: law told to programs, open to every official. */
@Controller('api/v1/workflows')
export class WorkflowsController {
  constructor(@Inject(Workflows) private readonly workflows: Workflows, @Inject(Diagrams) private readonly diagrams: Diagrams) {}

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
    return this.workflows.one(name, versionOf(version), call.language);
  }

  @Get(':name/diagram.svg')
  @Header('Content-Type', 'image/svg+xml; charset=utf-8')
  @Header('Vary', 'Accept-Language')
  async diagram(@CurrentCall() call: ApiCall): Promise<string> {
    return this.drawn(call, call.path(WorkflowPath).name, undefined);
  }

  @Get(':name/versions/:version/diagram.svg')
  @Header('Content-Type', 'image/svg+xml; charset=utf-8')
  @Header('Vary', 'Accept-Language')
  async diagramOfVersion(@CurrentCall() call: ApiCall): Promise<string> {
    const { name, version } = call.path(VersionPath);
    return this.drawn(call, name, versionOf(version));
  }

  private drawn(call: ApiCall, name: string, version: number | undefined): Promise<string> {
    const { case: caseId, lang } = call.query(DiagramQuery);
    return this.diagrams.svg({ name, version, caseId, official: call.official.username, language: lang ?? call.language });
  }
}

function versionOf(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Problem('not-found');
  return Number(text);
}

const json = z.record(z.string(), z.unknown());
const Head = z.object({ name: z.string(), version: z.number(), title: z.string(), summary: z.string(), status: z.string(), levels: z.array(z.string()), basis: z.array(json) });
const Verification = z.object({
  situations: z.number(), states: z.number(), events: z.number(), deadlines: z.number(),
  faults: z.array(z.object({ rule: z.string(), message: z.string(), path: z.array(z.string()) })),
});
const Version = z.object({
  version: z.number(), hash: z.string(), released: z.string().nullable().meta({ description: 'The day it was frozen; null while it may still be corrected' }),
  effective: z.string().nullable().meta({ description: 'New cases are opened on it from this day on' }),
  serves: z.object({ from: z.string().nullable(), until: z.string().nullable() }).nullable().meta({ description: 'The days of the law it was written for' }),
  migratesFrom: z.array(z.object({ version: z.number(), article: z.string().nullable() })),
});
const offices = z.array(z.object({ office: z.string(), institution: z.string() }));
const Whole = Head.extend({
  roles: z.array(json), states: z.array(json), events: z.array(json), deadlines: z.array(json), steps: z.array(json), outcomes: z.array(json), outline: z.array(OutlineItemSchema), variants: z.array(VariantSchema), verification: Verification,
  cautions: z.array(z.string()), versions: z.array(Version),
  open: z.object({
    offices, schema: json, example: json,
    examples: z.array(z.object({ offices, example: json })).meta({ description: 'Every way to open a case that works in the demonstration country, `example` first, each with the offices that may' }),
  }),
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
  'GET /api/v1/workflows/{name}/diagram.svg': {
    summary: { es: 'Un procedimiento dibujado; con un expediente, dónde está y el camino que hizo', en: 'A workflow drawn; with a case, where it is and the way it came' },
    tag: 'workflows', path: WorkflowPath, query: DiagramQuery, answers: { 200: { type: 'image/svg+xml' } }, problems: ['not-found'],
  },
  'GET /api/v1/workflows/{name}/versions/{version}/diagram.svg': {
    summary: { es: 'Una versión de un procedimiento dibujada', en: 'A version of a workflow drawn' },
    tag: 'workflows', path: VersionPath, query: DiagramQuery, answers: { 200: { type: 'image/svg+xml' } }, problems: ['not-found'],
  },
};
